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
  /** Items by which answers are weighted to known totals. */
  readonly margins: readonly string[];
}

/** A survey with how its answers are counted. */
export function countedSurvey(
  { id, margins }: { readonly id: string; readonly margins: unknown },
  by: Pick<CountedSurvey, 'method' | 'questionnaires'>,
): CountedSurvey {
  return { id, ...by, margins: Object.keys(margins ?? {}).toSorted() };
}

/** Stored counts are good for as long as this is the same: words may be mended without counting anew. */
export function methodHash({ method, questionnaires, margins }: CountedSurvey): string {
  const shapes = questionnaires.all.map(({ version, questionnaire }) => [version, shapeOf(questionnaire)]);
  const counted = { method, shapes, ...(margins.length === 0 ? {} : { margins }) };
  return createHash('sha256').update(canonicalJson(counted)).digest('base64url');
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
