import type { Answers } from '@gongping/questionnaire';
import { hash } from 'node:crypto';

/**
 * Digest of unit and answers, without the token: who printed it must not find its answer by trying. The bytes are those
 * of `canonicalJson`, made without looking at each value on the way.
 */
export function meaningOf(unit: string, answers: Answers): string {
  const sorted: Record<string, Answers[string]> = {};
  for (const code of Object.keys(answers).sort()) sorted[code] = answers[code] ?? '';
  return hash('sha256', JSON.stringify({ answers: sorted, unit }));
}
