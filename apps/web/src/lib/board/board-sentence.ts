import type { AssessmentSummary, ProgressBoard } from '@gongping/contracts';
import { phaseWord } from '#lib/frame/assessment-line.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where the present phase stands, in a sentence: late, or how many units have done their part. */
export function boardSentence({ title, procedure }: AssessmentSummary, board: ProgressBoard): string {
  const phase = phaseWord(board.phase);
  const late = board.units.filter((unit) => unit.late.length > 0).length;
  if (late > 0) {
    const { overdueDays: days, end } = board;
    return m.board_sentence_late({ phase, end: end ?? '', days, count: late });
  }
  const done = board.units.filter((unit) => {
    const second = !procedure.doubleScoring || unit.secondScored >= unit.leaves;
    if (board.phase === 'self_assessment') return unit.claimSubmittedAt !== null;
    if (board.phase === 'scoring') return unit.scored >= unit.leaves && second;
    if (board.phase === 'arbitration') return unit.cases.open === 0;
    return board.phase === 'appeal' && unit.appeals.open === 0;
  }).length;
  const works = ['self_assessment', 'scoring', 'arbitration', 'appeal'].includes(board.phase);
  return works
    ? m.board_sentence_time({ title, phase, done, units: board.units.length })
    : m.board_sentence_quiet({ title, phase });
}
