/** What the ratings of two blind raters are read from, and what follows from them is written with. */
export { holdPhase, listHandedIn, lockUnitRatings } from './cell.repository.ts';
export { listRatings, type RatingRow } from './rating.repository.ts';
export { listScores, type ScoreRow } from './score.repository.ts';
