import { seedTemplates } from '@gongping/api';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { createRound } from '../support/round.ts';

const bench = useBench();
let organiser: Person;

beforeAll(async () => {
  await seedTemplates(bench.database.db, bench.clock.now);
  organiser = await bench.person([{ role: 'organiser' }]);
});

function put(slug: string, body: unknown) {
  return organiser.call('PUT', `/assessments/${slug}`, body);
}

async function errorsOf(response: Response): Promise<{ path: string; message: string }[]> {
  expect(response.status).toBe(422);
  const problem = (await response.json()) as { code: string; errors: { path: string; message: string }[] };
  expect(problem.code).toBe('invalid-input');
  return problem.errors;
}

describe('PUT /assessments/{slug}', () => {
  it('changes everything while planning', async () => {
    const round = await createRound(bench, { phase: 'plan' });
    const settings = {
      ...round.assessment.settings,
      title: '新名称',
      unitIds: [round.unit('C01').id],
      excludedIndicators: ['D', 'V'],
      minimumSample: 30,
    };
    const response = await put(round.slug, { expectedRevision: 1, settings });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ settings, revision: 2, unitCount: 1, title: '新名称' });
    const left = await bench.database.db
      .select()
      .from(schema.assignments)
      .where(eq(schema.assignments.assessmentId, round.assessmentId));
    expect(new Set(left.map(({ unitId }) => unitId))).toEqual(new Set(settings.unitIds));
  });

  it('keeps a unit that was retired since, and takes no retired one in', async () => {
    const round = await createRound(bench, { units: ['D05'], phase: 'plan' });
    const { settings } = round.assessment;
    await organiser.call('PATCH', `/units/${round.unit('D05').id}`, { retired: true });
    expect((await put(round.slug, { expectedRevision: 1, settings })).status).toBe(200);
    const errors = await errorsOf(await organiser.call('POST', '/assessments', settings));
    expect(errors).toEqual([{ path: 'unitIds.0', message: '“市国资委”已停用，请移出本次评估。' }]);
  });

  it('refuses a stale change, says who was faster and shows what is there', async () => {
    const round = await createRound(bench, { phase: 'plan' });
    const { settings } = round.assessment;
    const body = { expectedRevision: 1, settings: { ...settings, title: '先到' } };
    const faster = await bench.person([{ role: 'organiser' }]);
    expect((await faster.call('PUT', `/assessments/${round.slug}`, body)).status).toBe(200);
    const response = await put(round.slug, { ...body, settings: { ...settings, title: '后到' } });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'stale',
      detail: expect.stringContaining(`测试人员 ${faster.id.slice(0, 4)}`) as string,
      current: { revision: 2, title: '先到' },
    });
  });

  it('keeps what scores hang on once scoring has begun; the rest stays open', async () => {
    const round = await createRound(bench);
    const { settings, revision } = round.assessment;
    const frozen = [
      { unitIds: settings.unitIds.slice(1) },
      { excludedIndicators: ['D', ...settings.excludedIndicators] },
      { indicatorSystemId: randomUUID() },
    ];
    for (const change of frozen) {
      const response = await put(round.slug, {
        expectedRevision: revision,
        settings: { ...settings, ...change },
      });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'frozen-settings' });
    }
    const open = {
      title: '改名',
      socialWeight: 0.4,
      minimumSample: 50,
      bands: settings.bands.map((band) => ({ ...band, minimum: band.minimum === 90 ? 85 : band.minimum })),
      phaseDates: { survey: { start: '2020-10-05', end: '2020-10-06' } },
    };
    // The same units in another order are the same units.
    const body = { ...settings, ...open, unitIds: settings.unitIds.toReversed() };
    const response = await put(round.slug, { expectedRevision: revision, settings: body });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ phase: 'scoring', settings: open });
  });

  it('never changes the year, which is in the address', async () => {
    const round = await createRound(bench, { phase: 'plan' });
    const settings = { ...round.assessment.settings, year: 2019 };
    const errors = await errorsOf(await put(round.slug, { expectedRevision: 1, settings }));
    expect(errors.map(({ path }) => path)).toEqual(['year']);
  });
});
