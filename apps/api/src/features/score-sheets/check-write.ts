import type { Language, ScoreWrite } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';
import { judgeWrite, type Asked } from './judge-write.ts';
import type { Cell } from './sheets.access.ts';

/**
 * Holds a write against the rule of its leaf.
 *
 * @param reader.within where the write stands in the request, for example `score`; empty for the request itself
 * @throws ProblemError `invalid-input` with every entry that does not fit
 */
export function checkWrite(
  cell: Pick<Cell, 'leaf' | 'fullMarks'>,
  write: Pick<ScoreWrite, 'state' | 'input' | 'reason'>,
  { language, within = '' }: { language: Language; within?: string },
): Asked {
  const judged = judgeWrite(cell, write);
  if (judged.ok) return judged.asked;
  const errors = judged.faults.map(({ path, sentence }) => ({
    path: within === '' ? path : `${within}.${path}`,
    message: sentence[language],
  }));
  throw new ProblemError('invalid-input', { errors });
}
