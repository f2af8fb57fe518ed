import type { Score } from '@gongping/contracts';
import type { Cell } from './sheets.access.ts';

/**
 * Progress over cells and their scores (in the same order). Bonus and veto leaves need no score for the round to be
 * closed, so they are not counted among the leaves; a bonus without its reason is incomplete all the same.
 */
export function countScores(cells: readonly Cell[], scores: readonly Score[]) {
  const within = scores.filter((_score, index) => cells[index]?.leaf.row.role === 'score');
  const inState = (state: Score['state']) => within.filter((score) => score.state === state).length;
  return {
    leaves: within.length,
    scored: inState('scored'),
    notApplicable: inState('not_applicable'),
    incomplete: scores.filter(({ missing }) => missing.length > 0).length,
  };
}
