import type { SampleList } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { findUnit, openSheets } from '../score-sheets/sheets.access.ts';
import { toSample } from './sample.mapper.ts';
import * as repository from './sample.repository.ts';
import { seesSample, writesSample } from './sample-sight.ts';

/**
 * The samples of a unit's leaves that the person may look at.
 * @throws ProblemError `not-found`, `unit-not-assessed`
 */
export async function listSamples(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; unit: string },
): Promise<SampleList> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const { unit, cells } = findUnit(sheets, wanted.unit);
  const byLeaf = new Map(cells.map((cell) => [cell.leaf.row.id, cell]));
  const rows = await repository.listSamples(db, sheets.assessment.id, unit.id);
  const list: SampleList = { samples: [], discarded: [] };
  for (const row of rows) {
    const cell = byLeaf.get(row.indicatorId);
    if (!cell || !seesSample(sheets, actor, { cell, row })) continue;
    const indicator = cell.leaf.row.code;
    if (row.discardedAt === null)
      list.samples.push(toSample(row, { indicator, writable: writesSample(sheets, actor, { cell, row }) }));
    else
      list.discarded.push({
        indicator,
        title: row.title,
        reason: row.discardReason ?? '',
        discardedAt: row.discardedAt.toISOString(),
      });
  }
  return list;
}
