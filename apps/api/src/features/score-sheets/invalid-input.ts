import type { Language } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';

/** What is said of an entry that only the case at hand shows to be wrong. */
export const entrySentences = {
  'reason-for-not-applicable': {
    zh: '标记为“不适用”必须说明理由。',
    en: 'Say why the indicator does not apply to the unit.',
  },
  'input-missing': {
    zh: '请填写评分内容；如要撤销评分，请改为“未评分”。',
    en: 'Enter what was found; to take a score back, set it to unscored.',
  },
  'captured-in-future': {
    zh: '采集时间不能晚于当前时间，请核对。',
    en: 'The capture time lies in the future; check it.',
  },
  'item-twice': {
    zh: '与清单中前面的条目重复。请删去，或加编号以示区别。',
    en: 'The list has this item already. Delete it, or number the two apart.',
  },
  'items-differ': {
    zh: '核查结果应与抽中的条目逐项对应。请刷新页面后重填。',
    en: 'There must be a finding for each drawn item. Reload the page and enter them again.',
  },
  'file-missing': { zh: '请选择要上传的文件。', en: 'Choose a file to upload.' },
  'file-empty': { zh: '文件是空的，请重新选择。', en: 'The file is empty; choose another.' },
} as const satisfies Record<string, Record<Language, string>>;

/** The refusal of one entry that only the case at hand shows to be wrong. */
export function invalidInput(
  path: string,
  sentence: keyof typeof entrySentences,
  language: Language,
): ProblemError {
  const errors = [{ path, message: entrySentences[sentence][language] }];
  return new ProblemError('invalid-input', { errors });
}
