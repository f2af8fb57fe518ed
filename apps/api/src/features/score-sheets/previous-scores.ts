import type { ScoreState } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { findAssessmentOfYear } from './cell.repository.ts';
import { trimDecimal } from './decimal.ts';
import { listScoresByCode } from './score.repository.ts';

/** A score of the round before. Leaves are known by their codes: the round may have had another version. */
export interface PreviousScore {
  readonly unitId: string;
  readonly indicatorCode: string;
  readonly state: ScoreState;
  readonly marks: string | null;
  readonly fullMarks: string;
}

export interface PreviousRound {
  readonly id: string;
  readonly year: number;
  readonly scores: readonly PreviousScore[];
}

/** The scores of last year's round, of one unit or of all; null where there was none. */
export async function previousRound(
  db: Database,
  { year, demonstration }: Pick<AssessmentRow, 'year' | 'demonstration'>,
  unitId: string | null,
): Promise<PreviousRound | null> {
  const earlier = await findAssessmentOfYear(db, { year: year - 1, demonstration });
  if (!earlier) return null;
  const rows = await listScoresByCode(db, earlier.id, unitId);
  return {
    id: earlier.id,
    year: year - 1,
    scores: rows.flatMap((row) => {
      const fullMarks = row.kind === 'county' ? row.countyMarks : row.departmentMarks;
      if (fullMarks === null) return [];
      const { unitId: unit, indicatorCode, state } = row;
      const marks = row.marks === null ? null : trimDecimal(row.marks);
      return [{ unitId: unit, indicatorCode, state, marks, fullMarks: trimDecimal(fullMarks) }];
    }),
  };
}
