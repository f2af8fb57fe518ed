import type { ChannelSettings, Language } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';
import { readQuestionnaire } from '../surveys/read-questionnaire.ts';

const sentences = {
  closes: { zh: '截止时间须晚于开始时间。', en: 'It must close after it opens.' },
  group: {
    zh: '问卷的身份题没有这个选项，请从列表中选择。',
    en: 'The questionnaire has no such group; choose one from the list.',
  },
} as const;

/** Holds a channel's settings against themselves and the questionnaire. @throws ProblemError `invalid-input` */
export function checkChannel(
  { opensAt, closesAt, group }: ChannelSettings,
  survey: { questionnaire: unknown },
  language: Language,
): void {
  const errors: { path: string; message: string }[] = [];
  if (opensAt !== null && closesAt !== null && Date.parse(closesAt) <= Date.parse(opensAt))
    errors.push({ path: 'closesAt', message: sentences.closes[language] });
  if (group !== null && !groupsOf(survey.questionnaire).includes(group))
    errors.push({ path: 'group', message: sentences.group[language] });
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
}

function groupsOf(stored: unknown): string[] {
  const { groupQuestion, questions } = readQuestionnaire(stored);
  return questions.find(({ code }) => code === groupQuestion)?.options.map(({ code }) => code) ?? [];
}
