import type { TemplateUnit } from '../types.ts';
import { profileOf, targetOf } from './profiles.ts';
import { randomStream } from './random.ts';
import { answerQuestionnaire } from './respondent.ts';
import type { DemonstrationOptions, DemonstrationResponse } from './types.ts';

const day = 24 * 60 * 60 * 1000;
/** The survey is open for the first four weeks of November. */
const openDays = 28;

/** Valid responses about a unit; before 2020 the public was asked about counties, departments in passing. */
function validResponses(
  unit: TemplateUnit,
  year: number,
  draw: (low: number, high: number) => number,
): number {
  const usual = unit.kind === 'county' || year >= 2020 ? draw(101, 117) : draw(12, 24);
  return Math.min(usual, profileOf(unit.code).answers ?? usual);
}

/** All responses about one unit in a year, in no order; a few answer too little to count. */
export function respondAbout(
  unit: TemplateUnit,
  { questionnaire, year, seed }: DemonstrationOptions,
): readonly DemonstrationResponse[] {
  const stream = randomStream(seed, 'responses', unit.code, year);
  const valid = validResponses(unit, year, stream.integer);
  const invalid = stream.integer(1, 5);
  const families = Object.keys(questionnaire.method.familyWeights);
  const mood = {
    // The public tells units apart less sharply than an evaluator does.
    unit: (targetOf(unit.code, year) - 78) / 28 + 0.45 + 0.12 * stream.normal(),
    byFamily: Object.fromEntries(families.map((family) => [family, 0.15 * stream.normal()])),
  };
  const opens = Date.UTC(year, 10, 1);
  return Array.from({ length: valid + invalid }, (_, at) => {
    const submitted = opens + (stream.integer(0, openDays - 1) + 0.6 * stream.uniform()) * day;
    return {
      unitCode: unit.code,
      ...answerQuestionnaire(questionnaire, { mood, valid: at < valid, stream }),
      submittedAt: new Date(Math.floor(submitted)).toISOString(),
    };
  });
}
