import type { BoardEvaluator } from '@gongping/contracts';
import { familyCodes, leavesFor, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import type { DoneCell } from './board.repository.ts';

interface AssignedCell {
  readonly unitId: string;
  readonly family: string;
  readonly slot: number;
  readonly evaluatorId: string;
  readonly displayName: string;
}

interface Facts {
  readonly frame: AssessmentFrame;
  readonly assigned: readonly AssignedCell[];
  readonly ratings: readonly DoneCell[];
  /** Whether the last day of the scoring has passed. */
  readonly late: boolean;
}

const key = (unitId: string, family: string, slot: number) => `${unitId} ${family} ${slot}`;

/** What each evaluator has and has done; families outside the 100 count as cells, not as leaves. */
export function evaluatorLoads({ frame, assigned, ratings, late }: Facts): BoardEvaluator[] {
  const done = new Map(ratings.map((row) => [key(row.unitId, row.family, row.slot), row.done]));
  const kindOf = new Map(frame.units.map(({ id, kind }) => [id, kind]));
  const sizes = familySizes(frame);
  const loads = new Map<string, BoardEvaluator>();
  for (const cell of assigned) {
    const kind = kindOf.get(cell.unitId);
    if (kind === undefined) continue;
    const before = loads.get(cell.evaluatorId) ?? {
      userId: cell.evaluatorId,
      displayName: cell.displayName,
      cells: 0,
      leaves: 0,
      done: 0,
      late: 0,
    };
    const leaves = before.leaves + (sizes.get(`${kind} ${cell.family}`) ?? 0);
    const finished = before.done + (done.get(key(cell.unitId, cell.family, cell.slot)) ?? 0);
    loads.set(cell.evaluatorId, {
      ...before,
      cells: before.cells + 1,
      leaves,
      done: finished,
      late: late ? leaves - finished : 0,
    });
  }
  return [...loads.values()];
}

/** Leaves of the 100 by kind of unit and family. */
function familySizes(frame: AssessmentFrame): ReadonlyMap<string, number> {
  const familyOf = familyCodes(frame.indicators);
  const sizes = new Map<string, number>();
  for (const kind of ['county', 'department'] as const) {
    for (const leaf of leavesFor(frame.indicators, kind)) {
      if (leaf.role !== 'score') continue;
      const cell = `${kind} ${familyOf.get(leaf.code) ?? leaf.code}`;
      sizes.set(cell, (sizes.get(cell) ?? 0) + 1);
    }
  }
  return sizes;
}
