import { isOpen, type Phase } from '@gongping/contracts';

/** What decides whether a unit may still write its self-assessment. */
export interface ClaimRound {
  readonly phase: Phase;
  readonly phaseDates: Readonly<Record<string, { readonly end: string } | undefined>>;
}

/**
 * The last day on which the unit may write: that of the phase, or its own where the organiser gave it a later one; null
 * where the phase has no last day.
 */
export function lastDayOf(
  { phaseDates }: Pick<ClaimRound, 'phaseDates'>,
  reopening: { readonly lastDay: string | null } | undefined,
): string | null {
  const end = phaseDates['self_assessment']?.end;
  if (end === undefined) return null;
  const own = reopening?.lastDay ?? '';
  return own > end ? own : end;
}

/** Why nothing can be written: the round is in another phase, or the last day has passed; null while it can. */
export function closedBy(
  round: ClaimRound,
  { lastDay, today }: { lastDay: string | null; today: string },
): 'phase' | 'day' | null {
  if (!isOpen('claim.write', round.phase)) return 'phase';
  return lastDay !== null && today > lastDay ? 'day' : null;
}
