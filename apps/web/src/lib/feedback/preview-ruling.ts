import type { AppealImpact } from '@gongping/contracts';
import { browserApi } from '#lib/api/browser.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Write } from '#lib/scoring/judge.ts';

export type Preview =
  | { readonly kind: 'impact'; readonly impact: AppealImpact }
  | { readonly kind: 'refused'; readonly why: string };

type RuledState = 'scored' | 'not_applicable';

/** A score as a ruling takes it; null where nothing is filled in yet. */
export function ruledScoreOf(write: Write | null) {
  if (write === null || write.state === 'unscored') return null;
  return { ...write, state: write.state as RuledState };
}

/** Asks what a score would do; null where a newer question took its place. */
export async function previewRuling(
  { slug, id }: { slug: string; id: string },
  write: Write,
  signal: AbortSignal,
): Promise<Preview | null> {
  const call = browserApi().assessments[':slug'].appeals[':id'].preview;
  const score = ruledScoreOf(write);
  if (score === null) return null;
  const json = score as Parameters<typeof call.$post>[0]['json'];
  try {
    const response = await call.$post({ param: { slug, id }, json }, { init: { signal } });
    if (response.ok) return { kind: 'impact', impact: await response.json() };
    const { detail } = await problemOf(response);
    return { kind: 'refused', why: detail };
  } catch {
    return signal.aborted ? null : { kind: 'refused', why: m.errors_unreachable() };
  }
}
