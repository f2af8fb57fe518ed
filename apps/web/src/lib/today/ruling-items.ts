import type { AssessmentSummary, ProgressBoard } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';
import type { AttentionItem } from './attention.ts';
import type { WaitingRulings } from './load-rulings.ts';

/** Differences and appeals that wait for a ruling. */
export function rulingItems(
  { slug, phase, phaseDates }: AssessmentSummary,
  { cases, appeals }: WaitingRulings,
): AttentionItem[] {
  const round = `/work/assessments/${slug}`;
  const due = phaseDates[phase]?.end ?? null;
  const items: AttentionItem[] = [];
  if (cases > 0) {
    items.push({
      key: 'cases',
      sentence: m.today_attention_cases({ count: cases }),
      tone: 'missing',
      // Cases may be ruled while the scoring goes on; the last day is that of the arbitration.
      due: phase === 'scoring' ? (phaseDates.arbitration?.end ?? null) : due,
      href: `${round}/scoring/arbitration`,
      action: m.today_attention_rule(),
    });
  }
  if (appeals > 0) {
    items.push({
      key: 'appeals',
      sentence: m.today_attention_appeals({ count: appeals }),
      tone: 'missing',
      due,
      href: `${round}/feedback/appeals`,
      action: m.today_attention_rule(),
    });
  }
  return items;
}

/** What waits in the whole round, by its board. */
export function waitingIn({ units }: ProgressBoard): WaitingRulings {
  return {
    cases: units.reduce((sum, { cases }) => sum + cases.open, 0),
    appeals: units.reduce((sum, { appeals }) => sum + appeals.open, 0),
  };
}
