import { inputSentences } from './input-sentences.ts';
import type { ProblemCode, ProblemParams } from './problem.ts';
import type { LocalText } from './rule.ts';
import { ruleSentences } from './rule-sentences.ts';
import { warningSentences } from './warning-sentences.ts';

const sentences: Readonly<Record<ProblemCode, LocalText>> = {
  ...ruleSentences,
  ...inputSentences,
  ...warningSentences,
};

/** One sentence for people about a rule problem, an input problem or a warning. */
export const describeProblem = (
  problem: { readonly code: ProblemCode; readonly params: ProblemParams },
  language: keyof LocalText,
): string =>
  sentences[problem.code][language].replace(/\{(\w+)\}/g, (gap, name: string) =>
    String(problem.params[name] ?? gap),
  );
