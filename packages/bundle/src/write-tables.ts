import type { Component, Indicator, Score, Unit } from '@gongping/scoring';
import { csvText } from './csv-text.ts';
import type { Field, TableResource } from './data-package.ts';
import { decimalCell } from './decimal-cell.ts';

/** Further columns by code: what people read and the engine does not (rule, evidence, clause). */
export type FurtherColumns = ReadonlyMap<string, Readonly<Record<string, string>>>;

export interface WrittenTable {
  readonly resource: TableResource;
  readonly text: string;
}

const text = (name: string, required = false): Field => ({
  name,
  type: 'string',
  ...(required ? { constraints: { required } } : {}),
});
const number = (name: string): Field => ({ name, type: 'number' });
const numberCell = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : decimalCell(value);

/** Further columns that cannot be taken for columns of the format, which are known by their trimmed names. */
const columnsOf = (further: FurtherColumns, own: readonly string[]): string[] => {
  const names = new Set([...further.values()].flatMap((columns) => Object.keys(columns)));
  const taken = new Set(own);
  return [...names].filter((name) => {
    const read = name.trim();
    if (read === '' || taken.has(read) || read.startsWith('marks_')) return false;
    taken.add(read);
    return true;
  });
};

const furtherCell = (further: FurtherColumns, code: string, column: string): string => {
  const cells = further.get(code) ?? {};
  return (Object.hasOwn(cells, column) ? cells[column] : undefined) ?? '';
};

/** @throws RangeError for a kind that would be read back as another, or as two */
const writableKind = (kind: string): string => {
  if (kind !== '' && kind === kind.trim() && !kind.includes('|')) return kind;
  throw new RangeError(
    `the kind ${JSON.stringify(kind)} cannot be written: a vertical bar separates kinds, and blanks around them are not read`,
  );
};

const write = (
  resource: Omit<TableResource, 'path'> & { readonly path?: string },
  rows: readonly (readonly string[])[],
): WrittenTable => ({
  resource: { path: `${resource.name}.csv`, ...resource },
  text: csvText(
    resource.fields.map(({ name }) => name),
    rows,
  ),
});

/** Words of the public about units, which the engine does not look at. */
export interface BundleComments {
  /** `group` is empty where it is not named. */
  readonly rows: readonly {
    readonly unit: string;
    readonly question: string;
    readonly group: string;
    readonly text: string;
  }[];
  /** What codes stand for. */
  readonly questions: readonly { readonly code: string; readonly name: string }[];
  readonly groups: readonly { readonly code: string; readonly name: string }[];
}

const codesOf = (names: BundleComments['questions']): string =>
  names.map(({ code, name }) => `${code}: ${name}`).join('; ');

export const writeComments = ({ rows, questions, groups }: BundleComments): WrittenTable =>
  write(
    {
      name: 'comments',
      fields: [
        text('unit', true),
        { ...text('question', true), description: codesOf(questions) },
        { ...text('group'), description: `empty where it is small; ${codesOf(groups)}` },
        {
          ...text('text', true),
          description: "as it was confirmed; ' stands before what a spreadsheet would take for a formula",
        },
      ],
      foreignKeys: { unit: ['units', 'code'] },
    },
    rows.map((row) => [row.unit, row.question, row.group, row.text]),
  );

/** The table without its description. */
export const commentsCsv = (rows: BundleComments['rows']): string =>
  writeComments({ rows, questions: [], groups: [] }).text;

export const writeUnits = (units: readonly Unit[], further: FurtherColumns): WrittenTable => {
  const own = [text('code', true), text('name'), text('kind', true)];
  const extra = columnsOf(
    further,
    own.map(({ name }) => name),
  );
  return write(
    { name: 'units', fields: [...own, ...extra.map((name) => text(name))], primaryKey: ['code'] },
    units.map(({ code, name, kind }) => [
      code,
      name,
      kind,
      ...extra.map((column) => furtherCell(further, code, column)),
    ]),
  );
};

const marksOf = ({ marksByKind = {} }: Indicator, kind: string): number | undefined =>
  Object.hasOwn(marksByKind, kind) ? marksByKind[kind] : undefined;

export const writeIndicators = (indicators: readonly Indicator[], further: FurtherColumns): WrittenTable => {
  const marked = indicators.flatMap(({ marksByKind }) => Object.keys(marksByKind ?? {}));
  const kinds = [...new Set(marked)].map(writableKind).sort();
  const own = [
    text('code', true),
    text('parent'),
    text('name'),
    number('weight'),
    number('marks'),
    ...['aggregation', 'normalisation', 'direction', 'role', 'applies_to'].map((name) => text(name)),
    ...kinds.map((kind) => number(`marks_${kind}`)),
  ];
  const extra = columnsOf(
    further,
    own.map(({ name }) => name),
  );
  return write(
    { name: 'indicators', fields: [...own, ...extra.map((name) => text(name))], primaryKey: ['code'] },
    indicators.map((indicator) => [
      indicator.code,
      indicator.parent ?? '',
      indicator.name,
      numberCell(indicator.weight),
      numberCell(indicator.marks),
      indicator.aggregation ?? '',
      indicator.normalisation ?? '',
      numberCell(indicator.direction),
      indicator.role ?? '',
      (indicator.appliesTo ?? []).map(writableKind).join('|'),
      ...kinds.map((kind) => numberCell(marksOf(indicator, kind))),
      ...extra.map((column) => furtherCell(further, indicator.code, column)),
    ]),
  );
};

export const writeScores = (scores: Iterable<Score>): WrittenTable =>
  write(
    {
      name: 'scores',
      fields: [
        text('unit', true),
        text('indicator', true),
        { ...number('value'), description: 'a number; NA: not applicable; empty: unscored' },
      ],
      missingValues: ['', 'NA'],
      primaryKey: ['unit', 'indicator'],
      foreignKeys: { unit: ['units', 'code'], indicator: ['indicators', 'code'] },
    },
    Array.from(scores, ({ unit, indicator, value }) => [
      unit,
      indicator,
      value === 'NA' ? value : numberCell(value),
    ]),
  );

export const writeComponent = ({ code, values }: Component, path: string): WrittenTable => {
  const entries = values instanceof Map ? [...values] : Object.entries(values);
  return write(
    {
      name: path.replace(/\.csv$/, ''),
      path,
      fields: [text('unit', true), { ...number('value'), description: code }],
      primaryKey: ['unit'],
      foreignKeys: { unit: ['units', 'code'] },
    },
    entries.map(([unit, value]: readonly [string, number | null]) => [unit, numberCell(value)]),
  );
};
