import type { Appraisal, AppraisalList } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AppraisalMethod, Margins } from '@gongping/statistics';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { toSurveyUnit } from '../surveys/survey.mapper.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { surveyChannels, surveyUnits, surveyWithin, type SurveyUnit } from '../surveys/survey.service.ts';
import { appraisalOf, type UnitTally } from './appraisal.mapper.ts';
import { currentTallies } from './count-responses.ts';
import { countedSurvey } from './counted-survey.ts';
import { weighTallies } from './weigh-tallies.ts';
import { yearBefore } from './year-before.ts';

interface Appraised {
  readonly id: string;
  readonly appraisalMethod: AppraisalMethod;
}

/**
 * The social appraisal of every unit of an assessment, in a few queries whatever its size. Unit code → appraisal.
 * @param anew counts every answer again: for a publication
 */
export async function appraiseUnits(
  db: Database,
  assessment: Appraised,
  { anew = false } = {},
): Promise<Map<string, Appraisal>> {
  return appraiseListed(db, assessment, { units: await surveyUnits(db, assessment.id), anew });
}

async function appraiseListed(
  db: Database,
  { id: assessmentId, appraisalMethod: method }: Appraised,
  { units, anew }: { units: readonly SurveyUnit[]; anew: boolean },
): Promise<Map<string, Appraisal>> {
  const survey = await surveyWithin(db, assessmentId);
  if (!survey) return new Map();
  const questionnaires = await readQuestionnaires(db, survey);
  const tallies = await currentTallies(db, countedSurvey(survey, { method, questionnaires }), { anew });
  const byUnit = new Map<string, UnitTally[]>(units.map(({ id }) => [id, []]));
  for (const row of tallies) byUnit.get(row.unitId)?.push(row);
  const channels = await surveyChannels(db, survey.id);
  const by = { questionnaire: questionnaires.of(survey.version), method, channels };
  const margins = survey.margins as Margins | null;
  return new Map(
    units.map(({ id, code }) => {
      const own = byUnit.get(id) ?? [];
      const weighted = margins === null ? null : weighTallies(own, margins);
      return [code, { ...appraisalOf(own, by), weighted }];
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
  const units = await surveyUnits(db, assessment.id);
  const appraisals = await appraiseListed(db, assessment, { units, anew: false });
  const previous = await yearBefore(db, assessment);
  return {
    minimumSample: assessment.appraisalMethod.minimumSample,
    units: units.flatMap((unit) => {
      const appraisal = appraisals.get(unit.code);
      const before = previous.get(unit.code) ?? null;
      return appraisal ? [{ ...toSurveyUnit(unit), appraisal, previous: before }] : [];
    }),
  };
}
