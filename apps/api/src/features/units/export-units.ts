import type { Database } from '@gongping/db';
import type { Table } from '@gongping/tables';
import type { Medium } from '../../tables/words.ts';
import { listUnits } from './unit.repository.ts';
import { unitTable } from './unit-table.ts';

/** All units by code, the retired ones too. */
export async function exportUnits(db: Database, medium: Medium): Promise<Table[]> {
  return [unitTable(await listUnits(db), medium)];
}
