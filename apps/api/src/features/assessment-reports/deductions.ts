import type { ScoreFacts } from '../results/round-facts.ts';
import type { Indicator } from '@gongping/contracts';
import { deductionsOf } from '../appeals/problem-of.ts';

/** The single deductions that a rule names, as `链接失效×2`. */
export function namedDeductions(
  leaf: Indicator | undefined,
  score: ScoreFacts | undefined,
): { label: string; count: number }[] {
  if (!leaf?.rule || score === undefined) return [];
  return deductionsOf(leaf.rule, score.input).flatMap(({ label, count }) =>
    label === null ? [] : [{ label: label.zh, count }],
  );
}

/** Why marks were lost: the reason of the score, and those of its single deductions. */
export function reasonOf(leaf: Indicator | undefined, score: ScoreFacts | undefined): string {
  if (!leaf?.rule || score === undefined) return '';
  const single = deductionsOf(leaf.rule, score.input).map(({ label, count, reason }) => {
    const name = label === null ? '' : `${label.zh}${count > 1 ? `×${count}` : ''}`;
    return [name, reason].filter((part) => part !== '').join('：');
  });
  return [score.reason, ...single].filter((line) => line !== '').join('\n');
}
