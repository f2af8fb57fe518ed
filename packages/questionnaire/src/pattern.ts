import { itemsOf, type Item } from './items.ts';
import type { Answers, Questionnaire } from './questionnaire.ts';

/** Characters that stand for a number below 64; `-` is none of them. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/';
const unanswered = '-';
/** Options that one character of a multiple choice holds, as bits. */
const bits = 6;

/**
 * Closed answers as a text of fixed width, for counting millions: one character for a single choice or a line of a
 * scale (the place of the option), and for a multiple choice one for every six options (bits, the first option lowest).
 * `-` is unanswered. Numbers and words have no place in it.
 */
export interface PatternCode {
  readonly width: number;
  readonly places: readonly PatternPlace[];
  encode(answers: Answers): string;
}

export interface PatternPlace {
  readonly item: Item;
  /** Where in the text the item begins. */
  readonly offset: number;
  readonly width: number;
}

/** The code of a questionnaire. Its order is that of the items; it changes with the questionnaire's version only. */
export function patternCode(questionnaire: Pick<Questionnaire, 'questions'>): PatternCode {
  const places: PatternPlace[] = [];
  let offset = 0;
  for (const item of itemsOf(questionnaire)) {
    const width = widthOf(item);
    if (width === 0) continue;
    places.push({ item, offset, width });
    offset += width;
  }
  return {
    width: offset,
    places,
    encode: (answers) => places.map((place) => encodePlace(place, answers[place.item.code])).join(''),
  };
}

function widthOf({ kind, options }: Item): number {
  if (kind === 'single' || kind === 'scale') return 1;
  return kind === 'multiple' ? Math.ceil(options.length / bits) : 0;
}

function encodePlace({ item, width }: PatternPlace, answer: Answers[string] | undefined): string {
  if (answer === undefined) return unanswered.repeat(width);
  const places = (typeof answer === 'string' ? [answer] : answer).map((chosen) =>
    item.options.findIndex(({ code }) => code === chosen),
  );
  if (item.kind !== 'multiple') return digits[places[0] ?? -1] ?? unanswered;
  const groups = Array.from({ length: width }, () => 0);
  for (const place of places) {
    const group = Math.floor(place / bits);
    groups[group] = (groups[group] ?? 0) | (1 << (place % bits));
  }
  return groups.map((group) => digits[group] ?? unanswered).join('');
}

/** Character code → number below 64, −1 for `-` and anything else. */
const values = Int8Array.from({ length: 128 }, (_, code) => digits.indexOf(String.fromCharCode(code)));

/**
 * One answer in a text of many patterns: the place of the chosen option; of a choice of several the bits of those chosen
 * (the first option lowest); −1 where it is unanswered.
 * @param start where the pattern that is read begins
 */
export function readPlace(patterns: string, start: number, { offset, width }: PatternPlace): number {
  let read = values[patterns.charCodeAt(start + offset)] ?? -1;
  if (read < 0) return -1;
  for (let more = 1; more < width; more += 1)
    read |= (values[patterns.charCodeAt(start + offset + more)] ?? 0) << (bits * more);
  return read;
}
