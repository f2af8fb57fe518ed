import { schema } from '@gongping/db';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable, type PgColumn } from 'drizzle-orm/pg-core';

/** A column that refers to rows of another table. */
export interface Reference {
  readonly table: PgTable;
  readonly column: PgColumn;
  /** Its rows go with the row that they refer to. */
  readonly goesAlong: boolean;
  /** Its row keeps the row that it refers to from being deleted. */
  readonly holds: boolean;
}

/** Every column that refers to a table, by the foreign keys of the schema: a new table is never left out. */
export function referencesTo(target: PgTable): Reference[] {
  return Object.values(schema)
    .filter((table) => is(table, PgTable))
    .flatMap((table) =>
      getTableConfig(table).foreignKeys.flatMap((key): Reference[] => {
        const { columns, foreignTable } = key.reference();
        const [column] = columns;
        if (foreignTable !== target || column === undefined) return [];
        const goesAlong = key.onDelete === 'cascade';
        return [{ table, column, goesAlong, holds: !goesAlong && key.onDelete !== 'set null' }];
      }),
    );
}
