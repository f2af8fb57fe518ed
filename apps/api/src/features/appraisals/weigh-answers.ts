import type { Appraisal, Questionnaire } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { patternCode, readPlace } from '@gongping/questionnaire';
import {
  createTallier,
  meanToMargins,
  type AppraisalMethod,
  type Margins,
  type RespondentRow,
} from '@gongping/statistics';
import { readPatterns } from './count.repository.ts';
import type { CountedSurvey } from './counted-survey.ts';
import { tallyItems } from './tally-patterns.ts';

type Weighted = NonNullable<Appraisal['weighted']>;

/** Respondents with a score about one unit, who say where they belong in every margin. */
interface Scored {
  readonly rows: RespondentRow[];
  readonly scores: number[];
}

/**
 * The mean of the answers that count, weighted to known totals of the population, by unit id. It reads every answer: only
 * surveys whose totals are set pay for it.
 */
export async function weighAnswers(
  db: Database,
  survey: CountedSurvey,
  margins: Margins,
): Promise<Map<string, Weighted>> {
  const range = { surveyId: survey.id, after: 0, upTo: Number.MAX_SAFE_INTEGER };
  const byUnit = new Map<string, Scored>();
  for (const { unitId, version, state, patterns } of await readPatterns(db, range)) {
    if (state !== 'counted') continue;
    const scored = byUnit.get(unitId) ?? { rows: [], scores: [] };
    byUnit.set(unitId, scored);
    readScored(
      patterns,
      { questionnaire: survey.questionnaires.of(version), method: survey.method, margins },
      scored,
    );
  }
  return new Map(
    [...byUnit].map(([unitId, { rows, scores }]) => [unitId, meanToMargins(rows, scores, margins)]),
  );
}

function readScored(
  patterns: string,
  by: { questionnaire: Questionnaire; method: AppraisalMethod; margins: Margins },
  to: Scored,
): void {
  const { places, width } = patternCode(by.questionnaire);
  const tallier = createTallier(tallyItems(by.questionnaire), by.method);
  const variables = Object.keys(by.margins).map((code) => ({
    code,
    at: places.findIndex(({ item }) => item.code === code),
  }));
  const row = new Int32Array(places.length);
  for (let start = 0; start < patterns.length; start += width) {
    for (const [at, place] of places.entries()) row[at] = readPlace(patterns, start, place);
    const score = tallier.scoreOf(row);
    if (score === null) continue;
    const belongs: Record<string, string> = {};
    for (const { code, at } of variables) {
      const option = places[at]?.item.options[row[at] ?? -1]?.code;
      if (option !== undefined && (by.margins[code]?.[option] ?? 0) > 0) belongs[code] = option;
    }
    if (Object.keys(belongs).length < variables.length) continue;
    to.rows.push(belongs);
    to.scores.push(score);
  }
}
