import { seedTemplates } from '@gongping/api';
import {
  assessment,
  type assessmentDefaults,
  assessmentList,
  type AssessmentSettings,
  type effectiveMarks,
  type Unit,
} from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useBench, type Person } from '../support/app.ts';
import { createRound } from '../support/round.ts';

const bench = useBench();
const english = { 'accept-language': 'en' };
let organiser: Person;
let defaults: z.infer<typeof assessmentDefaults>;

beforeAll(async () => {
  await seedTemplates(bench.database.db, bench.clock.now);
  organiser = await bench.person([{ role: 'organiser' }]);
  const response = await organiser.call('GET', '/assessments/defaults');
  defaults = (await response.json()) as typeof defaults;
});

/** Changes to the defaults, as the body of a new assessment. */
const withChanges = (changes: Partial<AssessmentSettings>) => ({ ...defaults.settings, ...changes });

async function errorsOf(response: Response): Promise<{ path: string; message: string }[]> {
  expect(response.status).toBe(422);
  const problem = (await response.json()) as { code: string; errors: { path: string; message: string }[] };
  expect(problem.code).toBe('invalid-input');
  return problem.errors;
}

function sharesOf(marks: readonly z.infer<typeof effectiveMarks>[], kind: Unit['kind']) {
  const rows = marks.filter((row) => row.kind === kind);
  return Object.fromEntries(rows.map(({ family, marks: full, share }) => [family, [full, share]]));
}

describe('GET /assessments/defaults', () => {
  it('proposes what the template says, every unit and no vetoes', () => {
    expect(defaults.settings).toMatchObject({
      year: 2020,
      title: '2020年度政务公开评估',
      socialWeight: 0.2,
      excludedIndicators: ['V-1', 'V-2', 'V-3', 'V-4'],
      bonusCap: 5,
      totalCap: 100,
      vetoBand: 'fail',
      minimumSample: 100,
    });
    expect(defaults.settings.unitIds).toHaveLength(37);
    expect(defaults.settings.bands.map(({ code, minimum }) => [code, minimum])).toEqual([
      ['excellent', 90],
      ['good', 80],
      ['pass', 60],
      ['fail', 0],
    ]);
  });

  it('says what each family is worth, for each kind of unit', () => {
    const county = sharesOf(defaults.effectiveMarks, 'county');
    expect(county).toEqual({ A: ['44', '44'], B: ['14', '14'], C: ['22', '22'], D: ['20', '20'] });
    const department = sharesOf(defaults.effectiveMarks, 'department');
    expect(department).toEqual({ A: ['26', '26'], B: ['24', '24'], C: ['30', '30'], D: ['20', '20'] });
  });
});

describe('POST /assessments/effective-marks', () => {
  it('rescales the families that stay by 1.25 where D is switched off', async () => {
    const { indicatorSystemId } = defaults.settings;
    const body = { indicatorSystemId, excludedIndicators: ['D'] };
    const response = await organiser.call('POST', '/assessments/effective-marks', body);
    expect(response.status).toBe(200);
    const { effectiveMarks: marks } = (await response.json()) as typeof defaults;
    // 44 × 1.25 = 55, 14 × 1.25 = 17.5, 22 × 1.25 = 27.5.
    expect(sharesOf(marks, 'county')).toEqual({
      A: ['44', '55'],
      B: ['14', '17.5'],
      C: ['22', '27.5'],
      D: ['20', '0'],
    });
    expect(marks.filter(({ included }) => !included).map(({ family }) => family)).toEqual(['D', 'D']);
  });

  it('gives nobody a share where no family is left, and 404 for a system that is not there', async () => {
    const none = { ...defaults.settings, excludedIndicators: ['A', 'B', 'C', 'D'] };
    const response = await organiser.call('POST', '/assessments/effective-marks', none);
    const { effectiveMarks: marks } = (await response.json()) as typeof defaults;
    expect(new Set(marks.map(({ share }) => share))).toEqual(new Set(['0']));
    const lost = { ...none, indicatorSystemId: randomUUID() };
    expect((await organiser.call('POST', '/assessments/effective-marks', lost)).status).toBe(404);
  });
});

describe('POST /assessments', () => {
  it('creates it from the settings, in the planning phase, with its survey and an entry in the log', async () => {
    const body = withChanges({ title: ' 二〇二〇年评估 ', excludedIndicators: ['D', 'V-1'] });
    const response = await organiser.call('POST', '/assessments', body);
    expect(response.status).toBe(201);
    const created = assessment.parse(await response.json());
    expect(created).toMatchObject({ phase: 'plan', revision: 1, demonstration: false, unitCount: 37 });
    expect(created.slug).toMatch(/^2020(-\d+)?$/);
    expect(created.settings).toMatchObject({
      ...body,
      title: '二〇二〇年评估',
      unitIds: expect.anything() as [],
    });
    expect(new Set(created.settings.unitIds)).toEqual(new Set(body.unitIds));

    const { db } = bench.database;
    const [survey] = await db
      .select()
      .from(schema.surveys)
      .where(eq(schema.surveys.assessmentId, created.id));
    expect(survey?.slug).toBe(created.slug);
    const log = await db.select().from(schema.auditEntries).where(eq(schema.auditEntries.scope, created.id));
    expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['assessment.create', organiser.id],
    ]);
  });

  it('stores the method whole, and an appraisal without the family switched off', async () => {
    const body = withChanges({ socialWeight: 0.3, excludedIndicators: ['D', 'V-2'], bonusCap: null });
    const created = assessment.parse(await (await organiser.call('POST', '/assessments', body)).json());
    const [row] = await bench.database.db
      .select()
      .from(schema.assessments)
      .where(eq(schema.assessments.id, created.id));
    expect(row?.method).toMatchObject({
      version: 1,
      components: [{ code: 'social', weight: 0.3 }],
      bonusCap: null,
      totalCap: 100,
      veto: { band: 'fail' },
      unscored: 'refuse',
      notApplicable: 'total',
    });
    expect(row?.method.bands[0]).toEqual({ code: 'excellent', name: '优秀', minimum: 90 });
    expect(row?.appraisalMethod.families).toEqual({
      A: { weight: 0.3, questions: ['Q5', 'Q6', 'Q7'] },
      B: { weight: 0.1, questions: ['Q8'] },
      C: { weight: 0.3, questions: ['Q9', 'Q10'] },
    });
    expect(row?.appraisalMethod.overall).toEqual({ question: 'Q11', share: 0.2 });
  });

  it('numbers the further assessments of a year', async () => {
    const slugs: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      const response = await organiser.call('POST', '/assessments', withChanges({ year: 2031 }));
      slugs.push(((await response.json()) as { slug: string }).slug);
    }
    expect(slugs).toEqual(['2031', '2031-2', '2031-3']);
  });

  it('is for organisers of the platform', async () => {
    const { assessmentId } = await createRound(bench);
    const { call } = await bench.person([{ role: 'organiser', assessmentId }]);
    expect((await call('POST', '/assessments', defaults.settings)).status).toBe(403);
  });
});

describe('settings that do not fit', () => {
  const [a = '', b = ''] = [randomUUID(), randomUUID()];
  const name = { zh: '甲', en: 'A' };
  const cases: [rule: string, changes: () => Partial<AssessmentSettings>, paths: string[]][] = [
    ['a unit that is not there', () => ({ unitIds: [a, b] }), ['unitIds.0', 'unitIds.1']],
    [
      'a unit twice',
      () => ({
        unitIds: [...defaults.settings.unitIds.slice(0, 1), ...defaults.settings.unitIds.slice(0, 1)],
      }),
      ['unitIds.1'],
    ],
    [
      'a phase that ends before it starts',
      () => ({ phaseDates: { survey: { start: '2020-10-02', end: '2020-10-01' } } }),
      ['phaseDates.survey.end'],
    ],
    [
      'a band no lower than the one before, and none at 0',
      () => ({
        bands: [
          { code: 'a', name, minimum: 80 },
          { code: 'b', name, minimum: 80 },
        ],
        vetoBand: 'a',
      }),
      ['bands.1.minimum', 'bands.1.minimum'],
    ],
    [
      'a code of a band twice',
      () => ({
        bands: [
          { code: 'a', name, minimum: 80 },
          { code: 'a', name, minimum: 0 },
        ],
        vetoBand: 'a',
      }),
      ['bands.1.code'],
    ],
    ['a veto band that is no band', () => ({ vetoBand: 'worst' }), ['vetoBand']],
    ['vetoes without a band', () => ({ vetoBand: null, excludedIndicators: ['V-1'] }), ['vetoBand']],
    ['a system that is not there', () => ({ indicatorSystemId: a }), ['indicatorSystemId']],
    ['a scored leaf switched off', () => ({ excludedIndicators: ['V', 'A1-1'] }), ['excludedIndicators.1']],
    ['no family left', () => ({ excludedIndicators: ['A', 'B', 'C', 'D', 'V'] }), ['excludedIndicators']],
  ];

  it.each(cases)('are refused: %s', async (_rule, changes, paths) => {
    const errors = await errorsOf(await organiser.call('POST', '/assessments', withChanges(changes())));
    expect(errors.map(({ path }) => path)).toEqual(paths);
  });

  it.each([-0.01, 1.01])('are refused: a social weight of %d', async (socialWeight) => {
    const errors = await errorsOf(
      await organiser.call('POST', '/assessments', withChanges({ socialWeight })),
    );
    expect(errors.map(({ path }) => path)).toEqual(['socialWeight']);
  });

  it.each([0, 1])('are none: a social weight of %d', async (socialWeight) => {
    const response = await organiser.call('POST', '/assessments', withChanges({ socialWeight }));
    expect(response.status).toBe(201);
  });

  it('are named in the reader’s language', async () => {
    const body = withChanges({ vetoBand: 'worst' });
    const [zh] = await errorsOf(await organiser.call('POST', '/assessments', body));
    expect(zh?.message).toBe('一票否决等次须是上列等次之一。');
    const [en] = await errorsOf(await organiser.call('POST', '/assessments', body, english));
    expect(en?.message).toBe('The veto band must be one of the bands.');
  });
});

describe('GET /assessments', () => {
  it('lists those in which the person has a role', async () => {
    const [first, second] = [await createRound(bench), await createRound(bench)];
    const slugsFor = async ({ call }: Person) => {
      const { assessments } = assessmentList.parse(await (await call('GET', '/assessments')).json());
      return assessments.map(({ slug }) => slug);
    };
    expect(await slugsFor(first.evaluator)).toEqual([first.slug]);
    expect(await slugsFor(organiser)).toEqual(expect.arrayContaining([first.slug, second.slug]));
    expect(await slugsFor(await bench.person([]))).toEqual([]);
  });
});

describe('GET /assessments/{slug}', () => {
  it('shows it to every role in it, and to nobody else that it is there', async () => {
    const [round, other] = [await createRound(bench), await createRound(bench)];
    for (const { call } of [round.liaison, round.leader, round.evaluator]) {
      const response = await call('GET', `/assessments/${round.slug}`);
      expect(assessment.parse(await response.json()).units.map(({ code }) => code)).toEqual([
        'C01',
        'C04',
        'D01',
        'D23',
      ]);
    }
    for (const path of [`/assessments/${round.slug}`, '/assessments/1999', '/assessments/none']) {
      expect((await other.leader.call('GET', path)).status).toBe(404);
    }
  });
});
