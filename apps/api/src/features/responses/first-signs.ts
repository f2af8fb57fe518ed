import type { ScreeningSign, SurveySubmission } from '@gongping/contracts';
import type { Answers } from '@gongping/questionnaire';

/** Seconds that reading and answering one question takes at the very least. */
const secondsAQuestion = 0.6;

/**
 * What an answer alone tells against itself; what only others beside it show comes later (screening).
 * @param seconds since the page was given out; null where unknown
 */
export function firstSigns(
  body: Pick<SurveySubmission, 'homepage'>,
  given: { answers: Answers; seconds: number | null; unproven: boolean },
): ScreeningSign[] {
  const { answers, seconds, unproven } = given;
  const signs: ScreeningSign[] = [];
  if ((body.homepage ?? '') !== '') signs.push('honeypot');
  if (seconds !== null && seconds < secondsAQuestion * Object.keys(answers).length) signs.push('too-fast');
  if (unproven) signs.push('no-proof');
  return signs;
}

/** Signs for which an answer is held at once. Without scripts nobody can prove work: that alone holds nothing back. */
export function isHeldFor(signs: readonly ScreeningSign[]): boolean {
  return signs.some((sign) => sign !== 'no-proof');
}
