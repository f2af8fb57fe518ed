import { burstsOf } from './burst.ts';
import { groupBy } from './group-by.ts';
import { copiedText, sameOrigin } from './repeats.ts';
import { sameAnswers } from './same-answers.ts';
import type { RelativeSign, ScreenedAnswer } from './screened-answer.ts';

/** A script sends in minutes, and people come by the hour. */
const script = { window: 10, spell: 60 };

/** Those who are told to say the same do so within a day or two: days are compared with days. */
const campaign = { window: 24 * 60, spell: 24 * 60 };

/**
 * What the answers about one unit, by the channel that is open to everybody, show against each other. Signs are reasons
 * to look, not verdicts: whoever screens holds these answers back until somebody has decided.
 *
 * It finds scripts and copies. It does not find somebody who takes the trouble to answer differently each time, at
 * people's pace and from many addresses: no measure of what was said could, without holding back people too.
 *
 * @param minimumRated ratings from which an answer has a part in the score
 * @returns id → signs, for those that have any
 */
export function screenAnswers(
  answers: readonly ScreenedAnswer[],
  { minimumRated }: { minimumRated: number },
): Map<string, Set<RelativeSign>> {
  const signs = new Map<string, Set<RelativeSign>>();
  const mark = (sign: RelativeSign, found: readonly ScreenedAnswer[]) => {
    for (const { id } of found) {
      const known = signs.get(id);
      if (known) known.add(sign);
      else signs.set(id, new Set([sign]));
    }
  };
  mark('burst', burstsOf(answers, script));
  mark('same-origin', sameOrigin(answers));
  mark('copied-text', copiedText(answers));
  mark('same-answers', sameAnswers(answers, minimumRated));
  // The same level throughout is honest laziness, unless on some day far more than usual are lazy at the same level.
  const straight = answers.filter(({ level, rated }) => level !== null && rated >= minimumRated);
  for (const alike of groupBy(straight, ({ level }) => level).values())
    mark('straight-line', burstsOf(alike, campaign));
  return signs;
}
