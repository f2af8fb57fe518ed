import type { Tally } from '@gongping/statistics';
import type { Patterns, TallyRow } from './count.repository.ts';
import type { CountedSurvey } from './counted-survey.ts';
import { patternReader, type PatternReader, type TalliesByGroup } from './tally-patterns.ts';

/** What sets tallies of one survey apart. */
export const tallyKey = (row: Omit<TallyRow, 'tally' | 'received' | 'surveyId'>): string =>
  [row.unitId, row.version, row.channel, row.state, row.group].join(' ');

/**
 * Tallies of answers, by what sets them apart and the respondents' group.
 * @param times 1, or −1 for what adding them takes out
 */
export function tallyRows(
  patterns: readonly Patterns[],
  survey: CountedSurvey,
  times: 1 | -1 = 1,
): TallyRow[] {
  const readers = new Map<number, PatternReader>();
  const places = new Map<string, { at: Omit<Patterns, 'patterns'>; tallies: TalliesByGroup }>();
  for (const { patterns: text, ...at } of patterns) {
    let reader = readers.get(at.version);
    if (reader === undefined) {
      reader = patternReader(survey.questionnaires.of(at.version), survey);
      readers.set(at.version, reader);
    }
    const key = tallyKey({ ...at, group: '' });
    const place = places.get(key) ?? { at, tallies: new Map<string, Tally>() };
    places.set(key, place);
    reader.addTo(place.tallies, text, times);
  }
  return [...places.values()].flatMap(({ at: { unitId, version, channel, state }, tallies }) =>
    [...tallies].map(([group, tally]) => ({
      surveyId: survey.id,
      unitId,
      version,
      channel,
      state,
      group,
      received: tally.received,
      tally,
    })),
  );
}
