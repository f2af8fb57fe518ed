import { withBand } from './bands.ts';
import type { Model } from './model.ts';
import { emptyNodeScores } from './node-scores.ts';
import type { NodeScores } from './node-scores.ts';
import { copyOutsideLeaves, scoreLeaves } from './score-leaves.ts';
import { scoreNodes } from './score-nodes.ts';
import { leavesOutside, totalOf } from './unit-total.ts';
import type { UnitTotal } from './unit-total.ts';

/** A model with everything computed from it but ranks. */
export interface Computation {
  readonly model: Model;
  readonly scores: NodeScores;
  /** By unit. */
  readonly totals: UnitTotal[];
}

/** Totals of some units, from the scores of their nodes. */
export const totalUnits = ({ model, scores, totals }: Computation, units: Iterable<number>): void => {
  const outside = leavesOutside(model);
  for (const unit of units) {
    totals[unit] = withBand(totalOf(model, scores, { unit, outside }), model.method);
  }
};

export const compute = (model: Model): Computation => {
  const computation = { model, scores: emptyNodeScores(model), totals: [] };
  scoreLeaves(model, computation.scores);
  scoreNodes(model, computation.scores);
  copyOutsideLeaves(model, computation.scores);
  totalUnits(computation, model.units.keys());
  return computation;
};
