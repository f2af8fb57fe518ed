import type { Language } from '@gongping/contracts';
import type { AnswerProblem } from '@gongping/questionnaire';

/** The sentence for the person who answers, or whose program does. */
export function sentence(problem: AnswerProblem, language: Language): string {
  const zh = language === 'zh';
  switch (problem.code) {
    case 'unknown-question':
      return zh ? '问卷中没有这道题。' : 'The questionnaire has no such question.';
    case 'one-only':
      return zh ? '这道题只能选一项。' : 'Choose one answer to this question.';
    case 'repeated':
      return zh ? '同一选项只能选一次。' : 'Choose each option once.';
    case 'text-only':
      return zh ? '这道题请用文字回答。' : 'Answer this question in words.';
    case 'required':
      return zh ? '请回答这道题。' : 'Answer this question.';
    case 'not-a-number':
      return zh ? '这道题请填数字。' : 'Answer this question with a number.';
    case 'not-whole':
      return zh ? '这道题请填整数。' : 'Answer this question with a whole number.';
    case 'below-minimum':
      return zh ? `请填不小于 ${problem.limit} 的数。` : `Give a number of at least ${problem.limit}.`;
    case 'above-maximum':
      return zh ? `请填不大于 ${problem.limit} 的数。` : `Give a number of at most ${problem.limit}.`;
    case 'unknown-option':
      return zh
        ? `“${problem.value}”不是这道题的选项。`
        : `“${problem.value}” is not an option of this question.`;
    case 'text-too-long':
      return zh
        ? `最多 ${problem.limit} 字，目前 ${problem.length} 字，请精简。`
        : `At most ${problem.limit} characters; there are ${problem.length}. Shorten the text.`;
  }
}
