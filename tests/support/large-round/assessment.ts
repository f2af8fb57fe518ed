import { insertRows, schema, type Database, type Procedure } from '@gongping/db';
import type { Phase } from '@gongping/contracts';
import { resolveMethod } from '@gongping/scoring';
import { assessmentMethod, questionnaire2020 } from '@gongping/templates';
import { randomUUID } from 'node:crypto';
import type { People } from './people.ts';
import type { Frame } from './system.ts';

/** A round among others: its year names it. */
export interface RoundOf {
  readonly year: number;
  readonly phase: Phase;
}

const procedure: Procedure = {
  selfAssessment: true,
  claimsShown: true,
  doubleScoring: true,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
};

const { bands, componentWeights } = assessmentMethod;
const { method: appraisal, questions } = questionnaire2020;
const rated = (family: string) => questions.filter((each) => each.family === family).map(({ code }) => code);

/** The round with its units and who scores them. @returns its id */
export async function insertAssessment(
  db: Database,
  { frame, people, now }: { frame: Frame; people: People; now: Date },
  { year, phase }: RoundOf,
): Promise<string> {
  const id = randomUUID();
  await db.insert(schema.assessments).values({
    id,
    slug: String(year),
    year,
    title: `${year} 年度政务公开评估`,
    indicatorSystemId: frame.systemId,
    phase,
    procedure,
    phaseDates: { [phase]: { start: `${year}-10-01`, end: `${year + 10}-12-31` } },
    excludedIndicators: [],
    method: resolveMethod({
      components: [{ code: 'social', file: 'social.csv', weight: componentWeights.socialAppraisal }],
      bands: bands.map(({ code, name, minimum }) => ({ code, name: name.zh, minimum })),
      notApplicable: 'total',
      unscored: 'exclude',
    }),
    bandNames: Object.fromEntries(bands.map(({ code, name }) => [code, name])),
    appraisalMethod: {
      families: Object.fromEntries(
        Object.entries(appraisal.familyWeights).map(([code, weight]) => [
          code,
          { weight, questions: rated(code) },
        ]),
      ),
      overall: null,
      minimumAnswered: appraisal.minimumAnswered,
      groups: Object.fromEntries(
        Object.entries(appraisal.groups).map(([code, { weight }]) => [code, { weight }]),
      ),
      minimumGroup: appraisal.minimumGroup,
      minimumSample: 20,
    },
    demonstration: false,
    revision: 1,
    createdAt: now,
  });
  const unitIds = frame.units.map((unit) => unit.id);
  await insertRows(
    db,
    schema.assessmentUnits,
    unitIds.map((unitId) => ({ assessmentId: id, unitId })),
  );
  const raters = [people.ids.evaluator, people.ids.second];
  const cells = unitIds.flatMap((unitId) =>
    frame.families.flatMap((family) =>
      raters.map((evaluatorId, at) => ({ assessmentId: id, unitId, family, slot: at + 1, evaluatorId })),
    ),
  );
  await insertRows(db, schema.assignments, cells);
  await insertRows(
    db,
    schema.ratingSubmissions,
    cells.map(({ evaluatorId, ...cell }) => ({ ...cell, submittedBy: evaluatorId, submittedAt: now })),
  );
  return id;
}
