import type { Database } from '@gongping/db';
import { appraiseUnits } from '../appraisals/appraise-units.ts';
import { assessmentFrame, type AssessmentRow } from '../assessments/assessment-frame.ts';
import { bandsOf } from '../assessments/assessment-settings.ts';
import { toIndicator } from '../indicator-systems/indicator-system.service.ts';
import { scoreRows, type ScoreRecord, type WithEvidence } from '../score-sheets/score-rows.ts';
import { toUnit } from '../units/unit.service.ts';
import type { RoundFacts, ScoreFacts } from './round-facts.ts';

/**
 * Reads everything that decides a round's results, in a few queries whatever its size.
 * @param with.evidence decides nothing, and may be left out where nobody looks at it
 * @param with.anew counts the answers of the survey from the first: for a publication
 */
export async function gatherFacts(
  db: Database,
  assessment: AssessmentRow,
  { evidence, anew = false }: { evidence: WithEvidence; anew?: boolean },
): Promise<RoundFacts> {
  const frame = await assessmentFrame(db, assessment);
  const records = await scoreRows(db, assessment.id, evidence);
  const appraisals = await appraiseUnits(db, assessment, { anew });
  const units = frame.units.map(toUnit).map(({ code, name, kind }) => ({ code, name, kind }));
  const kinds = new Map(units.map(({ code, kind }) => [code, kind]));
  const leaves = new Map(frame.indicators.map(({ code, unitKinds }) => [code, unitKinds]));
  return {
    title: assessment.title,
    year: assessment.year,
    slug: assessment.slug,
    demonstration: assessment.demonstration,
    units,
    indicators: frame.indicators.map(toIndicator),
    excludedIndicators: assessment.excludedIndicators,
    method: assessment.method,
    bands: bandsOf(assessment),
    appraisalMethod: assessment.appraisalMethod,
    // Scores of units and leaves that no longer count are kept, but decide nothing.
    scores: records
      .filter(({ unitCode, indicatorCode }) => {
        const kind = kinds.get(unitCode);
        return kind !== undefined && leaves.get(indicatorCode)?.includes(kind);
      })
      .map(toScoreFacts),
    appraisals: Object.fromEntries(appraisals),
  };
}

function toScoreFacts(record: ScoreRecord): ScoreFacts {
  return {
    unit: record.unitCode,
    indicator: record.indicatorCode,
    state: record.state,
    marks: record.marks,
    input: record.input,
    reason: record.reason,
    evidence: record.evidence,
  };
}
