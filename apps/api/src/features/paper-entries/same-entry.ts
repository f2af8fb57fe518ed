import type { Answers } from '@gongping/questionnaire';
import { canonicalJson } from '../../http/canonical-json.ts';

export interface Entry {
  readonly unit: string;
  readonly answers: Answers;
}

/**
 * Whether two people read the same from a sheet. Of words only the letters are compared: blanks, and whether a sign is wide
 * or narrow, are the keyboard's. In whichever order several options were keyed in, they are the same.
 */
export function isSameEntry(one: Entry, other: Entry): boolean {
  return canonicalJson(comparable(one)) === canonicalJson(comparable(other));
}

function comparable({ unit, answers }: Entry) {
  const bare = Object.entries(answers).map(([code, answer]) => [
    code,
    typeof answer === 'string' ? answer.normalize('NFKC').replaceAll(/\s+/g, '') : [...answer].sort(),
  ]);
  return { unit, answers: Object.fromEntries(bare) as unknown };
}
