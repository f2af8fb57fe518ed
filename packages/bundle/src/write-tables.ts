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

const columnsOf = (further: FurtherColumns, own: readonly string[]): string[] => {
  const names = new Set([...further.values()].flatMap((columns) => Object.keys(columns)));
  return [...names].filter((name) => !own.includes(name) && !name.startsWith('marks_'));
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
      ...extra.map((column) => further.get(code)?.[column] ?? ''),
    ]),
  );
};

export const writeIndicators = (indicators: readonly Indicator[], further: FurtherColumns): WrittenTable => {
  const kinds = [...new Set(indicators.flatMap(({ marksByKind }) => Object.keys(marksByKind ?? {})))].sort();
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
      (indicator.appliesTo ?? []).join('|'),
      ...kinds.map((kind) => numberCell(indicator.marksByKind?.[kind])),
      ...extra.map((column) => further.get(indicator.code)?.[column] ?? ''),
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
