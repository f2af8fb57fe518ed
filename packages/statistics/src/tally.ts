import type { AppraisalMethod } from './appraisal-method.ts';
import { addSum, addTerm, type ExactSum } from './exact-sum.ts';
import { addCells, addToCell, cellKey, type CellTally, type MarginItem } from './margin-cells.ts';
import { ratedQuestions } from './rated-questions.ts';

/** A closed item of a questionnaire, as the tally needs it. */
export interface TallyItem {
  readonly code: string;
  /** Scale value by place of the option; null for 不了解 and for options that are not rated. */
  readonly values: readonly (number | null)[];
  /** Several options may be chosen. */
  readonly several: boolean;
}

/**
 * What has to be known of the answers of one group about one unit: all figures of an appraisal come from it, and two of
 * them add up. Plain JSON.
 */
export interface Tally {
  received: number;
  /** Respondents with a score; Σs and Σs² of their scores. */
  valid: number;
  sum: ExactSum;
  sumSquares: ExactSum;
  /** Family → how many of the valid answered it, and the sum of their means. */
  families: Record<string, { count: number; sum: ExactSum }>;
  /** Item → answers by place of the option, over all received. */
  counts: Record<string, number[]>;
  /** Item → who answered it (of a choice of several: chose anything), over all received. */
  answered: Record<string, number>;
  /** Respondents who answered every rated item: how many, Σx an item, Σx·y for each two items (row by row, x ≤ y). */
  complete: { count: number; sums: number[]; products: number[] };
  /** Those who say that they have dealt with the unit, and those who never have; absent where that is not asked. */
  contact?: { dealt: ContactTally; never: ContactTally };
  /** The valid by where they belong in the population; absent where answers are not weighted to known totals. */
  cells?: CellTally;
}

export interface ContactTally {
  received: number;
  /** With a score, and the sum of their scores. */
  valid: number;
  sum: ExactSum;
}

/** How one tells who has dealt with the unit: the item, and the places of the options by which one says never. */
export interface ContactItem {
  readonly item: string;
  readonly never: readonly number[];
}

/** What is told apart beside the score. */
export interface TalliedBy {
  readonly contact?: ContactItem | null;
  /** Items by which answers are weighted. */
  readonly margins?: readonly MarginItem[];
}

/** Adds answers to tallies. */
export interface Tallier {
  /** A tally of nothing. */
  empty(): Tally;
  /**
   * @param row an entry for each item in their order: the place of the chosen option; of a choice of several the bits of
   *   those chosen; −1 where unanswered
   * @param times 1, or −1 to take an answer out again
   */
  add(tally: Tally, row: Readonly<Int32Array>, times?: 1 | -1): void;
  /** Score of one respondent; null where the answer is not valid. */
  scoreOf(row: Readonly<Int32Array>): number | null;
}

/** No value: 不了解, or unanswered. */
const none = NaN;

/** A tallier for answers to these items; how a respondent's score comes about is said at `appraise`. */
export function createTallier(
  items: readonly TallyItem[],
  method: AppraisalMethod,
  { contact = null, margins = [] }: TalliedBy = {},
): Tallier {
  const placeOf = new Map(items.map(({ code }, at) => [code, at]));
  const rated = ratedQuestions(method).map((code) => placeOf.get(code) ?? -1);
  const families = Object.entries(method.families).map(([code, { weight, questions }]) => ({
    code,
    weight,
    places: questions.map((question) => placeOf.get(question) ?? -1),
  }));
  const overall = method.overall === null ? -1 : (placeOf.get(method.overall.question) ?? -1);
  const share = method.overall?.share ?? 0;
  const valuesOf = items.map(({ values }) => Float64Array.from(values, (value) => value ?? none));
  const values = new Float64Array(items.length);
  const means = new Float64Array(families.length);
  const contactPlace = contact === null ? -1 : (placeOf.get(contact.item) ?? -1);
  const contactSeveral = items[contactPlace]?.several === true;
  const belonging = margins.map(({ item, options }) => ({ place: placeOf.get(item) ?? -1, options }));
  const pairs = (rated.length * (rated.length + 1)) / 2;

  const valueAt = (place: number): number => values[place] ?? none;

  /** NaN where the response is not valid; fills `means`. */
  function score(): number {
    let answered = 0;
    for (const place of rated) if (!Number.isNaN(valueAt(place))) answered += 1;
    if (answered < method.minimumAnswered) return none;
    let weights = 0;
    let weighted = 0;
    for (const [at, { weight, places }] of families.entries()) {
      let count = 0;
      let sum = 0;
      for (const place of places) {
        const value = valueAt(place);
        if (Number.isNaN(value)) continue;
        count += 1;
        sum += value;
      }
      means[at] = count === 0 ? none : sum / count;
      if (count === 0) continue;
      weights += weight;
      weighted += weight * (sum / count);
    }
    if (weights <= 0) return none;
    const byFamily = weighted / weights;
    const whole = valueAt(overall);
    return Number.isNaN(whole) ? byFamily : (1 - share) * byFamily + share * whole;
  }

  function count(tally: Tally, row: Readonly<Int32Array>, times: number): void {
    for (const [at, { code, several }] of items.entries()) {
      const chosen = row[at] ?? -1;
      if (chosen < 0) continue;
      const counts = (tally.counts[code] ??= []);
      tally.answered[code] = (tally.answered[code] ?? 0) + times;
      if (!several) counts[chosen] = (counts[chosen] ?? 0) + times;
      else
        for (let bit = 0; chosen >> bit > 0; bit += 1)
          if ((chosen >> bit) & 1) counts[bit] = (counts[bit] ?? 0) + times;
    }
  }

  function addComplete({ complete }: Tally, times: number): void {
    for (const place of rated) if (Number.isNaN(valueAt(place))) return;
    complete.count += times;
    let pair = 0;
    for (const [first, place] of rated.entries()) {
      complete.sums[first] = (complete.sums[first] ?? 0) + times * valueAt(place);
      for (let second = first; second < rated.length; second += 1) {
        const product = valueAt(place) * valueAt(rated[second] ?? -1);
        complete.products[pair] = (complete.products[pair] ?? 0) + times * product;
        pair += 1;
      }
    }
  }

  /** Null where it was not answered. */
  function neverDealt(row: Readonly<Int32Array>): boolean | null {
    const chosen = row[contactPlace] ?? -1;
    if (contact === null || chosen < 0) return null;
    return contact.never.some((place) => (contactSeveral ? (chosen >> place) & 1 : chosen === place));
  }

  function addContact(tally: Tally, row: Readonly<Int32Array>, own: { score: number; times: number }): void {
    const never = neverDealt(row);
    if (never === null || !tally.contact) return;
    const entry = never ? tally.contact.never : tally.contact.dealt;
    entry.received += own.times;
    if (Number.isNaN(own.score)) return;
    entry.valid += own.times;
    addTerm(entry.sum, own.score, own.times);
  }

  function addBelonging({ cells }: Tally, row: Readonly<Int32Array>, own: { value: number; times: number }) {
    const key = cells && cellKey(belonging.map(({ place, options }) => options[row[place] ?? -1]));
    if (cells && typeof key === 'string') addToCell(cells, key, own);
  }

  function scoreRow(row: Readonly<Int32Array>): number {
    for (const [at, all] of valuesOf.entries()) values[at] = all[row[at] ?? -1] ?? none;
    return score();
  }

  return {
    scoreOf(row) {
      const own = scoreRow(row);
      return Number.isNaN(own) ? null : own;
    },
    empty: () => ({
      received: 0,
      valid: 0,
      sum: [0, 0],
      sumSquares: [0, 0],
      families: Object.fromEntries(families.map(({ code }) => [code, { count: 0, sum: [0, 0] }])),
      counts: Object.fromEntries(items.map(({ code, values: all }) => [code, all.map(() => 0)])),
      answered: Object.fromEntries(items.map(({ code }) => [code, 0])),
      complete: { count: 0, sums: rated.map(() => 0), products: Array.from({ length: pairs }, () => 0) },
      ...(contact === null
        ? {}
        : {
            contact: {
              dealt: { received: 0, valid: 0, sum: [0, 0] as ExactSum },
              never: { received: 0, valid: 0, sum: [0, 0] as ExactSum },
            },
          }),
      ...(margins.length === 0 ? {} : { cells: {} }),
    }),
    add(tally, row, times = 1) {
      tally.received += times;
      count(tally, row, times);
      const own = scoreRow(row);
      addContact(tally, row, { score: own, times });
      if (Number.isNaN(own)) return;
      tally.valid += times;
      addTerm(tally.sum, own, times);
      addTerm(tally.sumSquares, own * own, times);
      addBelonging(tally, row, { value: own, times });
      for (const [at, { code }] of families.entries()) {
        const mean = means[at] ?? none;
        const entry = (tally.families[code] ??= { count: 0, sum: [0, 0] });
        if (Number.isNaN(mean)) continue;
        entry.count += times;
        addTerm(entry.sum, mean, times);
      }
      addComplete(tally, times);
    },
  };
}

/** A tally of the same, that can be added to without changing the first. */
export function copyTally(tally: Tally): Tally {
  const copy: Tally = {
    received: 0,
    valid: 0,
    sum: [0, 0],
    sumSquares: [0, 0],
    families: {},
    counts: {},
    answered: {},
    complete: { count: 0, sums: [], products: [] },
  };
  addTally(copy, tally);
  return copy;
}

/** Adds one tally to another, entry by entry; items and families that one of them lacks are taken from the other. */
export function addTally(to: Tally, other: Tally): void {
  to.received += other.received;
  to.valid += other.valid;
  addSum(to.sum, other.sum);
  addSum(to.sumSquares, other.sumSquares);
  for (const [code, { count, sum }] of Object.entries(other.families)) {
    const entry = (to.families[code] ??= { count: 0, sum: [0, 0] });
    entry.count += count;
    addSum(entry.sum, sum);
  }
  for (const [code, counts] of Object.entries(other.counts)) addEach((to.counts[code] ??= []), counts);
  for (const [code, count] of Object.entries(other.answered))
    to.answered[code] = (to.answered[code] ?? 0) + count;
  to.complete.count += other.complete.count;
  addEach(to.complete.sums, other.complete.sums);
  addEach(to.complete.products, other.complete.products);
  if (other.cells) addCells((to.cells ??= {}), other.cells);
  if (!other.contact) return;
  to.contact ??= {
    dealt: { received: 0, valid: 0, sum: [0, 0] },
    never: { received: 0, valid: 0, sum: [0, 0] },
  };
  for (const side of ['dealt', 'never'] as const) {
    to.contact[side].received += other.contact[side].received;
    to.contact[side].valid += other.contact[side].valid;
    addSum(to.contact[side].sum, other.contact[side].sum);
  }
}

function addEach(to: number[], other: readonly number[]): void {
  for (const [at, value] of other.entries()) to[at] = (to[at] ?? 0) + value;
}
