import { groupBy } from './group-by.ts';
import type { ScreenedAnswer } from './screened-answer.ts';
import { unusualFrom } from './unusual.ts';

/** Fewer are never asked about, however rare what they said. */
const fewest = 5;

/**
 * Answers that are the same from the first question to the last, far oftener than by chance.
 *
 * Satisfied people give the same ratings, so that equal ratings prove nothing; but who they are and how they came to
 * know does not follow from them. Of the m answers with the same ratings as many share a profile as the others' answers
 * to each question of the profile let expect, m·Π p; a script has the same profile each time. The shares p are those
 * among answers with other ratings, lest the script set its own measure, with one answer more for each option seen
 * (Laplace), lest what nobody else said be impossible.
 *
 * @param minimumRated answers with fewer ratings have no part in the score, and 不了解 throughout is said by many
 */
export function sameAnswers(answers: readonly ScreenedAnswer[], minimumRated: number): ScreenedAnswer[] {
  const rated = answers.filter((answer) => answer.rated >= minimumRated);
  const byRatings = groupBy(rated, ({ ratings }) => ratings);
  const everybody = countProfiles(rated);
  return [...byRatings.values()].flatMap((alike) => {
    if (alike.length < fewest) return [];
    const own = countProfiles(alike);
    const others = rated.length - alike.length;
    return [...groupBy(alike, ({ profile }) => profile.join('\n')).values()].flatMap((same) => {
      const [one] = same;
      if (one === undefined || same.length < fewest) return [];
      let chance = 1;
      for (const [place, said] of one.profile.entries()) {
        const all = everybody[place];
        const times = (all?.get(said) ?? 0) - (own[place]?.get(said) ?? 0);
        chance *= (times + 1) / (others + (all?.size ?? 1));
      }
      return same.length >= unusualFrom(alike.length * chance) ? same : [];
    });
  });
}

/** For each question of the profile: answer → how often. */
function countProfiles(answers: readonly ScreenedAnswer[]): Map<string, number>[] {
  const counts: Map<string, number>[] = [];
  for (const { profile } of answers)
    for (const [place, said] of profile.entries()) {
      const known = (counts[place] ??= new Map<string, number>());
      known.set(said, (known.get(said) ?? 0) + 1);
    }
  return counts;
}
