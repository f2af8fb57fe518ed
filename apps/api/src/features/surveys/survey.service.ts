import type { PublicSurvey, SurveyView } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { statusOf, toPublicSurvey, toSurveyView } from './survey.mapper.ts';
import { templateQuestionnaire } from './survey.questionnaire.ts';
import * as repository from './survey.repository.ts';
import * as counts from './answer-counts.repository.ts';

export interface NewSurvey {
  readonly assessmentId: string;
  /** The assessment's slug, which begins with the year: the survey has the same. */
  readonly slug: string;
  readonly title: string;
  /** Phase → first and last day in Asia/Shanghai; those of `survey` are when it takes answers. */
  readonly phaseDates: Readonly<Record<string, { start: string; end: string } | undefined>>;
  readonly now: Date;
}

/** Creates the survey of a new assessment, with the template's questionnaire. Call it in its transaction. */
export async function createSurvey(tx: Database, survey: NewSurvey): Promise<void> {
  const id = newId(survey.now);
  await repository.insertSurvey(tx, {
    id,
    assessmentId: survey.assessmentId,
    slug: survey.slug,
    title: survey.title,
    questionnaire: templateQuestionnaire(),
    ...openingTimes(survey),
    revision: 1,
  });
  await repository.insertChannel(tx, { surveyId: id, ...openLink });
}

/** The channel that every survey begins with. */
const openLink = {
  code: 'open',
  kind: 'open',
  nameZh: '公开链接',
  nameEn: 'Open link',
  group: null,
  opensAt: null,
  closesAt: null,
  paused: false,
  quota: null,
  proof: true,
  secretHash: null,
  position: 1,
  revision: 1,
} as const;

/** From the first second of the first day to the last of the last; October of the year where no days are set. */
function openingTimes({ slug, phaseDates }: Pick<NewSurvey, 'slug' | 'phaseDates'>) {
  const year = slug.slice(0, 4);
  const { start, end } = phaseDates['survey'] ?? { start: `${year}-10-01`, end: `${year}-10-31` };
  return {
    opensAt: new Date(`${start}T00:00:00+08:00`),
    closesAt: new Date(`${end}T23:59:59+08:00`),
  };
}

/** Surveys that take answers now. */
export async function listOpenSurveys({ db, clock }: Dependencies) {
  const now = clock();
  const rows = await repository.listOpenSurveys(db, now);
  return rows.map(({ survey, demonstration }) => ({
    slug: survey.slug,
    title: survey.title,
    status: statusOf(survey, now),
    closesAt: survey.closesAt.toISOString(),
    demonstration,
  }));
}

/** @throws ProblemError `not-found` */
export async function readPublicSurvey({ db, clock }: Dependencies, slug: string): Promise<PublicSurvey> {
  const found = await repository.findSurvey(db, slug);
  if (!found) throw new ProblemError('not-found');
  const units = await repository.listSurveyUnits(db, found.survey.assessmentId);
  return toPublicSurvey(found, units, clock());
}

/** Settings, addresses and counts, for the organiser and leaders. @throws ProblemError `not-found`, `forbidden` */
export async function readSurvey(deps: Dependencies, actor: Actor, slug: string): Promise<SurveyView> {
  const roles = ['organiser', 'leader'] as const;
  const assessment = await visibleAssessment(deps.db, actor, { slug, roles });
  return viewOf(deps.db, await surveyOf(deps.db, assessment.id), deps.clock());
}

export type SurveyUnit = repository.SurveyUnitRow;

/** Units that an assessment's survey asks about, by code. */
export function surveyUnits(db: Database, assessmentId: string): Promise<SurveyUnit[]> {
  return repository.listSurveyUnits(db, assessmentId);
}

/** The survey of an assessment, where it has one. */
export function surveyWithin(db: Database, assessmentId: string) {
  return repository.findSurveyOfAssessment(db, assessmentId);
}

/** Channels of a survey with their names, in their order. */
export async function surveyChannels(db: Database, surveyId: string) {
  const rows = await repository.listChannels(db, surveyId);
  return rows.map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } }));
}

/** Rows of the channels of a survey, in their order. */
export function channelRows(db: Database, surveyId: string): Promise<repository.ChannelRow[]> {
  return repository.listChannels(db, surveyId);
}

/** Answers of a survey so far, by channel and state. */
export function answersByChannel(db: Database, surveyId: string) {
  return counts.countByChannel(db, surveyId);
}

/** Answers of a survey so far, by unit. */
export function answersByUnit(db: Database, surveyId: string) {
  return counts.countByUnit(db, surveyId);
}

/** Surveys whose answers may still change a result, with how they are counted. */
export function countableSurveys(db: Database) {
  return repository.listCountable(db);
}

/** The survey of an assessment that the caller may see. @throws ProblemError `not-found` */
export async function surveyOf(db: Database, assessmentId: string): Promise<repository.SurveyRow> {
  const survey = await repository.findSurveyOfAssessment(db, assessmentId);
  if (!survey) throw new ProblemError('not-found');
  return survey;
}

/** What the organiser sees of a survey. */
export async function viewOf(db: Database, survey: repository.SurveyRow, now: Date): Promise<SurveyView> {
  const units = await repository.listSurveyUnits(db, survey.assessmentId);
  const byUnit = await counts.countByUnit(db, survey.id);
  const byDay = await counts.countByDay(db, survey.id);
  return toSurveyView(survey, { units, byUnit, byDay }, now);
}
