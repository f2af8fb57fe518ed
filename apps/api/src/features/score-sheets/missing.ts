import type { Score } from '@gongping/contracts';
import { evaluateRule, type Rule, type RuleInput } from '@gongping/scoring';

export type Missing = Score['missing'][number];

export interface JudgedScore {
  readonly state: Score['state'];
  readonly input: RuleInput | null;
  /** What the input leads to; of a mean of two different entries, which has none, all that there is. */
  readonly marks: string | number | null;
  readonly reason: string;
}

/**
 * What a score still lacks before the scoring can be closed. Marks lost, a bonus granted and a veto triggered each
 * need a reason and at least one piece of evidence; deductions that all say why need no reason beside them. The mean of
 * two different entries has no entry of its own and is judged by its marks.
 *
 * @param leaf its rule and its full marks for the unit's kind
 */
export function missingOf(
  score: JudgedScore,
  leaf: { readonly rule: Rule; readonly fullMarks: number },
  evidenceCount: number,
): Missing[] {
  const { needsReason, loses } = departures(score, leaf);
  const missing: Missing[] = [];
  if (needsReason && score.reason.trim() === '') missing.push('reason');
  if ((needsReason || loses) && evidenceCount === 0) missing.push('evidence');
  return missing;
}

const none = { needsReason: false, loses: false };

function departures(
  { state, input, marks }: JudgedScore,
  { rule, fullMarks }: { readonly rule: Rule; readonly fullMarks: number },
): { needsReason: boolean; loses: boolean } {
  if (state !== 'scored') return none;
  if (input !== null) {
    const outcome = evaluateRule(rule, input, fullMarks);
    return outcome.ok ? { needsReason: outcome.needsReason, loses: outcome.lost > 0 } : none;
  }
  if (marks === null) return none;
  const isExtra = rule.method === 'bonus' || rule.method === 'veto';
  const departs = isExtra ? Number(marks) > 0 : Number(marks) < fullMarks;
  return { needsReason: departs, loses: departs && !isExtra };
}
