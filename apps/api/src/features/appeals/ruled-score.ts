import type { AppealRuling, Language, ruledScore, Score } from '@gongping/contracts';
import type { z } from 'zod';
import { ProblemError } from '../../http/problem-error.ts';
import { checkWrite } from '../score-sheets/check-write.ts';
import { isSame, type Asked } from '../score-sheets/judge-write.ts';
import { missingOf } from '../score-sheets/missing.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';

const sentences = {
  unchanged: {
    zh: '得分没有变化。请填写采纳后的评分；如维持原评分，请选择“不予采纳”。',
    en: 'The score is as before. Enter the score that the appeal leads to, or reject the appeal.',
  },
  missing: {
    zh: '采纳或部分采纳时请填写新的评分。',
    en: 'Enter the new score where the appeal is upheld, wholly or in part.',
  },
  notNeeded: {
    zh: '不予采纳时评分不变，请勿填写新的评分。',
    en: 'A rejected appeal leaves the score as it is.',
  },
  reason: { zh: '仍有扣分的，请说明理由。', en: 'Say why marks are still lost.' },
} as const;

function refusal(path: string, sentence: keyof typeof sentences, language: Language): ProblemError {
  const errors = [{ path, message: sentences[sentence][language] }];
  return new ProblemError('invalid-input', { errors });
}

/** A new score held against the rule of its leaf. @throws ProblemError `invalid-input` */
export function checkRuledScore(cell: Cell, asked: z.infer<typeof ruledScore>, language: Language): Asked {
  return checkWrite(cell, asked, { language, within: 'score' });
}

/**
 * The score that a ruling leads to; null where the appeal is rejected.
 * @throws ProblemError `invalid-input` where outcome and score do not go together
 */
export function scoreOfRuling(
  cell: Cell,
  { ruling, stands }: { ruling: AppealRuling; stands: Score },
  language: Language,
): Asked | null {
  if (ruling.outcome === 'rejected') {
    if (ruling.score !== null) throw refusal('score', 'notNeeded', language);
    return null;
  }
  if (ruling.score === null) throw refusal('score', 'missing', language);
  const asked = checkRuledScore(cell, ruling.score, language);
  const { state, input, marks } = stands;
  if (isSame({ state, input, marks, reason: '' }, { ...asked, reason: '' }))
    throw refusal('score', 'unchanged', language);
  const marked = { rule: cell.leaf.rule, fullMarks: Number(cell.fullMarks) };
  if (missingOf(asked, marked, 1).includes('reason')) throw refusal('score.reason', 'reason', language);
  return asked;
}
