import type { Language } from '@gongping/contracts';
import { z } from 'zod';

const locales = { zh: z.locales.zhCN(), en: z.locales.en() };

/** Sentences for what a schema found wrong, in the reader's language, with a path like `answers.Q3`. */
export function describeIssues(
  error: z.core.$ZodError,
  language: Language,
): { path: string; message: string }[] {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: translate(issue, language),
  }));
}

function translate(issue: z.core.$ZodIssue, language: Language): string {
  const text = locales[language].localeError(issue as z.core.$ZodRawIssue);
  if (typeof text === 'string') return text;
  return text?.message ?? issue.message;
}
