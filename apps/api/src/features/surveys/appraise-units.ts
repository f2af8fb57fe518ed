import type { Appraisal, AppraisalList, Questionnaire } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AppraisalMethod } from '@gongping/statistics';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { appraisalOf } from './appraisal.mapper.ts';
import type { StoredAnswers } from './check-answers.ts';
import { listAnswers } from './response.repository.ts';
import { toSurveyUnit } from './survey.mapper.ts';
import * as repository from './survey.repository.ts';

interface Appraised {
  readonly id: string;
  readonly appraisalMethod: AppraisalMethod;
}

/** The social appraisal of every unit of an assessment, in two queries. Unit code → appraisal. */
export async function appraiseUnits(db: Database, assessment: Appraised): Promise<Map<string, Appraisal>> {
  const units = await repository.listSurveyUnits(db, assessment.id);
  return appraiseListed(db, assessment, units);
}

async function appraiseListed(
  db: Database,
  assessment: Appraised,
  units: readonly repository.SurveyUnitRow[],
): Promise<Map<string, Appraisal>> {
  const survey = await repository.findSurveyOfAssessment(db, assessment.id);
  if (!survey) return new Map();
  const answers = new Map<string, StoredAnswers[]>(units.map(({ id }) => [id, []]));
  for (const row of await listAnswers(db, survey.id)) answers.get(row.unitId)?.push(row.answers);
  const questionnaire = survey.questionnaire as Questionnaire;
  return new Map(
    units.map(({ id, code }) => {
      const own = answers.get(id) ?? [];
      return [code, appraisalOf(own, questionnaire, assessment.appraisalMethod)];
    }),
  );
}

/** The appraisal as it stands, for the organiser and leaders. @throws ProblemError `not-found`, `forbidden` */
export async function readAppraisal(
  { db }: Dependencies,
  actor: Actor,
  slug: string,
): Promise<AppraisalList> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser', 'leader'] });
  const units = await repository.listSurveyUnits(db, assessment.id);
  const appraisals = await appraiseListed(db, assessment, units);
  return {
    minimumSample: assessment.appraisalMethod.minimumSample,
    units: units.flatMap((unit) => {
      const appraisal = appraisals.get(unit.code);
      return appraisal ? [{ ...toSurveyUnit(unit), appraisal }] : [];
    }),
  };
}
