import { readBundleFiles, resultsCsv, unzipFiles } from '@gongping/bundle';
import { publication, publicationList, unitResult } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { computeResults } from '@gongping/scoring';
import { and, eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import {
  addEvidence,
  answerSurvey,
  closeScoring,
  createFinishedRound,
  scoreRound,
  type Judge,
} from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';
import { canonical } from '../support/canonical.ts';

const bench = useBench();
let round: Round;
let base: string;

/** Thirds and sevenths, so that scores have all the digits a double has. */
const judge: Judge = (unit, { code, role, fullMarks }) => {
  if (role !== 'score') return role === 'bonus' && unit === 'C01' ? { marks: '1.5' } : undefined;
  if (unit === 'D01' && code.startsWith('B')) return 'NA';
  const share = unit === 'C01' ? 6 / 7 : unit === 'C04' ? 2 / 3 : 5 / 6;
  return { marks: (Number(fullMarks) * share).toFixed(10) };
};

const publish = (slug: string, reason: string, by = round.organiser) =>
  by.call('POST', `/assessments/${slug}/publications`, { reason });
const anonymous = (path: string, headers?: Record<string, string>) =>
  bench.anonymous('GET', path, undefined, headers);

beforeAll(async () => {
  round = await createRound(bench);
  await scoreRound(bench, round, judge);
  await addEvidence(bench, round, { unit: 'C01', leaf: 'A1-1' });
  await answerSurvey(bench, round, { unit: 'C01', count: 100, grade: 'satisfied' });
  await answerSurvey(bench, round, { unit: 'C01', count: 41, grade: 'fairly-satisfied', group: 'B' });
  await closeScoring(round);
  const response = await publish(round.slug, '');
  expect(response.status, await response.clone().text()).toBe(201);
  base = `/publications/${round.slug}/1`;
});

describe('publishing', () => {
  it('keeps a snapshot whose hash anybody can recompute', async () => {
    const [row] = await rows(round);
    expect(row?.sha256).toBe(createHash('sha256').update(canonical(row?.snapshot)).digest('hex'));
  });

  it('moves the assessment to published and is in the log', async () => {
    const response = await round.organiser.call('GET', `/assessments/${round.slug}`);
    expect(await response.json()).toMatchObject({ phase: 'published', published: true });
    const [entry] = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(
        and(
          eq(schema.auditEntries.scope, round.assessment.id),
          eq(schema.auditEntries.subject, 'publication 1'),
        ),
      );
    expect(entry).toMatchObject({ action: 'publication.create', after: { version: 1 } });
  });

  it('names nobody who assessed', async () => {
    const [row] = await rows(round);
    expect(JSON.stringify(row?.snapshot)).not.toContain('测试人员');
  });

  it('cannot be changed afterwards', async () => {
    const change = bench.database.db
      .update(schema.publications)
      .set({ reason: 'x' })
      .where(eq(schema.publications.assessmentId, round.assessment.id));
    await expect(change).rejects.toThrow();
  });

  it('is refused before the scoring is closed', async () => {
    const other = await createRound(bench);
    const response = await publish(other.slug, '', other.organiser);
    expect(response.status).toBe(409);
    const problem = (await response.json()) as { code: string; detail: string };
    expect(problem.code).toBe('wrong-phase');
    expect(problem.detail).toContain('请先结束评分');
    expect(await rows(other)).toEqual([]);
  });

  it('is for the organiser', async () => {
    expect((await publish(round.slug, '', round.leader)).status).toBe(403);
    const anybody = await bench.anonymous('POST', `/assessments/${round.slug}/publications`, { reason: '' });
    expect(anybody.status).toBe(401);
    expect((await publish('1999', '')).status).toBe(404);
  });

  it('counts unscored leaves that were accepted as left out, and says so in the method', async () => {
    const other = await createFinishedRound(bench, {
      judge: (unit, leaf) => (unit === 'D23' && leaf.code === 'B1-1' ? undefined : judge(unit, leaf)),
    });
    const response = await publish(other.slug, '', other.organiser);
    expect(response.status, await response.clone().text()).toBe(201);
    const results = await (await anonymous(`/publications/${other.slug}/1/results.json`)).json();
    expect(results).toMatchObject({ method: { unscored: 'exclude' } });
  });
});

/** Kinds and paths of what somebody was told about publications, newest first. */
async function toldTo(person: Person) {
  const response = await person.call('GET', '/inbox');
  const { messages } = (await response.json()) as {
    messages: { kind: string; path: string; body: string }[];
  };
  return messages.filter(({ kind }) => kind === 'published' || kind === 'corrected');
}

describe('what is published', () => {
  it('is told to the units, those who scored and ruled, and the leaders, and so is a correction', async () => {
    const told = await createFinishedRound(bench, { units: ['C01', 'C04'] });
    expect((await publish(told.slug, '', told.organiser)).status).toBe(201);
    const ranking = `/p/${told.slug}/latest`;
    for (const person of [told.evaluator, told.secondEvaluator, told.reviewer, told.leader]) {
      expect(await toldTo(person)).toMatchObject([{ kind: 'published', path: ranking }]);
    }
    expect(await toldTo(told.liaison)).toMatchObject([{ kind: 'published', path: `${ranking}/units/C01` }]);
    expect(await toldTo(told.organiser)).toEqual([]);
    for (const path of [ranking, `${ranking}/units/C01`]) {
      const [, , year, version, , unit] = path.split('/');
      const page = `/publications/${year}/${version}${unit === undefined ? '' : `/units/${unit}`}`;
      expect((await anonymous(page)).status).toBe(200);
    }

    // Messages are read newest first.
    bench.clock.now = new Date(bench.clock.now.getTime() + 60_000);
    expect((await publish(told.slug, '补录佐证后更正', told.organiser)).status).toBe(201);
    const [corrected, first] = await toldTo(told.liaison);
    expect(first?.kind).toBe('published');
    expect(corrected?.kind).toBe('corrected');
    expect(corrected?.body).toContain('第 2 版');
    expect(corrected?.body).toContain('补录佐证后更正');
  });

  it('is not told where it is refused', async () => {
    const other = await createRound(bench, { units: ['C01'] });
    await publish(other.slug, '', other.organiser);
    expect(await toldTo(other.liaison)).toEqual([]);
  });
});

describe('corrections', () => {
  let corrected: Round;
  beforeAll(async () => {
    corrected = await createFinishedRound(bench);
    await publish(corrected.slug, '', corrected.organiser);
  });

  it('need a reason, get the next number, and leave the first as it was', async () => {
    const refused = await publish(corrected.slug, '', corrected.organiser);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'reason-required' });
    const first = await (await anonymous(`/publications/${corrected.slug}/1/results.csv`)).text();

    await scoreRound(bench, corrected, judge);
    const response = await publish(corrected.slug, '复核后更正', corrected.organiser);
    expect(await response.json()).toMatchObject({ version: 2, reason: '复核后更正', current: true });
    expect(await (await anonymous(`/publications/${corrected.slug}/1/results.csv`)).text()).toBe(first);
    const latest = publication.parse(
      await (await anonymous(`/publications/${corrected.slug}/latest`)).json(),
    );
    expect(latest.version).toBe(2);
    expect(latest.versions.map(({ version }) => version)).toEqual([2, 1]);
    const { publications } = publicationList.parse(await (await anonymous('/publications')).json());
    const own = publications.filter(({ slug }) => slug === corrected.slug);
    expect(own.map(({ version, current }) => [version, current])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('published at the same moment get different numbers', async () => {
    const before = (await rows(corrected)).length;
    const responses = await Promise.all(
      ['甲', '乙', '丙'].map((reason) => publish(corrected.slug, reason, corrected.organiser)),
    );
    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201]);
    const versions = (await rows(corrected)).map(({ version }) => version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: before + 3 }, (_, at) => at + 1));
  });

  it('go back to an earlier phase, in which the results are still out', async () => {
    const { slug, organiser } = corrected;
    const back = { to: 'scoring', reason: '复核后更正' };
    const response = await organiser.call('POST', `/assessments/${slug}/phase`, back);
    expect(await response.json()).toMatchObject({ phase: 'scoring', published: true });
  });
});

describe('public views', () => {
  it('list every publication without an account', async () => {
    const list = publicationList.parse(await (await anonymous('/publications')).json());
    expect(list.publications).toContainEqual(
      expect.objectContaining({ slug: round.slug, version: 1, unitCount: 4, demonstration: false }),
    );
  });

  it('show the same numbers as the live results', async () => {
    const live = await round.leader.call('GET', `/assessments/${round.slug}/results`);
    const { units } = (await live.json()) as { units: unknown[] };
    const published = publication.parse(await (await anonymous(base)).json());
    expect(published.ranking).toMatchObject({ basis: 'published', version: 1 });
    expect(JSON.parse(JSON.stringify(published.ranking.units))).toEqual(units);
  });

  it('go down to a leaf with its evidence', async () => {
    const view = unitResult.parse(await (await anonymous(`${base}/units/C01`)).json());
    const leaf = view.leaves.find(({ code }) => code === 'A1-1');
    expect(leaf).toMatchObject({ state: 'scored', reason: '理由 C01/A1-1' });
    expect(leaf?.evidence).toMatchObject([{ url: 'https://example.org/page', addedBy: '' }]);
    expect((await anonymous(`${base}/units/C02`)).status).toBe(404);
  });

  it.each([
    '/publications/2020/99',
    '/publications/1999/latest',
    '/publications/2020/one',
    '/publications/2020/0',
  ])('answers 404 at %s', async (path) => {
    expect((await anonymous(path)).status).toBe(404);
  });
});

describe('open data', () => {
  it('gives a bundle that recomputes to exactly the published numbers', async () => {
    const response = await anonymous(`${base}/bundle.zip`);
    expect(response.headers.get('content-type')).toBe('application/zip');
    const files = unzipFiles(new Uint8Array(await response.arrayBuffer()));
    expect([...files.keys()].sort()).toEqual([
      'comments.csv',
      'datapackage.json',
      'indicators.csv',
      'method.json',
      'results.csv',
      'scores.csv',
      'social.csv',
      'units.csv',
    ]);
    const csv = await (await anonymous(`${base}/results.csv`)).text();
    expect(resultsCsv(computeResults(readBundleFiles(files).input))).toBe(csv);
    expect(new TextDecoder().decode(files.get('results.csv'))).toBe(csv);
    expect(new TextDecoder().decode(files.get('indicators.csv'))).not.toContain('V-1');
  });

  it('gives the same numbers in CSV, JSON and the ranking', async () => {
    const { ranking } = publication.parse(await (await anonymous(base)).json());
    const json = (await (await anonymous(`${base}/results.json`)).json()) as {
      results: { unit: string; node: string; score: number }[];
      note?: string;
    };
    const csv = (await (await anonymous(`${base}/results.csv`)).text()).split(/\r?\n/);
    expect(csv[0]).toBe('unit,node,score,coverage,rank,band');
    for (const { code, total } of ranking.units) {
      const row = json.results.find(({ unit, node }) => unit === code && node === 'total');
      expect(row?.score).toBe(total);
      expect(csv.find((line) => line.startsWith(`${code},total,`))?.split(',')[2]).toBe(String(total));
    }
    expect(json.note).toBeUndefined();
  });

  it('gives marks and the appraisal as tables', async () => {
    const scores = await (await anonymous(`${base}/scores.csv`)).text();
    expect(scores).toMatch(/^unit,indicator,value\r?\n/);
    expect(scores).toMatch(/^D01,B[\d-]+,NA$/m);
    const social = await (await anonymous(`${base}/social.csv`)).text();
    expect(social).toMatch(/^C01,7\d\.\d+/m);
    expect(social).toMatch(/^C04,\r?$/m);
  });

  it('lets a numbered file be kept for ever, and the newest be asked for again', async () => {
    const numbered = await anonymous(`${base}/results.csv`);
    const etag = numbered.headers.get('etag') ?? '';
    expect(numbered.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(numbered.headers.get('content-type')).toContain('text/csv; charset=utf-8');
    expect(numbered.headers.get('content-disposition')).toContain(`filename="${round.slug}-v1-results.csv"`);
    const latest = await anonymous(`/publications/${round.slug}/latest/results.csv`, {
      'if-none-match': etag,
    });
    expect(latest.status).toBe(304);
    expect(latest.headers.get('cache-control')).toBe('public, no-cache');
  });
});

describe('the demonstration', () => {
  it('is marked in every export', async () => {
    const demo = await createFinishedRound(bench);
    await bench.database.db
      .update(schema.assessments)
      .set({ demonstration: true })
      .where(eq(schema.assessments.id, demo.assessment.id));
    await publish(demo.slug, '', demo.organiser);
    const path = `/publications/${demo.slug}/1`;
    const csv = await anonymous(`${path}/results.csv`);
    expect(csv.headers.get('content-disposition')).toContain(encodeURIComponent('-演示数据.csv'));
    expect(await (await anonymous(`${path}/results.json`)).json()).toMatchObject({ note: '演示数据' });
    const zip = new Uint8Array(await (await anonymous(`${path}/bundle.zip`)).arrayBuffer());
    const files = unzipFiles(zip);
    expect(new TextDecoder().decode(files.get('datapackage.json'))).toContain('演示数据');
    expect(publication.parse(await (await anonymous(path)).json()).demonstration).toBe(true);
  });
});

describe('the year before', () => {
  it('stands beside each unit that was published then', async () => {
    const earlier = await createFinishedRound(bench, { settings: { year: 2018, title: '2018年评估' } });
    await publish(earlier.slug, '', earlier.organiser);
    const later = await createFinishedRound(bench, { settings: { year: 2019, title: '2019年评估' } });
    await publish(later.slug, '', later.organiser);
    const { ranking } = publication.parse(await (await anonymous(`/publications/${later.slug}/1`)).json());
    expect(ranking.units[0]?.previous).toEqual({ year: 2018, rank: 1, total: 100 });
    expect(publication.parse(await (await anonymous(base)).json()).ranking.units[0]?.previous).toBeNull();
  });
});

function rows(of: Round) {
  return bench.database.db
    .select()
    .from(schema.publications)
    .where(eq(schema.publications.assessmentId, of.assessment.id));
}
