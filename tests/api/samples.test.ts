import type { Sample, SampleList } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { drawSample } from '@gongping/scoring';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { scorePath } from '../support/scoring-calls.ts';
import { createScoringRound, type ScoringRound } from '../support/scoring-round.ts';

const bench = useBench();
let round: ScoringRound;
const own = `${scorePath('C01', 'A1-1')}/samples`;
const population = Array.from({ length: 26 }, (_, index) => `领域 ${index + 1}`);
const wanted = { title: '领域', population, size: 5 };

beforeAll(async () => {
  round = await createScoringRound(bench);
});
beforeEach(async () => {
  const { db } = bench.database;
  await db.delete(schema.samples);
  await setRound({ phase: 'scoring', procedure: procedure(false) });
});

const procedure = (doubleScoring: boolean) => ({
  ...{ selfAssessment: false, claimsShown: false, doubleScoring, arbitrationThreshold: 0.2 },
  ...{ agreed: 'mean' as const, feedback: false, appeal: false, appealWorkingDays: 5 },
});

async function setRound(change: Partial<typeof schema.assessments.$inferInsert>) {
  await bench.database.db.update(schema.assessments).set(change).where(eq(schema.assessments.id, round.id));
}

async function draw(person = round.evaluator, path = own, body: object = wanted) {
  const response = await person.call('POST', path, body);
  return { status: response.status, body: (await response.json()) as Sample & { code?: string } };
}

async function list(person: Person, unit = 'C01'): Promise<SampleList> {
  const response = await person.call('GET', `/assessments/2020/score-sheets/${unit}/samples`);
  expect(response.status).toBe(200);
  return (await response.json()) as SampleList;
}

const found = (sample: Sample, finding: string, remark = '') =>
  sample.items.map((_, place) => (place === 0 ? { finding, remark } : { finding: 'open', remark: '' }));

describe('POST samples', () => {
  it('draws with a seed of its own, and anybody draws the same from what is kept', async () => {
    const { status, body } = await draw();
    expect(status).toBe(201);
    expect(body).toMatchObject({ indicator: 'A1-1', title: '领域', population, size: 5, revision: 1 });
    expect(body.seed).toMatch(/^[0-9a-f]{16}$/);
    const again = drawSample(26, 5, body.seed).map((index) => ({
      number: index + 1,
      label: `领域 ${index + 1}`,
      finding: 'open',
      remark: '',
    }));
    expect(body.items).toEqual(again);
    expect(await list(round.reviewer)).toEqual({ samples: [{ ...body, writable: false }], discarded: [] });
    const log = await round.organiser.call('GET', '/assessments/2020/audit?limit=1');
    expect(await log.json()).toMatchObject({
      entries: [
        { action: 'sample.draw', subject: 'sample C01/A1-1', after: { seed: body.seed, population } },
      ],
    });
  });

  it('takes no seed from outside, and another each time', async () => {
    const seeded = await draw(round.evaluator, own, { ...wanted, seed: '0000000000000000' });
    const second = await draw();
    expect(new Set([seeded.body.seed, second.body.seed, '0000000000000000']).size).toBe(3);
  });

  it('draws all where there are no more than asked for', async () => {
    const { body } = await draw(round.evaluator, own, { ...wanted, population: ['甲', '乙'], size: 3 });
    expect(body.items.map(({ label }) => label).sort()).toEqual(['乙', '甲']);
    expect(body.size).toBe(3);
  });

  it.each([
    ['an item twice', { population: ['甲', '乙', '甲'] }, 'population.2'],
    ['an empty item', { population: ['甲', ' '] }, 'population.1'],
    ['no items', { population: [] }, 'population'],
    ['nothing to draw', { size: 0 }, 'size'],
  ])('refuses %s', async (_what, change, path) => {
    const response = await round.evaluator.call('POST', own, { ...wanted, ...change });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path }] });
  });

  it('is for whoever scores the cell, while it is scored', async () => {
    expect((await draw(round.colleague)).status).toBe(404);
    await setRound({ phase: 'final' });
    expect((await draw()).body).toMatchObject({ code: 'wrong-phase' });
  });
});

describe('PUT samples/{id}', () => {
  const write = (person: Person, { id, revision }: Sample, items: object[], expected = revision) =>
    person.call('PUT', `/assessments/2020/samples/${id}`, { expectedRevision: expected, items });

  it('keeps a finding and a remark for each drawn item', async () => {
    const { body } = await draw();
    const response = await write(round.evaluator, body, found(body, 'partly', '超时限'));
    expect(response.status).toBe(200);
    const written = (await response.json()) as Sample;
    expect(written).toMatchObject({ revision: 2, seed: body.seed });
    expect(written.items[0]).toEqual({ ...body.items[0], finding: 'partly', remark: '超时限' });
    expect((await list(round.evaluator)).samples).toEqual([written]);
  });

  it('refuses a stale one with the newer sample, and one that does not fit what was drawn', async () => {
    const { body } = await draw();
    await write(round.evaluator, body, found(body, 'met'));
    const stale = await write(round.evaluator, body, found(body, 'unmet'));
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({
      code: 'stale',
      current: { revision: 2, items: [{ finding: 'met' }, {}, {}, {}, {}] },
    });
    expect((await write(round.evaluator, body, [], 2)).status).toBe(422);
  });

  it('is refused to others, and once the scoring is closed', async () => {
    const { body } = await draw();
    expect((await write(round.colleague, body, found(body, 'met'))).status).toBe(404);
    expect((await write(round.reviewer, body, found(body, 'met'))).status).toBe(403);
    await setRound({ phase: 'final' });
    expect((await write(round.evaluator, body, found(body, 'met'))).status).toBe(409);
    expect((await list(round.evaluator)).samples).toMatchObject([{ writable: false }]);
  });
});

describe('POST samples/{id}/discard', () => {
  const discard = (person: Person, { id }: Sample, reason: string) =>
    person.call('POST', `/assessments/2020/samples/${id}/discard`, { reason });

  it('needs a reason, which stays to be seen', async () => {
    const { body } = await draw();
    expect(await (await discard(round.evaluator, body, ' ')).json()).toMatchObject({
      code: 'reason-required',
    });
    expect((await discard(round.evaluator, body, '清单漏列两个领域')).status).toBe(204);
    expect(await list(round.reviewer)).toEqual({
      samples: [],
      discarded: [
        {
          indicator: 'A1-1',
          title: '领域',
          reason: '清单漏列两个领域',
          discardedAt: bench.clock.now.toISOString(),
        },
      ],
    });
    expect((await discard(round.evaluator, body, '再次')).status).toBe(404);
  });
});

describe('who sees samples', () => {
  it('shows an evaluator the cells that are theirs', async () => {
    await draw();
    expect((await list(round.colleague)).samples).toEqual([]);
    const other = await round.evaluator.call('GET', '/assessments/2020/score-sheets/D01/samples');
    expect(other.status).toBe(404);
  });

  it('hides, where two score blindly, what one drew and found from the other', async () => {
    const { body } = await draw();
    await setRound({ procedure: procedure(true) });
    // The cell is now scored by somebody else as well: the same cell, another person.
    const { db } = bench.database;
    await db
      .update(schema.assignments)
      .set({ evaluatorId: round.colleague.id })
      .where(eq(schema.assignments.evaluatorId, round.evaluator.id));
    try {
      expect(await list(round.colleague)).toEqual({ samples: [], discarded: [] });
      const items = found(body, 'met');
      const path = `/assessments/2020/samples/${body.id}`;
      expect((await round.colleague.call('PUT', path, { expectedRevision: 1, items })).status).toBe(404);
      expect((await round.colleague.call('POST', `${path}/discard`, { reason: '看不见' })).status).toBe(404);
      expect((await list(round.reviewer)).samples).toHaveLength(1);
    } finally {
      const unitFamily = eq(schema.assignments.family, 'A');
      await db.update(schema.assignments).set({ evaluatorId: round.evaluator.id }).where(unitFamily);
    }
  });
});

describe('where two score blindly', () => {
  it('what one drew is frozen once it is handed in, and the other’s to see once both are in', async () => {
    const { db } = bench.database;
    await setRound({ procedure: procedure(true) });
    const cell = { assessmentId: round.id, unitId: round.unitIds.C01, family: 'A' };
    const second = { ...cell, slot: 2, evaluatorId: round.colleague.id };
    await db.insert(schema.assignments).values(second);
    const handIn = (slot: number, { id: submittedBy }: Person) =>
      db
        .insert(schema.ratingSubmissions)
        .values({ ...cell, slot, submittedBy, submittedAt: bench.clock.now });
    try {
      const { body } = await draw();
      const path = `/assessments/2020/samples/${body.id}`;
      const write = { expectedRevision: 1, items: found(body, 'met') };
      await handIn(1, round.evaluator);
      const refused = await round.evaluator.call('PUT', path, write);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
        409,
        'rating-submitted',
      ]);
      expect((await round.evaluator.call('POST', `${path}/discard`, { reason: '重抽' })).status).toBe(409);
      expect((await draw()).status).toBe(409);
      expect((await list(round.evaluator)).samples).toMatchObject([{ writable: false }]);
      expect((await list(round.colleague)).samples).toEqual([]);
      await handIn(2, round.colleague);
      expect((await list(round.colleague)).samples).toMatchObject([{ id: body.id, writable: false }]);
      expect((await round.colleague.call('PUT', path, write)).status).toBe(404);
    } finally {
      await db.delete(schema.ratingSubmissions);
      await db.delete(schema.assignments).where(eq(schema.assignments.slot, 2));
    }
  });
});

describe('GET sample-populations', () => {
  it('gives the 26 pilot fields', async () => {
    const response = await round.evaluator.call('GET', '/sample-populations');
    const { populations } = (await response.json()) as { populations: { items: string[] }[] };
    expect(populations[0]?.items).toHaveLength(26);
  });
});
