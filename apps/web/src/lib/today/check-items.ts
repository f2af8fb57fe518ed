import { formatCount } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AttentionFacts, AttentionItem } from './attention.ts';

/** What the standing checks have found and nobody has settled. */
export function checkItems({
  assessment,
  checks: { severe, warning },
}: Pick<AttentionFacts, 'assessment' | 'checks'>): AttentionItem[] {
  if (assessment.phase === 'plan' || severe + warning === 0) return [];
  return [
    {
      key: 'checks',
      sentence:
        severe > 0
          ? m.checks_today({ severe: formatCount(severe) })
          : m.checks_today_warning({ warning: formatCount(warning) }),
      tone: severe > 0 ? 'missing' : 'next',
      due: null,
      href: `/work/assessments/${assessment.slug}/checks`,
      action: m.checks_today_action(),
    },
  ];
}
