import { unzipFiles } from '@gongping/bundle';
import { publication, publicationChanges } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { canonicalJson, meaningOf, verifyPackage } from '@gongping/publication';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useBench } from '../support/app.ts';
import { canonical } from '../support/canonical.ts';
import {
  addEvidence,
  answerSurvey,
  closeScoring,
  createFinishedRound,
  scoreRound,
  type Judge,
} from '../support/finished-round.ts';
import { onPostgres } from '../support/database.ts';
import { gongpingHere } from '../support/gongping-here.ts';
import { gongpingCommand } from '../support/gongping.ts';
import { createRound, type Round } from '../support/round.ts';
import { readRss } from '../support/read-rss.ts';
import { digitsOf, tampered, withFittingHashes, withOneDigitChanged } from '../support/tampered-package.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
const folder = temporaryFolder('sealed');
let round: Round;

/** Thirds and sevenths, so that scores have all the digits a double has. */
const judge =
  (share: number): Judge =>
  (unit, { code, role, fullMarks }) => {
    if (role !== 'score') return role === 'bonus' && unit === 'C01' ? { marks: '1.5' } : undefined;
    if (unit === 'D01' && code.startsWith('B')) return 'NA';
    const part = unit === 'C01' ? share : unit === 'C04' ? 2 / 3 : 5 / 6;
    return { marks: (Number(fullMarks) * part).toFixed(10) };
  };

const publish = (of: Round, reason: string) =>
  of.organiser.call('POST', `/assessments/${of.slug}/publications`, { reason });
const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await bench.anonymous('GET', `/publications/${round.slug}/${path}`);
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}
const read = async (version: number | string) =>
  publication.parse(await (await bench.anonymous('GET', `/publications/${round.slug}/${version}`)).json());

/** Everything at an address with a version. */
const addresses = [
  '',
  '/snapshot.json',
  '/publication.zip',
  '/bundle.zip',
  '/results.json',
  '/comments',
].concat(
  ['results', 'totals', 'scores', 'social', 'comments', 'dictionary'].map((name) => `/${name}.csv`),
  ['/units/C01', '/report-passage'],
);
const first = new Map<string, string>();
let zips: { readonly first: Uint8Array; readonly second: Uint8Array };

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  round = await createRound(bench);
  await scoreRound(bench, round, judge(6 / 7));
  await addEvidence(bench, round, { unit: 'C01', leaf: 'A1-1' });
  await answerSurvey(bench, round, { unit: 'C01', count: 100, grade: 'satisfied' });
  await answerSurvey(bench, round, { unit: 'C01', count: 41, grade: 'fairly-satisfied', group: 'B' });
  await answerSurvey(bench, round, { unit: 'C01', count: 3, grade: 'dissatisfied', group: 'E' });
  await closeScoring(round);
  expect((await publish(round, '')).status).toBe(201);
  for (const address of addresses) first.set(address, hashOf(await bytesOf(`1${address}`)));
  await scoreRound(bench, round, judge(5 / 7));
  expect((await publish(round, '复核后更正')).status).toBe(201);
  zips = { first: await bytesOf('1/publication.zip'), second: await bytesOf('2/publication.zip') };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a publication', () => {
  it('is byte for byte what it was after a correction', async () => {
    for (const address of addresses)
      expect(hashOf(await bytesOf(`1${address}`)), address).toBe(first.get(address));
  });

  it('has the hash of the bytes that anybody downloads, which are canonical JSON', async () => {
    for (const version of [1, 2]) {
      const { sha256, package: packed } = await read(version);
      const snapshot = await bytesOf(`${version}/snapshot.json`);
      expect(hashOf(snapshot)).toBe(sha256);
      expect(new TextDecoder().decode(snapshot)).toBe(
        canonical(JSON.parse(new TextDecoder().decode(snapshot))),
      );
      const zip = await bytesOf(`${version}/publication.zip`);
      expect({ sha256: hashOf(zip), size: zip.length }).toEqual(packed);
    }
  });

  it('tells no number of answers that would tell of single people', async () => {
    const text = new TextDecoder().decode(await bytesOf('1/snapshot.json'));
    const { facts } = JSON.parse(text) as {
      facts: {
        appraisals: Record<string, { received: number; groups: { code: string; received: number | null }[] }>;
      };
    };
    const { received, groups = [] } = facts.appraisals['C01'] ?? {};
    expect(received).toBe(144);
    expect(groups.find(({ code }) => code === 'E')?.received).toBeNull();
    // One blank cell would be what is left of the total.
    expect(groups.filter((group) => group.received === null).length).toBeGreaterThan(1);
    const table = new TextDecoder().decode(unzipFiles(zips.first).get('survey-groups.csv'));
    expect(table).toMatch(/^C01,E,[^,]+,10,,,/m);
  });
});

describe('the package', () => {
  it('says what every column means, in both languages', () => {
    const files = unzipFiles(zips.first);
    const tables = [...files.keys()].filter((file) => file.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(10);
    for (const file of tables) {
      const [header = ''] = new TextDecoder().decode(files.get(file)).split('\r\n');
      for (const column of header.split(','))
        expect(meaningOf(file, column), `${file} ${column}`).not.toBeNull();
    }
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['README.md', 'SHA256SUMS', 'datapackage.json', 'method.json', 'snapshot.json']),
    );
  });

  it('agrees with itself, and with the hash on the public page', async () => {
    for (const [version, zip] of [zips.first, zips.second].entries()) {
      const { sha256 } = await read(version + 1);
      const verified = await verifyPackage(zip, { sealed: sha256 });
      expect(verified.findings).toEqual([]);
      expect(verified).toMatchObject({
        count: 0,
        sha256,
        publication: { version: version + 1, snapshot: 'whole' },
      });
      expect(verified.looked.units).toBe(4);
      expect(verified.looked.results).toBeGreaterThan(250);
      expect(verified.looked.compared).toBeGreaterThan(5000);
    }
  });

  it('is not that of another version', async () => {
    const verified = await verifyPackage(zips.first, { sealed: (await read(2)).sha256 });
    expect(verified.findings).toMatchObject([{ kind: 'seal', file: 'snapshot.json' }]);
  });

  // Whoever checks a package has no database: what follows is tried on one.
  it.runIf(onPostgres())('with one digit changed anywhere does not pass', async () => {
    const files = unzipFiles(zips.first);
    const places = [...files].flatMap(([file, bytes]) => (digitsOf(bytes).length > 0 ? [file] : []));
    expect(places.length).toBeGreaterThan(15);
    for (const file of places) {
      const digits = digitsOf(files.get(file) ?? new Uint8Array());
      const change = fc.record({
        file: fc.constant(file),
        at: fc.constantFrom(...digits),
        by: fc.integer({ min: 1, max: 9 }),
      });
      await fc.assert(
        fc.asyncProperty(change, async (one) => {
          const { count } = await verifyPackage(withOneDigitChanged(zips.first, one));
          expect(count, JSON.stringify(one)).toBeGreaterThan(0);
        }),
        { numRuns: 3 },
      );
    }
  });

  // Words, such as those of the README, hold no number that can be computed again.
  it
    .runIf(onPostgres())
    .each([
      'units.csv',
      'indicators.csv',
      'scores.csv',
      'social.csv',
      'method.json',
      'results.csv',
      'totals.csv',
      'survey.csv',
      'survey-groups.csv',
      'survey-questions.csv',
      'survey-options.csv',
    ])('with one digit of %s changed does not pass when its hashes are made to fit', async (file) => {
    const digits = digitsOf(unzipFiles(zips.first).get(file) ?? new Uint8Array());
    const change = fc.record({
      file: fc.constant(file),
      at: fc.constantFrom(...digits),
      by: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        const { findings } = await verifyPackage(withOneDigitChanged(zips.first, one, withFittingHashes));
        expect(
          findings.some(({ kind }) => kind !== 'hash' && kind !== 'seal'),
          JSON.stringify(one),
        ).toBe(true);
      }),
      { numRuns: 6 },
    );
  });

  it('names the row, the column and both numbers of a forged score', async () => {
    const results = new TextDecoder().decode(unzipFiles(zips.first).get('results.csv'));
    const row = /^C04,total,([\d.]+),/m.exec(results);
    const at = new TextEncoder().encode(results.slice(0, (row?.index ?? 0) + 'C04,total,'.length)).length;
    const forged = withOneDigitChanged(zips.first, { file: 'results.csv', at, by: 1 }, withFittingHashes);
    const { findings } = await verifyPackage(forged);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({
      kind: 'differs',
      file: 'results.csv',
      row: 'C04 total',
      column: 'score',
    });
    expect(finding?.expected).toBe(row?.[1]);
    expect(finding?.published).not.toBe(row?.[1]);
  });

  it('whose snapshot and tables are forged alike is computed again all the same', async () => {
    const { totals, rows } = (
      JSON.parse(new TextDecoder().decode(unzipFiles(zips.first).get('snapshot.json'))) as {
        outcome: {
          totals: { unit: string; total: number }[];
          rows: { unit: string; node: string; score: number }[];
        };
      }
    ).outcome;
    const total = totals.find(({ unit }) => unit === 'C04')?.total ?? 0;
    expect(rows.find(({ unit, node }) => unit === 'C04' && node === 'total')?.score).toBe(total);
    const forged = tampered(zips.first, (files) => {
      for (const file of ['snapshot.json', 'results.csv', 'totals.csv']) {
        const text = new TextDecoder().decode(files.get(file)).replaceAll(String(total), String(total + 1));
        files.set(file, new TextEncoder().encode(text));
      }
      withFittingHashes(files);
    });
    const { findings } = await verifyPackage(forged);
    expect(new Set(findings.map(({ file }) => file))).toEqual(
      new Set(['snapshot.json', 'results.csv', 'totals.csv']),
    );
  });

  describe.runIf(onPostgres())('by the command line', () => {
    const verify = (file: string, ...more: string[]) =>
      gongpingHere(['verify', file, ...more], { cwd: folder });

    it('passes, and recomputes as a bundle', async () => {
      await writeFile(join(folder, 'first.zip'), zips.first);
      const { sha256 } = await read(1);
      const args = ['verify', 'first.zip', '--hash', sha256];
      const { code, stdout, stderr } = await gongpingCommand(args, { cwd: folder });
      expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' });
      expect(stderr).toContain('Everything agrees');
      const json = await verify('first.zip', '--json');
      expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, snapshotSha256: sha256, findings: [] });
      const scored = await gongpingCommand(['score', 'first.zip'], { cwd: folder });
      expect(scored.stdout).toBe(new TextDecoder().decode(unzipFiles(zips.first).get('results.csv')));
    });

    it('ends with 1 for a forged package, and with 2 for what is none', async () => {
      const file = 'scores.csv';
      const at = digitsOf(unzipFiles(zips.first).get(file) ?? new Uint8Array()).at(-1) ?? 0;
      await writeFile(join(folder, 'forged.zip'), withOneDigitChanged(zips.first, { file, at, by: 3 }));
      const forged = await verify('forged.zip', '--json');
      expect(forged.code).toBe(1);
      const { findings } = JSON.parse(forged.stdout) as { findings: { kind: string; file: string }[] };
      expect(findings).toContainEqual(expect.objectContaining({ kind: 'hash', file }));
      expect(findings).toContainEqual(expect.objectContaining({ kind: 'differs', file }));
      const told = await verify('forged.zip');
      expect(told.stdout).toMatch(/scores\.csv, line \d+, .*Published .*recomputed/);
      await writeFile(join(folder, 'none.zip'), 'no zip');
      expect(await verify('none.zip')).toMatchObject({ code: 2, stdout: '' });
      expect(await verify('nothing.zip')).toMatchObject({ code: 2, stdout: '' });
      expect(await verify('forged.zip', '--hash', '12')).toMatchObject({ code: 2, stdout: '' });
    });
  });
});

describe('a correction', () => {
  const changes = async (address: string) => {
    const response = await bench.anonymous('GET', `/publications/${round.slug}/${address}`);
    expect(response.status, await response.clone().text()).toBe(200);
    return publicationChanges.parse(await response.json());
  };

  it('is told number by number, from what to what', async () => {
    const { from, to, units, scores, nodes, indicators, method } = await changes('2/changes');
    expect([from.version, to.version, to.reason]).toEqual([1, 2, '复核后更正']);
    const [before, after] = [await read(1), await read(2)];
    const of = ({ ranking }: typeof before) => ranking.units.find(({ code }) => code === 'C01');
    const own = units.find(({ code }) => code === 'C01');
    expect(own).toMatchObject({
      presence: 'kept',
      total: { from: of(before)?.total, to: of(after)?.total },
      rank: { from: of(before)?.rank, to: of(after)?.rank },
      band: { from: of(before)?.band, to: of(after)?.band },
      social: { from: of(before)?.social, to: of(before)?.social },
    });
    expect(own?.total.from).not.toBe(own?.total.to);
    // Only C01 was scored anew, six sevenths of the marks before and five after.
    expect(new Set(scores.map(({ unit }) => unit.code))).toEqual(new Set(['C01']));
    for (const { marks, state } of scores) {
      expect(state).toEqual({ from: 'scored', to: 'scored' });
      expect((marks.to ?? 0) / (marks.from ?? 1)).toBeCloseTo(5 / 6, 6);
    }
    expect(nodes.length).toBeGreaterThan(5);
    expect([indicators, method]).toEqual([[], []]);
  });

  it('can be compared either way, and with itself', async () => {
    const back = await changes('1/changes?from=2');
    const there = await changes('2/changes?from=1');
    expect(back.scores.map(({ marks }) => [marks.to, marks.from])).toEqual(
      there.scores.map(({ marks }) => [marks.from, marks.to]),
    );
    expect(await changes('2/changes?from=2')).toMatchObject({ units: [], scores: [], nodes: [], method: [] });
    for (const address of ['1/changes', '2/changes?from=9'])
      expect((await bench.anonymous('GET', `/publications/${round.slug}/${address}`)).status).toBe(404);
  });

  it('is in the feed, with its reason and an address for ever', async () => {
    const response = await bench.anonymous('GET', '/publications/feed.xml');
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const feed = readRss(await response.text());
    const own = feed.items.filter(({ link }) => link.includes(`/p/${round.slug}/`));
    expect(own.map(({ link, guid }) => [new URL(link).pathname, guid === link])).toEqual([
      [`/p/${round.slug}/2`, true],
      [`/p/${round.slug}/1`, true],
    ]);
    expect(own[0]?.description).toContain('更正：复核后更正');
    expect(own[0]?.description).toContain((await read(2)).sha256);
    expect(Number.isNaN(Date.parse(own[0]?.pubDate ?? ''))).toBe(false);
  });
});

describe('publishing', () => {
  it('waits for appeals that are not ruled, and lists them', async () => {
    const held = await createFinishedRound(bench, { units: ['C01'] });
    const [leaf] = await bench.database.db
      .select()
      .from(schema.indicators)
      .where(eq(schema.indicators.systemId, held.assessment.settings.indicatorSystemId))
      .then((nodes) => nodes.filter(({ code }) => code === 'A1-1'));
    const id = randomUUID();
    await bench.database.db.insert(schema.appeals).values({
      id,
      assessmentId: held.assessment.id,
      unitId: held.unit('C01').id,
      indicatorId: leaf?.id ?? '',
      statement: '已按期公开',
      ruling: '',
      revision: 1,
      state: 'open',
      submittedBy: held.liaison.id,
      submittedAt: bench.clock.now,
    });
    const refused = await publish(held, '');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'open-findings',
      findings: [
        {
          check: 'open-appeal',
          unit: { code: 'C01' },
          indicator: { code: 'A1-1' },
          path: `/work/assessments/${held.slug}/feedback/appeals/${id}`,
        },
      ],
    });
    await bench.database.db
      .update(schema.appeals)
      .set({ state: 'withdrawn' })
      .where(eq(schema.appeals.id, id));
    expect((await publish(held, '')).status).toBe(201);
  });
});

describe('the database', () => {
  const run = (statement: string) => bench.database.db.execute(sql.raw(statement));
  const published = () => `assessment_id = '${round.assessment.id}'`;
  const packages = () => `publication_id IN (SELECT id FROM publications WHERE ${published()})`;

  it.each([
    ['a change of a publication', () => `UPDATE publications SET reason = 'x' WHERE ${published()}`],
    ['its removal', () => `DELETE FROM publications WHERE ${published()}`],
    ['a change of a package', () => `UPDATE publication_packages SET size = 1 WHERE ${packages()}`],
    ['its removal', () => `DELETE FROM publication_packages WHERE ${packages()}`],
    ['emptying publications', () => 'TRUNCATE publications CASCADE'],
    ['emptying packages', () => 'TRUNCATE publication_packages'],
    ['emptying assessments', () => 'TRUNCATE assessments CASCADE'],
    ['the removal of the assessment', () => `DELETE FROM assessments WHERE id = '${round.assessment.id}'`],
    ['another address', () => `UPDATE assessments SET slug = 'other' WHERE id = '${round.assessment.id}'`],
    [
      'the mark of the demonstration, under which it could be removed',
      () => `UPDATE assessments SET demonstration = true WHERE id = '${round.assessment.id}'`,
    ],
  ])('refuses %s', async (_what, statement) => {
    await expect(run(statement())).rejects.toThrow();
    expect(hashOf(await bytesOf('1/publication.zip'))).toBe(first.get('/publication.zip'));
  });

  it('refuses it in a session that calls itself a replica, too', async () => {
    const change = bench.database.db.transaction(async (tx) => {
      await tx.execute(sql.raw('SET LOCAL session_replication_role = replica'));
      await tx.execute(sql.raw(`UPDATE publications SET reason = 'x' WHERE ${published()}`));
    });
    await expect(change).rejects.toThrow();
  });

  it('gives back any value with the same canonical bytes', async () => {
    // What a text column cannot hold cannot be in facts: NUL.
    const words = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000'));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        words,
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(words, tie('value'), { maxKeys: 5 }),
      ),
    }));
    const values = fc.sample(value, { numRuns: 300, seed: 8785 });
    const kept = await bench.database.db.execute<{ kept: unknown }>(
      sql`select ${JSON.stringify(values)}::jsonb as kept`,
    );
    const [row] = Array.isArray(kept) ? kept : kept.rows;
    expect(canonicalJson((row as { kept: unknown }).kept)).toBe(canonicalJson(values));
  });
});

describe('a publication of an earlier version of the product', () => {
  it('keeps its hash, and its package leaves small numbers out', async () => {
    const old = await createFinishedRound(bench, { units: ['C01', 'C04'] });
    await publish(old, '');
    const [row] = await bench.database.db
      .select()
      .from(schema.publications)
      .where(eq(schema.publications.assessmentId, old.assessment.id));
    const [source] = await bench.database.db
      .select({ snapshot: schema.publications.snapshot })
      .from(schema.publications)
      .where(eq(schema.publications.assessmentId, round.assessment.id));
    const { licence: _licence, ...snapshot } = row?.snapshot as Record<string, unknown> & {
      facts: { appraisals: Record<string, unknown> };
    };
    const { facts } = source?.snapshot as {
      facts: { appraisals: Record<string, { groups: { received: unknown }[] }> };
    };
    const appraisal = structuredClone(facts.appraisals['C01']);
    for (const group of appraisal?.groups ?? []) group.received ??= 3;
    const earlier = {
      ...snapshot,
      format: 1,
      version: 2,
      facts: { ...snapshot.facts, appraisals: { C01: appraisal } },
    };
    const sha256 = hashOf(canonical(earlier));
    await bench.database.db.insert(schema.publications).values({
      id: randomUUID(),
      assessmentId: old.assessment.id,
      version: 2,
      snapshot: earlier,
      sha256,
      reason: '',
      publishedAt: bench.clock.now,
      publishedBy: old.organiser.id,
    });
    const path = `/publications/${old.slug}/2`;
    const shown = publication.parse(await (await bench.anonymous('GET', path)).json());
    expect(shown.sha256).toBe(sha256);
    const zip = new Uint8Array(await (await bench.anonymous('GET', `${path}/publication.zip`)).arrayBuffer());
    expect(hashOf(zip)).toBe(shown.package.sha256);
    const { publication: said, findings } = await verifyPackage(zip);
    expect(said).toMatchObject({ sha256, snapshot: 'reduced' });
    // The appraisal was put in by this test: only what was computed without it differs.
    expect(findings.filter(({ kind }) => kind !== 'differs' && kind !== 'row-extra')).toEqual([]);
    expect(new TextDecoder().decode(unzipFiles(zip).get('survey-groups.csv'))).toMatch(/^C01,E,[^,]+,10,,,/m);
  });
});
