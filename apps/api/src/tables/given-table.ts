import type { ReadTable, TableShape } from '@gongping/tables';

/** A table that reading has made sure of. */
export function givenTable(tables: ReadonlyMap<string, ReadTable>, shape: TableShape): ReadTable {
  const table = tables.get(shape.name);
  if (table === undefined) throw new Error(`the table ${shape.name} was not read`);
  return table;
}
