import type { BoardUnit, LateWork, Phase, Procedure } from '@gongping/contracts';

/** What a unit still lacks in the phase that the round is in, whether or not there is time left. */
export function openWork(unit: Omit<BoardUnit, 'late'>, phase: Phase, procedure: Procedure): LateWork[] {
  switch (phase) {
    case 'self_assessment':
      return unit.claimSubmittedAt === null ? ['claim'] : [];
    case 'scoring': {
      const first = unit.scored < unit.leaves ? (['score'] as const) : [];
      const second = procedure.doubleScoring && unit.secondScored < unit.leaves ? (['second'] as const) : [];
      return [...first, ...second];
    }
    case 'arbitration':
      return unit.cases.open > 0 ? ['case'] : [];
    case 'appeal':
      return unit.appeals.open > 0 ? ['appeal'] : [];
    default:
      return [];
  }
}

/** Whole days since the last day of a phase; 0 while there is time, or where no day is set. */
export function overdueDays(end: string | null, today: string): number {
  if (end === null || today <= end) return 0;
  return (Date.parse(today) - Date.parse(end)) / 86_400_000;
}
