import { claimLacks } from '@gongping/contracts';
import type { Rule } from '@gongping/scoring';
import type { Status } from '#lib/components/status.ts';
import type { Judgement } from './judge.ts';

export type MissingPart = 'reason' | 'evidence';

export interface MissingQuestion {
  readonly rule: Rule;
  readonly judgement: Judgement;
  readonly reason: string;
  /** Pieces of evidence. */
  readonly evidence: number;
}

/** What a claim still lacks; by the API's own rule. */
export function missingProof({ rule, judgement, reason, evidence }: MissingQuestion): MissingPart[] {
  if (judgement.kind === 'not-applicable') return judgement.lacksReason ? ['reason'] : [];
  const marks = judgement.kind === 'scored' ? judgement.marks : null;
  return claimLacks({ method: rule.method, marks, reason, evidence });
}

/** What a score still lacks; the API applies the same rule before the scoring can be closed. */
export function missingParts({ judgement, reason, evidence }: Omit<MissingQuestion, 'rule'>): MissingPart[] {
  if (judgement.kind === 'not-applicable') return judgement.lacksReason ? ['reason'] : [];
  if (judgement.kind !== 'scored') return [];
  const { needsReason, lost } = judgement;
  const missing: MissingPart[] = [];
  if (needsReason && reason.trim() === '') missing.push('reason');
  if ((needsReason || lost > 0) && evidence === 0) missing.push('evidence');
  return missing;
}

/** What an entry of a calibration still lacks: as a score, but it wants no evidence. */
export function missingReason(of: MissingQuestion): MissingPart[] {
  return missingParts(of).filter((part) => part !== 'evidence');
}

/** The mark of a leaf: a half filled leaf has no score yet, whatever it had before. */
export function cellStatus(judgement: Judgement, missing: readonly MissingPart[]): Status {
  if (judgement.kind === 'unscored' || judgement.kind === 'unfinished' || judgement.kind === 'invalid') {
    return 'unscored';
  }
  if (missing.length > 0) return 'incomplete';
  return judgement.kind === 'scored' ? 'scored' : 'not-applicable';
}
