import type { Words } from './questionnaire.ts';
import type { ProblemList, ProblemPlace } from './questionnaire-problem.ts';

/** As addresses, tables and files can hold it. */
const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;

export function checkWording({ zh }: Words, place: ProblemPlace, list: ProblemList): void {
  if (zh.trim() === '') list.add('wording-empty', place);
}

/** Codes of things that stand beside each other. */
export function checkCodes(
  things: readonly { readonly code: string }[],
  place: (position: number) => ProblemPlace,
  list: ProblemList,
): void {
  const seen = new Set<string>();
  for (const [position, { code }] of things.entries()) {
    if (!codePattern.test(code)) list.add('code-invalid', place(position), { code });
    else if (seen.has(code)) list.add('code-duplicate', place(position), { code });
    seen.add(code);
  }
}
