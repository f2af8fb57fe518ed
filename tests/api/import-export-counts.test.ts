import { exportScores, importScores } from '@gongping/api';
import type { Table } from '@gongping/tables';
import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { fillScores, problemsOf, throughFile, type ScoreCells } from '../support/exchanged-tables.ts';
import { createRound } from '../support/round.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const bench = useBench();
const folder = temporaryFolder('import-counts');
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('leaves whose sample is counted by finding', () => {
  it('take the counts alone, and give them back', async () => {
    const real = await createRound(bench);
    const { db } = bench.database;
    const cells = { state: 'scored', counts: 'in-time=28｜late=1 | none=1', reason: '抽查三十件' };
    const template = await exportScores(db, real.slug, 'csv');
    const imported = async (given: readonly Table[]) =>
      importScores(db, await throughFile(folder, given, 'workbook'), {
        now: bench.clock.now,
        dryRun: false,
        slug: real.slug,
        account: real.evaluator.username,
      });
    expect(await imported(fillScores(template, { 'C01 A1-4': cells }))).toMatchObject({ created: 1 });
    const tables = await exportScores(db, real.slug, 'csv');
    const row = tables[0]?.rows.find(([unit, , indicator]) => unit === 'C01' && indicator === 'A1-4');
    // 4 × (28 + 0.5) ÷ 30
    expect(row?.slice(4)).toEqual([
      ...['scored', '', '', 'in-time=28|late=1|none=1', '', '', '', '', '', '3.8', '抽查三十件', '1'],
    ]);
    expect(await imported(tables)).toMatchObject({ created: 0, changed: 0 });
    const wrong: ScoreCells[] = [
      { counts: '' },
      { counts: 'in-time=30|early=0' },
      { counts: 'in-time=29' },
      { counts: 'in-time=15|in-time=15' },
    ];
    for (const change of wrong) {
      const told = await problemsOf(() =>
        imported(fillScores(tables, { 'C01 A1-4': { ...change, marks: '' } })),
      );
      expect(
        told.map((each) => each.column),
        change['counts'],
      ).toEqual(['H（各情形数量）']);
    }
  });
});
