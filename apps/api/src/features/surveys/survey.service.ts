import type { Database } from '@gongping/db';
import { newId } from '../../http/new-id.ts';
import { templateQuestionnaire } from './survey.questionnaire.ts';
import * as repository from './survey.repository.ts';

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
  await repository.insertSurvey(tx, {
    id: newId(survey.now),
    assessmentId: survey.assessmentId,
    slug: survey.slug,
    title: survey.title,
    questionnaire: templateQuestionnaire(),
    ...openingTimes(survey),
    revision: 1,
  });
}

/** From the first second of the first day to the last of the last; October of the year where no days are set. */
function openingTimes({ slug, phaseDates }: Pick<NewSurvey, 'slug' | 'phaseDates'>) {
  const year = slug.slice(0, 4);
  const { start, end } = phaseDates['survey'] ?? { start: `${year}-10-01`, end: `${year}-10-31` };
  return {
    opensAt: new Date(`${start}T00:00:00+08:00`),
    closesAt: new Date(`${end}T23:59:59+08:00`),
  };
}
