import { seedTemplates } from '@gongping/api';
import { indicatorSystem, type IndicatorSystem } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';

const bench = useBench();

beforeAll(() => seedTemplates(bench.database.db, bench.clock.now));

async function onlySystem(): Promise<IndicatorSystem> {
  const { call } = await bench.person([{ role: 'evaluator' }]);
  const list = (await (await call('GET', '/indicator-systems')).json()) as { systems: { id: string }[] };
  const response = await call('GET', `/indicator-systems/${list.systems[0]?.id}`);
  expect(response.status).toBe(200);
  return indicatorSystem.parse(await response.json());
}

describe('the templates', () => {
  it('are put in once, however often the product starts', async () => {
    await seedTemplates(bench.database.db, bench.clock.now);
    expect(await bench.database.db.$count(schema.indicatorSystems)).toBe(1);
    expect(await bench.database.db.$count(schema.units)).toBe(37);
  });

  it('are put in once by instances that start together', async () => {
    await Promise.all([1, 2, 3].map(() => seedTemplates(bench.database.db, bench.clock.now)));
    expect(await bench.database.db.$count(schema.indicatorSystems)).toBe(1);
  });
});

describe('GET /indicator-systems', () => {
  it('lists the frozen system of 2020 with its leaves', async () => {
    const { call } = await bench.person([{ role: 'leader' }]);
    const response = await call('GET', '/indicator-systems');
    expect(response.status).toBe(200);
    // 50 leaves of the 100, one bonus, four vetoes.
    expect(await response.json()).toEqual({
      systems: [
        {
          id: expect.any(String) as string,
          code: 'zhuzhou-2020',
          version: 1,
          title: { zh: '株洲市2020年政务公开评估指标体系', en: expect.any(String) as string },
          frozenAt: bench.clock.now.toISOString(),
          createdAt: bench.clock.now.toISOString(),
          revision: 1,
          leaves: 55,
        },
      ],
    });
  });

  it('is refused to liaisons', async () => {
    const { call } = await bench.person([{ role: 'liaison' }]);
    expect((await call('GET', '/indicator-systems')).status).toBe(403);
  });
});

describe('GET /indicator-systems/{id}', () => {
  it('gives the whole tree, parents before children, and the notice behind it', async () => {
    const system = await onlySystem();
    expect(system.notice.documentNumber).toBe('株政办函〔2020〕19号');
    expect(system.notice.clauses).toHaveLength(19);
    const seen = new Set<string>();
    for (const { code, parent } of system.indicators) {
      if (parent !== null) expect(seen).toContain(parent);
      seen.add(code);
    }
  });

  it('gives marks as plain decimals that add up to 100 for each kind', async () => {
    const { indicators } = await onlySystem();
    const leaves = indicators.filter(({ role, rule }) => role === 'score' && rule !== null);
    for (const kind of ['county', 'department'] as const) {
      const marks = leaves.map((leaf) => leaf.marks[kind]).filter((each) => each !== null);
      expect(marks.every((each) => /^\d+(\.\d*[1-9])?$/.test(each))).toBe(true);
      expect(marks.reduce((sum, each) => sum + Number(each), 0)).toBeCloseTo(100, 10);
    }
  });

  it('answers 404 to an id that names nothing', async () => {
    const { call } = await bench.person([{ role: 'organiser' }]);
    expect((await call('GET', `/indicator-systems/${randomUUID()}`)).status).toBe(404);
    expect((await call('GET', '/indicator-systems/none')).status).toBe(404);
  });
});
