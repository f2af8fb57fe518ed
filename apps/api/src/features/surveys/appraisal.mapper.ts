import type { Appraisal, Question, Questionnaire } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import { appraise, type AppraisalMethod, type AppraisalResponse } from '@gongping/statistics';
import { questionnaire2020 } from '@gongping/templates';
import { appraisalGrade } from './appraisal-grade.ts';
import type { StoredAnswers } from './check-answers.ts';

/** The appraisal of one unit from the answers about it: everything that is shown or published of it. */
export function appraisalOf(
  answers: readonly StoredAnswers[],
  questionnaire: Questionnaire,
  method: AppraisalMethod,
): Appraisal {
  const result = appraise(
    answers.map((one) => toResponse(one, questionnaire)),
    method,
  );
  const received = tally(answers.map((one) => groupOf(one, questionnaire)));
  const questions = questionnaire.questions.filter(({ kind }) => kind !== 'text');
  const summaries = questions.map((question) => summarise(question, answers));
  const overall = summaries.find(({ code }) => code === method.overall?.question)?.mean ?? null;
  return {
    received: result.received,
    valid: result.valid,
    score: result.score,
    reason: result.gap,
    interval: result.interval,
    grade: appraisalGrade(result.score),
    families: { ...result.families },
    overall: result.score === null ? null : overall,
    groups: result.groups.map(({ group, n, weight, mean, counted }) => ({
      code: group,
      label: groupLabel(group, questionnaire),
      weight,
      received: received.get(group) ?? 0,
      valid: n,
      mean,
      counted,
    })),
    questions: summaries,
  };
}

function toResponse(answers: StoredAnswers, questionnaire: Questionnaire): AppraisalResponse {
  const values: Record<string, number | null> = {};
  for (const { code, kind, options } of questionnaire.questions) {
    if (kind !== 'scale') continue;
    values[code] = options.find((option) => option.code === answers[code])?.value ?? null;
  }
  return { group: groupOf(answers, questionnaire), answers: values };
}

function groupOf(answers: StoredAnswers, { groupQuestion }: Questionnaire): string {
  const group = answers[groupQuestion];
  return typeof group === 'string' ? group : '';
}

function groupLabel(group: string, { groupQuestion, questions }: Questionnaire): LocalText {
  const templateGroups: Readonly<Record<string, { label: LocalText }>> = questionnaire2020.method.groups;
  const options = questions.find(({ code }) => code === groupQuestion)?.options;
  const option = options?.find(({ code }) => code === group);
  return option?.label ?? templateGroups[group]?.label ?? { zh: group, en: group };
}

/** How often each option was chosen; the mean is that of the chosen scale values, don't know left out. */
function summarise({ code, kind, options }: Question, answers: readonly StoredAnswers[]) {
  const given = answers.flatMap((one) => (one[code] === undefined ? [] : [one[code]]));
  const counts = tally(given.flat());
  const rated = options.flatMap(({ code: option, value }) =>
    value === null ? [] : [{ value, count: counts.get(option) ?? 0 }],
  );
  const answered = rated.reduce((sum, { count }) => sum + count, 0);
  const total = rated.reduce((sum, { value, count }) => sum + value * count, 0);
  const isScale = kind === 'scale';
  return {
    code,
    answered: isScale ? answered : given.length,
    dontKnow: isScale ? given.length - answered : 0,
    mean: isScale && answered > 0 ? total / answered : null,
    counts: Object.fromEntries(options.map((option) => [option.code, counts.get(option.code) ?? 0])),
  };
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
