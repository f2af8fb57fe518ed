import type { Phase, PublicationSummary } from '@gongping/contracts';
import { formatLongDate } from '#lib/format/date.ts';
import { phaseWord } from '#lib/frame/assessment-line.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Where the way to publication stands, in one sentence. */
export function stateSentence(
  phase: Phase,
  { unscored, severe, newest }: { unscored: number; severe: number; newest: PublicationSummary | null },
): string {
  if (phase === 'plan' || phase === 'self_assessment') return m.publication_state_plan();
  if (phase === 'scoring') {
    return unscored === 0 ? m.publication_state_scored() : m.publication_state_scoring({ count: unscored });
  }
  if (phase === 'arbitration' || phase === 'feedback' || phase === 'appeal') {
    return m.phases_publish_waits({ phase: phaseWord(phase) });
  }
  if (phase === 'final' || newest === null) {
    return severe > 0 ? m.publication_state_blocked() : m.publication_state_final();
  }
  const date = formatLongDate(newest.publishedAt, getLocale());
  return m.publication_state_published({ version: newest.version, date });
}
