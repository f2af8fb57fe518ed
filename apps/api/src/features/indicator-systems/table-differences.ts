import type { FieldChange } from '@gongping/contracts';
import type { Table } from '@gongping/tables';
import type { NodeContent, SystemContent } from './system-content.ts';
import { clauseShape, indicatorShape, leadTaskShape, ruleItemShape, systemShape } from './system-shapes.ts';
import { systemTables } from './system-tables.ts';

/** What follows from a node's place is told as a move. */
const placeColumns = new Set(['parent', 'level']);
/** Which columns name a row of a table; the others say something of it. */
const keys: Readonly<Record<string, readonly string[]>> = {
  [systemShape.name]: [],
  [indicatorShape.name]: [],
  [ruleItemShape.name]: ['part', 'code'],
  [clauseShape.name]: ['number'],
  [leadTaskShape.name]: ['clause', 'role', 'unit'],
};

/** Cell by cell what a node and its rule say differently, in the columns of the tables. */
export function fieldsOfNodes(from: NodeContent, to: NodeContent): FieldChange[] {
  const [before, after] = [tablesOf([from]), tablesOf([to])];
  return [indicatorShape.name, ruleItemShape.name].flatMap((name) =>
    tableChanges(before.get(name), after.get(name)),
  );
}

/** Cell by cell what title, notice, clauses and lead tasks say differently. */
export function noticeFields(from: SystemContent, to: SystemContent): FieldChange[] {
  const [before, after] = [from, to].map((content) =>
    byName(systemTables('', { ...content, nodes: [] }, 'csv')),
  );
  return [systemShape.name, clauseShape.name, leadTaskShape.name].flatMap((name) =>
    tableChanges(before?.get(name), after?.get(name)),
  );
}

const noNotice: Omit<SystemContent, 'nodes'> = {
  title: { zh: '', en: '' },
  notice: { documentNumber: '', title: '', issuer: '', date: '', preamble: '', clauses: [] },
  leadTasks: [],
};

function tablesOf(nodes: readonly NodeContent[]): ReadonlyMap<string, Table> {
  return byName(systemTables('', { ...noNotice, nodes }, 'csv'));
}

function byName(tables: readonly Table[]): ReadonlyMap<string, Table> {
  return new Map(tables.map((table) => [table.shape.name, table]));
}

type Row = Readonly<Record<string, string>>;

function tableChanges(from: Table | undefined, to: Table | undefined): FieldChange[] {
  const [before, after] = [rowsOf(from), rowsOf(to)];
  const entries = [...new Set([...before.keys(), ...after.keys()])];
  return entries.flatMap((entry) => rowChanges(entry, before.get(entry), after.get(entry)));
}

/** Rows by what names them; the only row of a table by an empty name. */
function rowsOf(table: Table | undefined): ReadonlyMap<string, Row> {
  const { shape, rows } = table ?? { shape: systemShape, rows: [] };
  const naming = keys[shape.name] ?? [];
  // The indicator's own code changes with the node that it belongs to.
  const told = shape.columns.filter(
    ({ name }) => !placeColumns.has(name) && !(shape.name === ruleItemShape.name && name === 'indicator'),
  );
  return new Map(
    rows.map((cells) => {
      const row = Object.fromEntries(shape.columns.map(({ name }, at) => [name, cells[at] ?? '']));
      const entry = naming.map((name) => row[name] ?? '').join(' ');
      const said = told.filter(({ name }) => !naming.includes(name));
      return [entry, Object.fromEntries(said.map(({ name }) => [name, row[name] ?? '']))];
    }),
  );
}

function rowChanges(entry: string, from: Row | undefined, to: Row | undefined): FieldChange[] {
  return Object.keys(to ?? from ?? {}).flatMap((column) => {
    const [before, after] = [from?.[column] ?? null, to?.[column] ?? null];
    // A whole row that came or went says nothing in its empty cells.
    if (before === after || ((before ?? '') === '' && (after ?? '') === '')) return [];
    return [{ column, entry: entry === '' ? null : entry, from: before, to: after }];
  });
}
