import { mixParts } from './mix-parts.ts';
import type { TotalPart } from './mix-parts.ts';
import type { Model } from './model.ts';
import type { NodeScores } from './node-scores.ts';
import { settle } from './round.ts';
import { SCORED } from './score-matrix.ts';
import { codeOf, isLeaf, roleOf } from './tree.ts';

/** How a unit's total came about, in the order of computing. */
export interface UnitTotal {
  readonly unit: string;
  readonly kind: string;
  readonly parts: readonly TotalPart[];
  /** Σ weight in use × value over the parts. */
  readonly mixed: number | null;
  /** Granted, and what the bonus cap leaves of it. */
  readonly bonus: { readonly granted: number; readonly counted: number };
  readonly penalty: number;
  /** mixed + bonus − penalty. */
  readonly beforeCap: number | null;
  readonly capApplied: boolean;
  readonly total: number | null;
  /** Codes of veto leaves that are triggered, whether or not the method has a veto. */
  readonly vetoes: readonly string[];
  /** The band that the total earns, before a veto. */
  readonly bandEarned: string | null;
  readonly band: string | null;
}

export type UnbandedTotal = Omit<UnitTotal, 'bandEarned' | 'band'>;

/** Leaves of a role outside the tree, found once for all units. */
export const leavesOutside = (model: Model): { bonus: number[]; penalty: number[]; veto: number[] } => {
  const { tree } = model;
  const of = (role: string): number[] =>
    tree.order
      .filter((node) => node !== tree.root && isLeaf(tree, node) && roleOf(tree, node) === role)
      .toSorted((a, b) => a - b);
  return { bonus: of('bonus'), penalty: of('penalty'), veto: of('veto') };
};

/**
 * Adds the bonus to the mixed score, subtracts the penalty, caps. Bonus, penalty and veto leaves that are unscored or
 * N/A count nothing. The total has no floor: a penalty may take it below 0.
 */
export const totalOf = (
  model: Model,
  scores: NodeScores,
  at: { readonly unit: number; readonly outside: ReturnType<typeof leavesOutside> },
): UnbandedTotal => {
  const { method, tree, units, planOf, matrix } = model;
  const u = at.unit;
  const unit = units[u]?.code ?? '';
  const kind = units[u]?.kind ?? '';
  const width = units.length;
  const triggered = (leaves: readonly number[]): number[] =>
    leaves.filter((n) => planOf[u]?.applies[n] === 1 && matrix.state[n * width + u] === SCORED);
  const sum = (leaves: readonly number[]): number =>
    settle(triggered(leaves).reduce((s, n) => s + (matrix.value[n * width + u] ?? 0), 0));

  const { parts, mixed } = mixParts(model, scores, u);
  const granted = sum(at.outside.bonus);
  const counted = method.bonusCap === null ? granted : Math.min(granted, method.bonusCap);
  const penalty = sum(at.outside.penalty);
  const sumOfAll = mixed === null ? null : settle(mixed + counted - penalty);
  const beforeCap = sumOfAll !== null && Number.isFinite(sumOfAll) ? sumOfAll : null;
  const capApplied = beforeCap !== null && method.totalCap !== null && beforeCap > method.totalCap;
  const vetoes = triggered(at.outside.veto)
    .filter((n) => matrix.value[n * width + u] === 1)
    .map((n) => codeOf(tree, n));
  return {
    unit,
    kind,
    parts,
    mixed,
    bonus: { granted, counted },
    penalty,
    beforeCap,
    capApplied,
    total: capApplied ? method.totalCap : beforeCap,
    vetoes,
  };
};
