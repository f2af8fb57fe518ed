import type { Language } from '@gongping/contracts';
import { z } from 'zod';

const locales = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };
const required = { zh: '此项必填', en: 'This is required' };
const unprintable = {
  zh: '含有无法保存的控制字符，请删除后重试',
  en: 'Holds control characters that cannot be kept; remove them',
};
const separator = '\u0000';

// zod words an issue while it still has the input at hand, and forgets the input afterwards. So it is worded in
// both languages at once, and the reader's is chosen when the answer is written.
z.config({
  localeError: (issue) => [wording(issue, 'zh'), wording(issue, 'en')].join(separator),
});

function wording(issue: z.core.$ZodRawIssue, language: Language): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return required[language];
  if (issue.code === 'custom' && issue.params?.['kind'] === 'unprintable') return unprintable[language];
  const text = locales[language](issue);
  return (typeof text === 'string' ? text : text?.message) ?? issue.code ?? '';
}

/** Sentences for what a schema found wrong, in the reader's language, with a path like `answers.Q3`. */
export function describeIssues(
  error: z.core.$ZodError,
  language: Language,
): { path: string; message: string }[] {
  return error.issues.map((issue) => {
    const [zh = issue.message, en = zh] = issue.message.split(separator);
    return { path: issue.path.map(String).join('.'), message: language === 'zh' ? zh : en };
  });
}
