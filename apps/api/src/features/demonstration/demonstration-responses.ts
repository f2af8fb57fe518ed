import type { Questionnaire, Unit } from '@gongping/contracts';
import { patternCode } from '@gongping/questionnaire';
import type { DemonstrationResponse } from '@gongping/templates';
import { newId } from '../../http/new-id.ts';
import { newReceipt } from '../responses/receipt.ts';
import type { DemonstrationCalendar } from './demonstration-calendar.ts';
import type { ResponseRow } from './demonstration.repository.ts';

/** Of a survey under way, every so many-th answer is in: enough to see it is alive. */
const openShare = 7;

export function responseRows(
  responses: readonly DemonstrationResponse[],
  context: {
    surveyId: string;
    questionnaire: Questionnaire;
    units: ReadonlyMap<string, Unit>;
    calendar: DemonstrationCalendar;
    open: boolean;
  },
): ResponseRow[] {
  const { surveyId, units, calendar } = context;
  const { encode } = patternCode(context.questionnaire);
  const comments = context.questionnaire.questions.find(({ kind }) => kind === 'text')?.code;
  const wanted = context.open ? responses.filter((_response, at) => at % openShare === 0) : responses;
  return wanted.flatMap(({ unitCode, answers, comment, submittedAt }) => {
    const at = calendar.answeredAt(submittedAt);
    const unitId = units.get(unitCode)?.id;
    if (at === null || unitId === undefined) return [];
    const given = comments !== undefined && comment !== undefined ? { [comments]: comment } : {};
    return {
      surveyId,
      id: newId(at),
      unitId,
      receipt: newReceipt(),
      answers: { ...answers, ...given },
      pattern: encode(answers),
      // Compared only between answers of one key.
      bodyHash: '',
      submittedAt: at,
    };
  });
}
