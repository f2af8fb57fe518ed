import { exportScores, importScores } from '@gongping/api';
import type { IndicatorReportProposals } from '@gongping/contracts';
import type { Table } from '@gongping/tables';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { fillScores, throughFile, type ScoreCells } from '../support/exchanged-tables.ts';
import { faultyReport, fileReport, quietReport } from '../support/filed-reports.ts';
import { lastLogged, readReportProposals } from '../support/report-proposals.ts';
import { createRound, type Round } from '../support/round.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const bench = useBench();
const folder = temporaryFolder('report-proposals');
let round: Round;

beforeAll(async () => {
  bench.clock.now = new Date('2020-04-20T02:00:00Z');
  round = await createRound(bench);
  const publishedOn = '2020-04-09';
  await fileReport(round.organiser, { unit: 'C01', year: 2019, content: faultyReport(), publishedOn });
  await fileReport(round.organiser, { unit: 'D01', year: 2019, content: quietReport(2019), publishedOn });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const proposalsOf = (person: Person, unit: string, { slug } = round) =>
  readReportProposals(person, { slug, unit });

const lastEntry = () => lastLogged(bench.database, round.assessmentId);

describe('one leaf across units', () => {
  const across = async (person: Person, indicator: string, of = round): Promise<IndicatorReportProposals> => {
    const path = `/assessments/${of.slug}/indicator-sheets/${indicator}/report-proposals`;
    const response = await person.call('GET', path);
    expect(response.status, await response.clone().text()).toBe(200);
    return (await response.json()) as IndicatorReportProposals;
  };

  it('proposes for each what its own sheet does', async () => {
    for (const code of ['B1-1', 'B2-2', 'B3-1', 'B4-2']) {
      const { year, proposals } = await across(round.organiser, code);
      expect([year, proposals.map(({ unitId }) => unitId)]).toEqual([
        2019,
        ['C01', 'C04', 'D01'].map((unit) => round.unit(unit).id),
      ]);
      for (const { unitId, version, ...proposal } of proposals) {
        const unit = round.units.find(({ id }) => id === unitId)?.code ?? '';
        const own = await proposalsOf(round.organiser, unit);
        expect(own.version).toBe(version);
        expect(own.proposals.find(({ indicator }) => indicator === code)).toEqual(proposal);
      }
    }
  });

  it('shows an evaluator their own units, and nothing of a leaf that is not judged', async () => {
    const { proposals } = await across(round.evaluator, 'B1-1');
    expect(proposals.map(({ unitId }) => unitId)).toEqual(['C01', 'D01'].map((unit) => round.unit(unit).id));
    expect((await across(round.evaluator, 'B1-2')).proposals).toEqual([]);
    const unknown = `/assessments/${round.slug}/indicator-sheets/Z9-9/report-proposals`;
    expect((await round.evaluator.call('GET', unknown)).status).toBe(404);
  });
});

describe('scores that are imported', () => {
  const importing = (rows: Readonly<Record<string, ScoreCells>>, dryRun = false) =>
    importTables(
      async () => fillScores(await exportScores(bench.database.db, round.slug, 'csv'), rows),
      dryRun,
    );
  async function importTables(tables: () => Promise<Table[]>, dryRun: boolean) {
    const read = await throughFile(folder, await tables(), 'csv');
    const of = { slug: round.slug, account: round.evaluator.username, now: bench.clock.now, dryRun };
    return importScores(bench.database.db, read, of);
  }

  it('keep what was proposed beside them, and the rows that differ are named', async () => {
    // The report proposes all marks of both.
    const rows = {
      'C01 B2-1': { state: 'scored', deductions: '', reason: '已核对。' },
      'C01 B2-2': { state: 'scored', deductions: 'blank-cells*2 空白十格', reason: '' },
    };
    const tried = await importing(rows, true);
    expect(tried).toMatchObject({ created: 2, changed: 0 });
    const { notices } = await importing(rows);
    expect(notices).toEqual(tried.notices);
    // 2 − 2 × 0.05 × 2.
    expect(notices).toEqual([
      {
        row: expect.any(Number),
        sentence: {
          zh: 'C01 B2-2：导入的是 1.8 分，系统按年度报告建议 2 分；已按导入的写入，差异留存。',
          en: expect.stringContaining('1.8 is imported where the annual report proposes 2'),
        },
      },
    ]);
    const outcomeOf = async (code: string) =>
      (await proposalsOf(round.evaluator, 'C01')).proposals.find(({ indicator }) => indicator === code)
        ?.decided?.outcome;
    expect([await outcomeOf('B2-1'), await outcomeOf('B2-2')]).toEqual(['confirmed', 'overruled']);
    expect(await lastEntry()).toMatchObject({ after: { proposal: { outcome: 'overruled', marks: '2' } } });
    // Exported and imported as it is, nothing changes, and nothing is forgotten.
    expect(await importing({})).toMatchObject({ created: 0, changed: 0 });
    expect(await outcomeOf('B2-2')).toBe('overruled');
    // Corrected to what is proposed, no notice is left.
    const corrected = await importing({ 'C01 B2-2': { deductions: '', marks: '', reason: '核对后不扣。' } });
    expect(corrected).toEqual({ created: 0, changed: 1, unchanged: expect.any(Number) });
    expect(await outcomeOf('B2-2')).toBe('confirmed');
  });
});
