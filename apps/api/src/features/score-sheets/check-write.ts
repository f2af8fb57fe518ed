import type { Language, ScoreWrite } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';
import { judgeWrite, type Asked } from './judge-write.ts';
import type { Cell } from './sheets.access.ts';

/** @throws ProblemError `invalid-input` with every entry that does not fit the rule of the leaf */
export function checkWrite(
  cell: Pick<Cell, 'leaf' | 'fullMarks'>,
  write: ScoreWrite,
  language: Language,
): Asked {
  const judged = judgeWrite(cell, write);
  if (judged.ok) return judged.asked;
  const errors = judged.faults.map(({ path, sentence }) => ({ path, message: sentence[language] }));
  throw new ProblemError('invalid-input', { errors, values: { count: errors.length } });
}
