import type { surveyChange, SurveyView } from '@gongping/contracts';
import type { z } from 'zod';
import { ProblemError } from '../../http/problem-error.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import { changingSurvey, type Asked, type ChangingDeps } from './changing-survey.ts';
import * as repository from './survey.repository.ts';
import { surveyOf, viewOf } from './survey.service.ts';

const closesTooEarly = { zh: '截止时间须晚于开始时间。', en: 'It must close after it opens.' };

/** Changes title and hours. @throws ProblemError `not-found`, `forbidden`, `invalid-input`, `stale` */
export async function changeSurvey(
  deps: ChangingDeps,
  asked: Asked,
  { expectedRevision, title, ...hours }: z.infer<typeof surveyChange>,
): Promise<SurveyView> {
  const values = { title, opensAt: new Date(hours.opensAt), closesAt: new Date(hours.closesAt) };
  return changingSurvey(deps, asked, async ({ tx, survey: before, log }) => {
    if (values.closesAt <= values.opensAt) {
      const errors = [{ path: 'closesAt', message: closesTooEarly[asked.language] }];
      throw new ProblemError('invalid-input', { errors });
    }
    const now = deps.clock();
    const after = await repository.updateSurvey(tx, { id: before.id, expectedRevision, values });
    if (!after) {
      const last = (await subjectHistory(tx, before.assessmentId, 'survey')).at(-1);
      const current = await viewOf(tx, await surveyOf(tx, before.assessmentId), now);
      throw new ProblemError('stale', { values: { name: last?.actorName ?? before.title }, current });
    }
    const [was, is] = [settingsOf(before), settingsOf(after)];
    await log({ action: 'survey.change', subject: 'survey', before: was, after: is });
    return viewOf(tx, after, now);
  });
}

function settingsOf({ title, opensAt, closesAt }: repository.SurveyRow) {
  return { title, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
}
