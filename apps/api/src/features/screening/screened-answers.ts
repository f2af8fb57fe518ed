import { patternCode, readPlace, type PatternPlace } from '@gongping/questionnaire';
import { comparableText, type ScreenedAnswer } from '@gongping/statistics';
import type { SurveyQuestionnaires } from '../surveys/survey-questionnaires.ts';
import type { ScreenedRow } from './screening.repository.ts';

/** Makes stored answers into what screening looks at: rated answers apart from those that say who answers. */
export function screenedAnswers(
  rows: readonly ScreenedRow[],
  questionnaires: SurveyQuestionnaires,
): ScreenedAnswer[] {
  const places = new Map<number, readonly PatternPlace[]>();
  const placesOf = (version: number): readonly PatternPlace[] => {
    const known = places.get(version) ?? patternCode(questionnaires.of(version)).places;
    places.set(version, known);
    return known;
  };
  return rows.map((row) => toScreened(row, placesOf(row.version)));
}

function toScreened(
  { id, minute, origin, pattern, texts }: ScreenedRow,
  places: readonly PatternPlace[],
): ScreenedAnswer {
  const read = ({ offset, width }: PatternPlace) => pattern.slice(offset, offset + width);
  const rated = places.filter(({ item }) => item.kind === 'scale');
  const levels = rated.flatMap((place) => {
    const value = place.item.options[readPlace(pattern, 0, place)]?.value ?? null;
    return value === null ? [] : [value];
  });
  return {
    id,
    minute,
    origin,
    ratings: rated.map(read).join(''),
    rated: levels.length,
    level: new Set(levels).size === 1 ? String(levels[0]) : null,
    profile: places.filter(({ item }) => item.kind !== 'scale').map(read),
    texts: texts.flatMap((text) => comparableText(text) ?? []),
  };
}
