import { buildOpenApiDocument } from '@gongping/api';
import { schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import {
  call,
  createDoubleRound,
  emptyDoubleRound,
  handIn,
  rate,
  type DoubleRound,
} from '../support/double-round.ts';

const bench = useBench();
let round: DoubleRound;

beforeAll(async () => {
  round = await createDoubleRound(bench);
  const made = besides.map((role) =>
    bench.person([
      { role: 'evaluator', assessmentId: round.id },
      { role, assessmentId: round.id },
    ]),
  );
  const [organiser, reviewer] = await Promise.all(made);
  if (organiser && reviewer) overseers = { organiser, reviewer };
});
beforeEach(async () => {
  await emptyDoubleRound(bench, round);
  await seat(round.second);
});

const paths = Object.entries(
  (buildOpenApiDocument() as { paths: Record<string, Record<string, unknown>> }).paths,
).flatMap(([path, methods]) => ('get' in methods ? [path] : []));

const units = ['C01', 'C02', 'D01'];
const leaves = ['A1-1', 'A1-2', 'B-1', 'B-2', 'X-1', 'V-1'];

/** Every GET address of the API, with the names of everything there is in the round. */
function addresses(ids: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const some = path.startsWith('/assessments/') ? path.replace('{slug}', '2020') : path;
    const byUnit = some.includes('{unit}') ? units.map((unit) => some.replace('{unit}', unit)) : [some];
    const byLeaf = byUnit.flatMap((one) =>
      one.includes('{indicator}') ? leaves.map((leaf) => one.replace('{indicator}', leaf)) : [one],
    );
    return byLeaf.flatMap((one) =>
      one.includes('{id}') ? ids.map((id) => one.replace('{id}', id)) : [one.replaceAll(/\{\w+\}/gu, '1')],
    );
  });
}

/** What one person reads everywhere: status, headers that may tell, and body, by address. */
async function everything(person: Person, ids: readonly string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  for (const address of addresses(ids)) {
    const response = await person.call('GET', address);
    const body = (await response.text()).replaceAll(/"requestId":"[^"]*"/gu, '');
    const { headers } = response;
    read.set(
      address,
      [response.status, headers.get('etag'), headers.get('content-disposition'), body].join('\n'),
    );
  }
  return read;
}

const secrets = {
  first: ['甲方独有的理由', 'https://first.example/', '甲方的截图', '3.1415926536', '甲方抽样'],
  second: ['乙方独有的理由', 'https://second.example/', '乙方的截图', '2.7182818285', '乙方抽样'],
};

/** Rates all of C01 so that marks, reasons, evidence and names are unmistakable. @returns ids of the evidence */
async function rateEverything(person: Person, who: keyof typeof secrets): Promise<string[]> {
  const [reason = '', url, title, marks, sample] = secrets[who];
  const ratio = { method: 'ratio', numerator: Number(marks), denominator: 6, deductions: [] };
  await rate(person, ['C01', 'A1-1'], { method: 'graded', level: who === 'first' ? 'half' : 'none' }, reason);
  await rate(person, ['C01', 'A1-2'], { method: 'deduct', deductions: [] }, reason);
  await rate(person, ['C01', 'B-1'], ratio, reason);
  const added = await call<{ id: string }>(person, [
    'POST',
    '/assessments/2020/score-sheets/C01/scores/A1-1/evidence/links',
    { url, title, capturedAt: '2020-10-12T00:00:00Z' },
  ]);
  const form = new FormData();
  form.set('title', title ?? '');
  form.set('capturedAt', '2020-10-12T00:00:00Z');
  form.set('file', new File([png], `${who}.png`));
  const file = await call<{ id: string }>(person, [
    'POST',
    '/assessments/2020/score-sheets/C01/scores/B-1/evidence/files',
    form,
  ]);
  const drawn = await call<{ id: string }>(person, [
    'POST',
    '/assessments/2020/score-sheets/C01/scores/A1-1/samples',
    { title: sample, population: ['义务教育', '就业'], size: 1 },
  ]);
  expect([added.status, file.status, drawn.status]).toEqual([201, 201, 201]);
  return [added.body.id, file.body.id];
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The second rater, who organises the round or reviews it besides. */
const besides = ['organiser', 'reviewer'] as const;
let overseers: Record<(typeof besides)[number], Person>;

async function seat(rater: Person): Promise<void> {
  const second = and(eq(schema.assignments.assessmentId, round.id), eq(schema.assignments.slot, 2));
  await bench.database.db.update(schema.assignments).set({ evaluatorId: rater.id }).where(second);
}

describe.each([
  ['first', 'second', null],
  ['second', 'first', null],
  ['first', 'second', 'organiser'],
  ['first', 'second', 'reviewer'],
] as const)('what the %s rater does', (actor, other, role) => {
  it(`changes nothing that the other${role ? `, who is ${role} besides,` : ''} reads anywhere until both have handed in`, async () => {
    const acting = round[actor];
    const looking = role === null ? round[other] : overseers[role];
    if (role !== null) await seat(looking);
    // Something of one's own, so that a wrong comparison shows.
    await rate(looking, ['C01', 'A1-1'], { method: 'graded', level: 'full' });
    const ids = await rateEverything(acting, actor);
    await emptyDoubleRound(bench, round);
    await rate(looking, ['C01', 'A1-1'], { method: 'graded', level: 'full' });

    const before = await everything(looking, ids);
    const now = await rateEverything(acting, actor);
    const evidence = [...ids, ...now];
    const rated = await everything(looking, evidence);
    await handIn(acting, ['A', 'B']);
    const handedIn = await everything(looking, evidence);
    for (const [address, answer] of before) {
      expect(rated.get(address), address).toBe(answer);
      expect(handedIn.get(address), address).toBe(answer);
    }
    for (const answer of [...rated.values(), ...handedIn.values()])
      for (const secret of secrets[actor]) expect(answer).not.toContain(secret);

    await rateEverything(looking, other);
    await handIn(looking, ['A', 'B']);
    const both = [...(await everything(looking, evidence)).values()].join('\n');
    for (const secret of secrets[actor]) expect(both).toContain(secret);
  });

  it('does not tell in a conflict, nor let the other touch its evidence', async () => {
    const [acting, looking] = [round[actor], round[other]];
    const [link = ''] = await rateEverything(acting, actor);
    const path = '/assessments/2020/score-sheets/C01/scores/A1-1';
    const stale = await looking.call('PUT', path, {
      expectedRevision: 7,
      state: 'unscored',
      input: null,
      reason: '',
    });
    expect(stale.status).toBe(409);
    const text = await stale.text();
    for (const secret of secrets[actor]) expect(text).not.toContain(secret);
    const removal = await looking.call('DELETE', `/assessments/2020/evidence/${link}`);
    expect(removal.status).toBe(404);
    const copy = await looking.call('POST', `${path}/evidence/copies`, { evidenceId: link });
    expect([404, 422]).toContain(copy.status);
  });
});

describe('a round scored twice', () => {
  it('is read in as many queries whatever there is in it', async () => {
    const { db } = bench.database;
    const spies = [vi.spyOn(db, 'select'), vi.spyOn(db, 'selectDistinct'), vi.spyOn(db, 'execute')];
    const readers: [Person, string][] = [
      [round.first, '/assessments/2020/score-sheets'],
      [round.first, '/assessments/2020/score-sheets/C01'],
      [round.first, '/assessments/2020/score-sheets/C01/ratings'],
      [round.organiser, '/assessments/2020/hand-ins'],
      [round.organiser, '/assessments/2020/agreement'],
      [round.reviewer, '/assessments/2020/arbitration'],
    ];
    const counts = async () => {
      const found: number[] = [];
      for (const [person, path] of readers) {
        for (const spy of spies) spy.mockClear();
        expect((await person.call('GET', path)).status).toBe(200);
        found.push(spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0));
      }
      return found;
    };
    const empty = await counts();
    await rateEverything(round.first, 'first');
    await rateEverything(round.second, 'second');
    await handIn(round.first, ['A', 'B']);
    await handIn(round.second, ['A', 'B']);
    expect(await counts()).toEqual(empty);
    for (const spy of spies) spy.mockRestore();
  });
});
