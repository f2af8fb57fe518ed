import { seedTemplates } from '@gongping/api';
import type {
  Assessment,
  AssessmentSettings,
  assessmentDefaults,
  Indicator,
  IndicatorSystem,
  Unit,
} from '@gongping/contracts';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Bench, Person } from './app.ts';

export interface RoundOptions {
  /** Codes of the units; two counties and two departments unless told. D01 is the office that supervises. */
  readonly units?: readonly [string, ...string[]];
  /** Changes to the template's settings. */
  readonly settings?: Partial<AssessmentSettings>;
  /** `plan` stops before the scoring is opened; it is opened unless told. */
  readonly phase?: 'plan' | 'scoring';
}

/** An assessment set up through the API, with somebody for each role. */
export interface Round {
  readonly slug: string;
  readonly assessmentId: string;
  /** As it was when the round was ready. */
  readonly assessment: Assessment;
  readonly units: readonly Unit[];
  /** @throws where the unit is not in the round */
  unit(code: string): Unit;
  /** Every node of the system, those switched off too. */
  readonly indicators: readonly Indicator[];
  indicator(code: string): Indicator;
  /** Leaves that count for a kind of unit, bonus too, in printing order. */
  leaves(kind: Unit['kind']): Indicator[];
  /** Organises the whole platform. */
  readonly organiser: Person;
  /** Has all families of the first, third, … unit (C01 and D01); where two score, those of the others as the second. */
  readonly evaluator: Person;
  /** Has the second, fourth, … unit (C04 and D23); where two score, those of the others as the second. */
  readonly secondEvaluator: Person;
  readonly reviewer: Person;
  readonly leader: Person;
  /** Speaks for the first unit (C01) and belongs to it. */
  readonly liaison: Person;
}

/** Sets a round up: templates, people, assessment, assignments, scoring opened. Each call makes another round. */
export async function createRound(bench: Bench, options: RoundOptions = {}): Promise<Round> {
  await seedTemplates(bench.database.db, bench.clock.now);
  const organiser = await bench.person([{ role: 'organiser' }]);
  const settings = await settingsFor(organiser, options);
  const created = await ask<Assessment>(organiser, ['POST', '/assessments', settings], 201);
  const { units } = created;
  const scope = { assessmentId: created.id };
  const evaluator = await bench.person([{ role: 'evaluator', ...scope }]);
  const secondEvaluator = await bench.person([{ role: 'evaluator', ...scope }]);
  const home = first(units);

  const path = `/assessments/${created.slug}`;
  const { cells } = await ask<{ cells: { unitId: string; family: string; slot: 1 | 2 }[] }>(organiser, [
    'GET',
    `${path}/assignments`,
  ]);
  const assigned = cells.map(({ unitId, family, slot }) => {
    const place = units.findIndex(({ id }) => id === unitId) + slot;
    return { unitId, family, slot, evaluatorId: (place % 2 === 0 ? secondEvaluator : evaluator).id };
  });
  await ask(organiser, ['PUT', `${path}/assignments`, { cells: assigned }]);
  const opening = { to: 'scoring', reason: '', acceptUnscored: false };
  const assessment =
    options.phase === 'plan' ? created : await ask<Assessment>(organiser, ['POST', `${path}/phase`, opening]);
  const { indicators } = await ask<IndicatorSystem>(organiser, [
    'GET',
    `/indicator-systems/${settings.indicatorSystemId}`,
  ]);

  return {
    slug: created.slug,
    assessmentId: created.id,
    assessment,
    units,
    unit: (code) => found(units, code),
    indicators,
    indicator: (code) => found(indicators, code),
    leaves: (kind) => countingLeaves(indicators, settings.excludedIndicators, kind),
    organiser,
    evaluator,
    secondEvaluator,
    reviewer: await bench.person([{ role: 'reviewer', ...scope }]),
    leader: await bench.person([{ role: 'leader', ...scope }]),
    liaison: await bench.person([{ role: 'liaison', ...scope, unitId: home.id }], { homeUnitId: home.id }),
  };
}

/** From planning to scoring to the final result, unless a test asks for more. */
const oneScoring = { selfAssessment: false, doubleScoring: false, feedback: false, appeal: false };

async function settingsFor(organiser: Person, options: RoundOptions): Promise<AssessmentSettings> {
  const { units } = await ask<{ units: Unit[] }>(organiser, ['GET', '/units']);
  const { settings } = await ask<z.infer<typeof assessmentDefaults>>(organiser, [
    'GET',
    '/assessments/defaults',
  ]);
  const codes = options.units ?? ['C01', 'C04', 'D01', 'D23'];
  const procedure = settings.procedure && { ...settings.procedure, ...oneScoring };
  return { ...settings, procedure, unitIds: codes.map((code) => found(units, code).id), ...options.settings };
}

function countingLeaves(all: readonly Indicator[], excluded: readonly string[], kind: Unit['kind']) {
  const out = new Set(excluded);
  for (const { code, parent } of all) if (parent !== null && out.has(parent)) out.add(code);
  return all.filter((node) => node.rule !== null && node.unitKinds.includes(kind) && !out.has(node.code));
}

type Question = [method: string, path: string, body?: unknown];

/** Asks the API and fails the test, with the answer in its message, where the status is another. */
async function ask<T>(person: Person, [method, path, body]: Question, status = 200): Promise<T> {
  const response = await person.call(method, path, body);
  const text = await response.text();
  expect(response.status, `${method} ${path}: ${text}`).toBe(status);
  return JSON.parse(text) as T;
}

function found<T extends { code: string }>(all: readonly T[], code: string): T {
  const one = all.find((each) => each.code === code);
  if (!one) throw new Error(`There is no ${code}.`);
  return one;
}

function first<T>(all: readonly T[]): T {
  const [one] = all;
  if (one === undefined) throw new Error('The round has no units.');
  return one;
}
