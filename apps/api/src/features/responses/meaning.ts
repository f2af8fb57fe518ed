import type { Answers } from '@gongping/questionnaire';
import { hash } from 'node:crypto';
import { canonicalJson } from '../../http/canonical-json.ts';

/** Digest of unit and answers, without the token: who printed it must not find its answer by trying. */
export function meaningOf(unit: string, answers: Answers): string {
  return hash('sha256', canonicalJson({ unit, answers }));
}
