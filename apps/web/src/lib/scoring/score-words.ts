import type { ScoreState } from '@gongping/contracts';
import type { Rule } from '@gongping/scoring';
import { formatScore } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Judgement } from './judge.ts';

/** A score in a word or a number: `3.44`, 未评, 不适用, 已触发. */
export function scoreWord(rule: Rule, score: { state: ScoreState; marks: string | number | null }): string {
  if (score.state === 'not_applicable') return m.common_not_applicable();
  if (score.state === 'unscored' || score.marks === null) return m.common_unscored();
  const marks = Number(score.marks);
  if (rule.method === 'veto') return marks > 0 ? m.scoring_veto_yes() : m.scoring_veto_no();
  return formatScore(marks);
}

/** What stands in the fields, in a word or a number. */
export function judgementWord(rule: Rule, judgement: Judgement): string {
  switch (judgement.kind) {
    case 'unscored':
      return m.scoring_unscored();
    case 'not-applicable':
      return m.common_not_applicable();
    case 'unfinished':
      return m.scoring_unfinished();
    case 'invalid':
      return m.scoring_invalid();
    case 'scored':
      return scoreWord(rule, { state: 'scored', marks: judgement.marks });
  }
}

/** The same in the width of a column: what is no score is blank or a dash. */
export function shortWord(rule: Rule, judgement: Judgement): string {
  if (judgement.kind === 'scored') return scoreWord(rule, { state: 'scored', marks: judgement.marks });
  return judgement.kind === 'not-applicable' ? '—' : '';
}
