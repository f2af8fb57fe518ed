import type { Questionnaire } from '@gongping/contracts';
import { patternCode, readPlace, type Item } from '@gongping/questionnaire';
import {
  createTallier,
  type AppraisalMethod,
  type ContactItem,
  type MarginItem,
  type Tally,
  type TallyItem,
} from '@gongping/statistics';

/** The closed items of a questionnaire as the tally needs them, in the order of its pattern. */
export function tallyItems(questionnaire: Pick<Questionnaire, 'questions'>): TallyItem[] {
  return patternCode(questionnaire).places.map(({ item }) => toTallyItem(item));
}

function toTallyItem({ code, kind, options }: Item): TallyItem {
  return {
    code,
    several: kind === 'multiple',
    values: options.map(({ value }) => (kind === 'scale' ? value : null)),
  };
}

/** Group of respondents → what they answered; who names no group is under ''. */
export type TalliesByGroup = Map<string, Tally>;

/** Reads patterns of one questionnaire. */
export interface PatternReader {
  /**
   * Adds answers to the tallies of their groups.
   * @param patterns of many answers, one after the other
   * @param times 1, or −1 to take them out again
   */
  addTo(tallies: TalliesByGroup, patterns: string, times?: 1 | -1): void;
}

/** The question that tells who has dealt with the unit, as the tally needs it. */
export function contactItem({
  contact,
  questions,
}: Pick<Questionnaire, 'questions' | 'contact'>): ContactItem | null {
  if (contact === null) return null;
  const options = questions.find(({ code }) => code === contact.question)?.options ?? [];
  const never = contact.never.map((option) => options.findIndex(({ code }) => code === option));
  return { item: contact.question, never: never.filter((place) => place >= 0) };
}

/** Items by which answers are weighted, as the tally needs them; one that is not asked has no options. */
function marginItems(places: readonly { readonly item: Item }[], margins: readonly string[]): MarginItem[] {
  return margins.map((code) => {
    const place = places.find(({ item }) => item.code === code);
    return { item: code, options: place?.item.options.map((option) => option.code) ?? [] };
  });
}

/** @param by.margins items by which answers are weighted to known totals */
export function patternReader(
  questionnaire: Pick<Questionnaire, 'questions' | 'groupQuestion' | 'contact'>,
  by: { readonly method: AppraisalMethod; readonly margins: readonly string[] },
): PatternReader {
  const { places, width } = patternCode(questionnaire);
  const tallier = createTallier(tallyItems(questionnaire), by.method, {
    contact: contactItem(questionnaire),
    margins: marginItems(places, by.margins),
  });
  const groupAt = places.findIndex(({ item }) => item.code === questionnaire.groupQuestion);
  const groups = places[groupAt]?.item.options.map(({ code }) => code) ?? [];
  const row = new Int32Array(places.length);
  return {
    addTo(tallies, patterns, times = 1) {
      for (let start = 0; start < patterns.length; start += width) {
        for (const [at, place] of places.entries()) row[at] = readPlace(patterns, start, place);
        const group = groups[row[groupAt] ?? -1] ?? '';
        let tally = tallies.get(group);
        if (tally === undefined) tallies.set(group, (tally = tallier.empty()));
        tallier.add(tally, row, times);
      }
    },
  };
}
