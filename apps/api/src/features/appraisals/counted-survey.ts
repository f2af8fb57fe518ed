import type { Questionnaire } from '@gongping/contracts';
import type { AppraisalMethod } from '@gongping/statistics';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { SurveyQuestionnaires } from '../surveys/survey-questionnaires.ts';

/** A survey as counting needs it. */
export interface CountedSurvey {
  readonly id: string;
  readonly method: AppraisalMethod;
  readonly questionnaires: SurveyQuestionnaires;
}

/** Stored counts are good for as long as this is the same: words may be mended without counting anew. */
export function methodHash({ method, questionnaires }: CountedSurvey): string {
  const shapes = questionnaires.all.map(({ version, questionnaire }) => [version, shapeOf(questionnaire)]);
  return createHash('sha256').update(canonicalJson({ method, shapes })).digest('base64url');
}

function shapeOf({ questions, groupQuestion, contact }: Questionnaire) {
  const closed = questions.map(({ code, kind, options, rows }) => ({
    code,
    kind,
    options: options.map((option) => [option.code, option.value]),
    rows: rows.map((row) => row.code),
  }));
  return { groupQuestion, contact, closed };
}
