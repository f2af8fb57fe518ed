import type { Unit } from './input.ts';
import type { KindPlan } from './kind-plan.ts';
import type { Method } from './method.ts';

/** Units that are ranked, and compared by the data-relative normalisations, with each other. */
export interface RankingGroup {
  /** The kind, or `all`. */
  readonly name: string;
  readonly plans: readonly KindPlan[];
  /** Indices of the units in the order of their codes. */
  readonly units: Int32Array;
}

export const rankingGroups = (
  units: readonly Unit[],
  plans: readonly KindPlan[],
  method: Method,
): RankingGroup[] => {
  const groups =
    method.ranking.within === 'all'
      ? [{ name: 'all', plans }]
      : plans.map((plan) => ({ name: plan.kind, plans: [plan] }));
  const code = (u: number): string => units[u]?.code ?? '';
  return groups.map((group) => {
    const members = group.plans.flatMap((plan) => [...plan.units]);
    members.sort((a, b) => (code(a) < code(b) ? -1 : 1));
    return { ...group, units: Int32Array.from(members) };
  });
};
