import type { ProblemItem } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { previousRound } from '../score-sheets/previous-scores.ts';
import { lostMarks } from './problem-of.ts';
import { listRectifications } from './rectification.repository.ts';

export type Repeated = NonNullable<ProblemItem['repeated']>;

/**
 * Leaves that lost marks in last year's round, by unit and code of the leaf: losing there again is a repeated deduction
 * (重复扣分). Three queries, whatever the number of units.
 *
 * @param unitId one unit; null for all
 */
export async function lostBefore(
  db: Database,
  assessment: Pick<AssessmentRow, 'year' | 'demonstration'>,
  unitId: string | null,
): Promise<(unitId: string, indicatorCode: string) => Repeated | null> {
  const earlier = await previousRound(db, assessment, unitId);
  if (earlier === null) return () => null;
  const rows = await listRectifications(db, earlier.id, unitId);
  const asked = new Map(rows.map((row) => [`${row.unitId}/${row.indicatorCode}`, row]));
  const found = new Map(
    earlier.scores.map((score) => {
      const key = `${score.unitId}/${score.indicatorCode}`;
      const { request = '', answer = '' } = asked.get(key) ?? {};
      return [key, { year: earlier.year, lost: lostMarks('score', score), request, answer }] as const;
    }),
  );
  return (unit, code) => {
    const before = found.get(`${unit}/${code}`);
    return before && before.lost > 0 ? before : null;
  };
}
