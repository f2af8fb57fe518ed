import type { Status } from '#lib/components/status.ts';
import type { Judgement } from './judge.ts';

export type MissingPart = 'reason' | 'evidence';

/** What a judged leaf still lacks; the API applies the same rule before the scoring can be closed. */
export function missingParts(judgement: Judgement, reason: string, evidenceCount: number): MissingPart[] {
  if (judgement.kind === 'not-applicable') return judgement.lacksReason ? ['reason'] : [];
  if (judgement.kind !== 'scored') return [];
  const { needsReason, lost } = judgement;
  const missing: MissingPart[] = [];
  if (needsReason && reason.trim() === '') missing.push('reason');
  if ((needsReason || lost > 0) && evidenceCount === 0) missing.push('evidence');
  return missing;
}

/** The mark of a leaf: a half filled leaf has no score yet, whatever it had before. */
export function cellStatus(judgement: Judgement, missing: readonly MissingPart[]): Status {
  if (judgement.kind === 'unscored' || judgement.kind === 'unfinished' || judgement.kind === 'invalid') {
    return 'unscored';
  }
  if (missing.length > 0) return 'incomplete';
  return judgement.kind === 'scored' ? 'scored' : 'not-applicable';
}
