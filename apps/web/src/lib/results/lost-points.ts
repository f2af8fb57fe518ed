import type { MethodView, RankedUnit, UnitResult } from '@gongping/contracts';

export type LeafResult = UnitResult['leaves'][number];

/** How lost marks become lost points: `lost ÷ applicable × 100 × weight = points`. */
export interface LostPoints {
  readonly lost: number;
  readonly applicable: number;
  /** Weight of the third-party score in the unit's total, 0 to 1. */
  readonly weight: number;
  readonly points: number;
}

/** The third-party score's weight in this unit's total: all of it where the appraisal could not be counted. */
export function weightInUse({ social }: Pick<RankedUnit, 'social'>, method: MethodView): number {
  return social === null ? 1 : method.thirdPartyWeight;
}

/**
 * The parts of the formula, or null where it does not come to the points that were computed: where what is not
 * applicable is made good among siblings, each branch has a factor of its own.
 */
export function lostPoints(
  leaf: Pick<LeafResult, 'lost' | 'lostPoints'>,
  unit: Pick<RankedUnit, 'social' | 'applicableMarks'>,
  method: MethodView,
): LostPoints | null {
  if (unit.applicableMarks <= 0) return null;
  const weight = weightInUse(unit, method);
  const points = (leaf.lost / unit.applicableMarks) * 100 * weight;
  if (Math.abs(points - leaf.lostPoints) > 1e-6) return null;
  return { lost: leaf.lost, applicable: unit.applicableMarks, weight, points: leaf.lostPoints };
}

/** What a unit's page tells of its leaves, each list once. */
export interface LeafLists {
  /** Marks lost, greatest cost first, then in printing order. */
  readonly deductions: readonly LeafResult[];
  readonly notApplicable: readonly LeafResult[];
  readonly unscored: readonly LeafResult[];
  /** Bonus leaves with marks. */
  readonly bonuses: readonly LeafResult[];
  /** Vetoes that were triggered. */
  readonly vetoes: readonly LeafResult[];
}

export function leafLists(leaves: readonly LeafResult[]): LeafLists {
  const inside = leaves.filter(({ role }) => role === 'score');
  const earned = ({ state, marks }: LeafResult) => state === 'scored' && (marks ?? 0) > 0;
  return {
    deductions: inside.filter(({ lost }) => lost > 0).sort((a, b) => b.lostPoints - a.lostPoints),
    notApplicable: inside.filter(({ state }) => state === 'not_applicable'),
    unscored: inside.filter(({ state }) => state === 'unscored'),
    bonuses: leaves.filter((leaf) => leaf.role === 'bonus' && earned(leaf)),
    vetoes: leaves.filter((leaf) => leaf.role === 'veto' && earned(leaf)),
  };
}
