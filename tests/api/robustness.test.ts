import { readBundleFiles, unzipFiles } from '@gongping/bundle';
import { ranking, robustness as answer, type Problem, type Robustness } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { robustness, type EngineInput, type Method, type RobustnessOptions } from '@gongping/scoring';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { answerSurvey, closeScoring, scoreRound, type Judge } from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
const codes = ['C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'D01', 'D02', 'D03', 'D04', 'D05', 'D23'] as const;
let round: Round;
/** What anybody who downloads the publication computes from. */
let input: EngineInput;

/** Units that are good at different things, so that their order depends on the weights; some leaves are N/A. */
const judge: Judge = (unit, { code, role, fullMarks }) => {
  if (role !== 'score') return undefined;
  const number = Number(unit.slice(1));
  const mixed = (number * 31 + code.charCodeAt(0) * 17 + Number(code.slice(1, 2)) * 7) % 13;
  if (unit === 'D03' && code.startsWith('B1')) return 'NA';
  return { marks: (Number(fullMarks) * (0.7 + mixed / 50)).toFixed(4) };
};

beforeAll(async () => {
  round = await createRound(bench, { units: codes });
  await scoreRound(bench, round, judge);
  await answerSurvey(bench, round, { unit: 'C01', count: 100, grade: 'satisfied' });
});

const live = (query = '', call = round.leader.call) =>
  call('GET', `/assessments/${round.slug}/robustness${query}`);

/** The library's own figures in the shape of the answer. */
function expected(given: Partial<RobustnessOptions>): Robustness {
  const { options, groups, scenarios } = robustness(input, given);
  return {
    ...options,
    groups: groups.map(({ group, units }) => ({
      group,
      units: units.map((unit) => ({
        code: unit.unit,
        rank: unit.rank,
        mean: unit.mean,
        median: unit.median,
        q5: unit.q5,
        q95: unit.q95,
        ranks: Array.from(unit.counts, (count, at) => ({
          rank: unit.best + at,
          share: count / options.draws,
        })).filter(({ share }) => share > 0),
        aheadOfNext: unit.aheadOfNext,
        tie: unit.tie,
        levelWithPrevious: unit.aheadOfPrevious !== null && unit.aheadOfPrevious > 0.05,
      })),
    })),
    scenarios: scenarios.map(({ scenario, node, units }) => ({
      scenario,
      family: node,
      units: units.map(({ unit, total, rank }) => ({ code: unit, rank, total })),
    })),
  };
}

describe('before anything is published', () => {
  it('answers for every ranked unit, with its official rank', async () => {
    const response = await live('?draws=500');
    expect(response.status, await response.clone().text()).toBe(200);
    const { groups, ...options } = answer.parse(await response.json());
    expect(options).toMatchObject({ draws: 500, spread: 0.25, seed: 1 });
    const path = `/assessments/${round.slug}/results`;
    const { units } = ranking.parse(await (await round.leader.call('GET', path)).json());
    const official = units.map(({ code, rank }) => `${code} ${rank}`);
    expect(groups.flatMap(({ units: ranked }) => ranked.map(({ code, rank }) => `${code} ${rank}`))).toEqual(
      official,
    );
    expect(groups.map(({ group }) => group)).toEqual(['county', 'department']);
    for (const { ranks } of groups.flatMap(({ units: ranked }) => ranked)) {
      expect(ranks.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  it('follows the scores as they are', async () => {
    const other = await createRound(bench, { units: ['C01', 'C04'] });
    const path = `/assessments/${other.slug}/robustness?draws=100`;
    const ask = async () => answer.parse(await (await other.organiser.call('GET', path)).json());
    const better =
      (best: string): Judge =>
      (unit, { role, fullMarks }) =>
        role === 'score' ? { marks: unit === best ? fullMarks : String(Number(fullMarks) / 2) } : undefined;
    await scoreRound(bench, other, better('C01'));
    expect((await ask()).groups[0]?.units[0]).toMatchObject({ code: 'C01', q5: 1, q95: 1, aheadOfNext: 1 });
    await scoreRound(bench, other, better('C04'));
    expect((await ask()).groups[0]?.units[0]).toMatchObject({ code: 'C04', q5: 1, q95: 1, aheadOfNext: 1 });
  });

  it('has nobody to rank where nothing is scored, as the ranking', async () => {
    const empty = await createRound(bench, { units: ['C01', 'C04'] });
    const path = `/assessments/${empty.slug}/robustness?draws=100`;
    const { groups } = answer.parse(await (await empty.organiser.call('GET', path)).json());
    expect(groups).toEqual([{ group: 'county', units: [] }]);
  });

  it('answers the problem of the ranking where a round cannot be computed', async () => {
    const broken = await createRound(bench, { units: ['C01'] });
    await changeMethod(broken, { components: [{ code: 'social', file: '', weight: 2 }] });
    const problems = await Promise.all(
      ['results', 'robustness'].map(async (view) => {
        const response = await broken.organiser.call('GET', `/assessments/${broken.slug}/${view}`);
        const { code, detail } = (await response.json()) as Problem;
        return { status: response.status, code, detail };
      }),
    );
    expect(problems[0]).toMatchObject({ status: 409, code: 'cannot-compute' });
    expect(problems[1]).toEqual(problems[0]);
  });
});

describe('who may see it', () => {
  const statuses = async (path: string) => {
    const calls = {
      nobody: bench.anonymous,
      evaluator: round.evaluator.call,
      reviewer: round.reviewer.call,
      liaison: round.liaison.call,
      leader: round.leader.call,
      organiser: round.organiser.call,
    };
    const asked = Object.entries(calls).map(async ([who, call]) => [who, (await call('GET', path)).status]);
    return Object.fromEntries(await Promise.all(asked)) as Record<string, number>;
  };

  it('those who may see the ranking, and nobody else', async () => {
    const base = `/assessments/${round.slug}`;
    const robust = await statuses(`${base}/robustness?draws=50`);
    expect(robust).toEqual(await statuses(`${base}/results`));
    expect(robust).toEqual({
      nobody: 401,
      evaluator: 403,
      reviewer: 403,
      liaison: 403,
      leader: 200,
      organiser: 200,
    });
  });

  it('looks empty from outside and where there is no such round', async () => {
    const other = await createRound(bench);
    expect((await other.leader.call('GET', `/assessments/${round.slug}/robustness`)).status).toBe(404);
    expect((await round.leader.call('GET', '/assessments/1999/robustness')).status).toBe(404);
    expect((await bench.anonymous('GET', '/publications/1999/latest/robustness')).status).toBe(404);
    expect((await bench.anonymous('GET', `/publications/${round.slug}/1/robustness`)).status).toBe(404);
  });
});

describe('what may be asked', () => {
  const refused = ['draws=0', 'draws=20001', 'draws=1.5', 'draws=many', 'draws=', 'spread=-0.01'];
  it.each([...refused, 'spread=0.51', 'spread=0.255', 'spread=NaN', 'spread=x'])('not %s', async (query) => {
    const response = await live(`?${query}`);
    expect(response.status).toBe(422);
    const { code, errors } = (await response.json()) as Problem;
    expect(code).toBe('invalid-input');
    expect(errors).toEqual([expect.objectContaining({ path: query.split('=', 1)[0] })]);
  });

  it.each(['draws=1', 'spread=0', 'spread=0.5', 'spread='])('just %s', async (query) => {
    expect((await live(`?${query}`)).status).toBe(200);
  });

  it('with a spread of 0 every draw is the official ranking', async () => {
    const { groups } = answer.parse(await (await live('?spread=0&draws=100')).json());
    for (const { rank, ranks } of groups.flatMap(({ units }) => units)) {
      expect(ranks).toEqual([{ rank, share: 1 }]);
    }
  });
});

describe('a client that goes away', () => {
  it('is not waited for, and those who ask the same have their answer', async () => {
    const going = new AbortController();
    const path = `/api/v1/assessments/${round.slug}/robustness?draws=20000&spread=0.33`;
    const headers = { cookie: round.leader.cookie };
    const left = bench.app.request(path, { headers, signal: going.signal });
    const waiting = bench.app.request(path, { headers });
    going.abort();
    expect((await left).status).toBe(400);
    expect((await waiting).status).toBe(200);
  });
});

describe('of a publication', () => {
  const path = () => `/publications/${round.slug}/latest`;
  beforeAll(async () => {
    await closeScoring(round);
    const published = await round.organiser.call('POST', `/assessments/${round.slug}/publications`, {
      reason: '',
    });
    expect(published.status, await published.text()).toBe(201);
    const bundle = await bench.anonymous('GET', `${path()}/bundle.zip`);
    input = readBundleFiles(unzipFiles(new Uint8Array(await bundle.arrayBuffer()))).input;
  });

  it('gives what the library gives on the downloaded data, to anybody', async () => {
    const response = await bench.anonymous('GET', `${path()}/robustness`);
    expect(answer.parse(await response.json())).toEqual(expected({ draws: 10_000, seed: 1, spread: 0.25 }));
    const asked = await bench.anonymous('GET', `${path()}/robustness?draws=2000&spread=0.5`);
    expect(answer.parse(await asked.json())).toEqual(expected({ draws: 2000, seed: 1, spread: 0.5 }));
  });

  it('is what the live round says while nothing has changed', async () => {
    expect(await (await live('?draws=3000')).json()).toEqual(
      expected({ draws: 3000, seed: 1, spread: 0.25 }),
    );
  });

  it('stays when the scores change afterwards', async () => {
    const before = await (await bench.anonymous('GET', `${path()}/robustness`)).text();
    await scoreRound(bench, round, (_unit, { role, fullMarks }) =>
      role === 'score' ? { marks: fullMarks } : undefined,
    );
    expect(await (await bench.anonymous('GET', `${path()}/robustness`)).text()).toBe(before);
    await scoreRound(bench, round, judge);
  });

  it('tells ties apart and finds some', async () => {
    const { groups } = answer.parse(await (await bench.anonymous('GET', `${path()}/robustness`)).json());
    const units = groups.flatMap(({ units: ranked }) => ranked);
    expect(units.some(({ levelWithPrevious }) => levelWithPrevious)).toBe(true);
    expect(units.some(({ q5, q95 }) => q5 < q95)).toBe(true);
  });
});

it('leaves the event loop free while it computes', async () => {
  const other = await createRound(bench, { units: codes });
  await scoreRound(bench, other, judge);
  // A least coverage is beyond the kernel: the engine draws, which takes its time.
  await changeMethod(other, { minimumCoverage: 0.01 });
  const path = `/assessments/${other.slug}/robustness?draws=4000`;
  const before = performance.eventLoopUtilization();
  expect((await other.organiser.call('GET', path)).status).toBe(200);
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
});

async function changeMethod(changed: Round, change: Partial<Method>): Promise<void> {
  const { db } = bench.database;
  const isChanged = eq(schema.assessments.id, changed.assessmentId);
  const [row] = await db.select().from(schema.assessments).where(isChanged);
  if (!row) throw new Error('the round has no row');
  await db
    .update(schema.assessments)
    .set({ method: { ...row.method, ...change } })
    .where(isChanged);
}
