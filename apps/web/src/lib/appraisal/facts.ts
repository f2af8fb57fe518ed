import type { Appraisal } from '@gongping/contracts';
import { formatCount, formatPercent, formatScore, formatScoreOr } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import { countWord, shareOf } from './figures.ts';

/** How many were received, how many of them do not count, and what they would make; null where it was not kept. */
export function cleaningSentence({ raw, states }: Pick<Appraisal, 'raw' | 'states'>): string | null {
  if (!raw || !states) return null;
  const received = formatCount(raw.received);
  const { held, refused } = states;
  if (held + refused === 0) return m.facts_all_count({ received });
  const counts = { received, held: formatCount(held), refused: formatCount(refused) };
  return raw.score === null
    ? m.facts_cleaned_no_score(counts)
    : m.facts_cleaned({ ...counts, score: formatScore(raw.score) });
}

/** Who has dealt with the unit, and who never has, apart. */
export function contactSentence({ contact }: Pick<Appraisal, 'contact'>): string | null {
  if (!contact) return null;
  const { dealt, never } = contact;
  const all = dealt.received === null || never.received === null ? null : dealt.received + never.received;
  const share = shareOf(never.received, all);
  return m.facts_contact({
    never: countWord(never.received),
    share: share === null ? '—' : formatPercent(share),
    neverMean: formatScoreOr(never.mean, '—'),
    dealtMean: formatScoreOr(dealt.mean, '—'),
  });
}

/** Cronbach's α with what it says. */
export function reliabilitySentence({ alpha }: Pick<Appraisal, 'alpha'>): string | null {
  return alpha === undefined || alpha === null ? null : m.facts_alpha({ alpha: formatScore(alpha) });
}

/** The mean by known totals, with what the weights cost. */
export function weightedSentence({ weighted }: Pick<Appraisal, 'weighted'>): string | null {
  if (!weighted) return null;
  const { mean, designEffect, effectiveSize, reason } = weighted;
  if (mean === null || designEffect === null || effectiveSize === null)
    return reason === 'empty-category' ? m.facts_weighted_empty() : m.facts_weighted_unsettled();
  return m.facts_weighted({
    mean: formatScore(mean),
    effect: formatScore(designEffect),
    size: formatCount(effectiveSize),
  });
}
