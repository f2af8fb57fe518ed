import type { Score } from '@gongping/contracts';
import { evaluateRule, type Rule, type RuleInput } from '@gongping/scoring';

type Missing = Score['missing'][number];

/**
 * What a score still lacks before the scoring can be closed. Marks lost, a bonus granted and a veto triggered each
 * need a reason and at least one piece of evidence; deductions that all say why need no reason beside them.
 *
 * @param leaf its rule and its full marks for the unit's kind
 */
export function missingOf(
  score: { readonly state: Score['state']; readonly input: RuleInput | null; readonly reason: string },
  leaf: { readonly rule: Rule; readonly fullMarks: number },
  evidenceCount: number,
): Missing[] {
  if (score.state !== 'scored' || score.input === null) return [];
  const outcome = evaluateRule(leaf.rule, score.input, leaf.fullMarks);
  if (!outcome.ok) return [];
  const missing: Missing[] = [];
  if (outcome.needsReason && score.reason.trim() === '') missing.push('reason');
  if ((outcome.needsReason || outcome.lost > 0) && evidenceCount === 0) missing.push('evidence');
  return missing;
}
