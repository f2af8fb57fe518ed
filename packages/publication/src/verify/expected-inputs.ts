import { decimalCell } from '@gongping/bundle';
import { numberCell } from '../cells.ts';
import type { IndicatorView, ScoreView, SnapshotView } from '../snapshot-view.ts';
import { tableOf } from '../table.ts';
import type { PublishedTable } from '../table.ts';

const kindsWithMarks = (indicators: readonly IndicatorView[]): string[] => {
  const kinds = indicators
    .filter(({ rule, role }) => rule !== null && role !== 'veto')
    .flatMap(({ marks }) => Object.entries(marks).flatMap(([kind, value]) => (value === null ? [] : [kind])));
  return [...new Set(kinds)].sort();
};

/** Only leaves carry marks, and a veto carries none. */
const marksCell = ({ rule, role, marks }: IndicatorView, kind: string): string => {
  const value = rule === null || role === 'veto' || !Object.hasOwn(marks, kind) ? null : marks[kind];
  return value === null || value === undefined ? '' : decimalCell(Number(value));
};

const indicatorsTable = (indicators: readonly IndicatorView[]): PublishedTable => {
  const marks = kindsWithMarks(indicators).map((kind) => [
    `marks_${kind}`,
    (indicator: IndicatorView) => marksCell(indicator, kind),
  ]);
  return tableOf(
    { file: 'indicators.csv', key: ['code'] },
    {
      code: ({ code }: IndicatorView) => code,
      parent: ({ parent }: IndicatorView) => parent ?? '',
      name: ({ name }: IndicatorView) => name.zh,
      weight: () => '',
      marks: () => '',
      aggregation: () => '',
      normalisation: () => '',
      direction: () => '',
      role: ({ rule, role }: IndicatorView) => (rule === null ? '' : role),
      applies_to: ({ rule, unitKinds }: IndicatorView) => (rule === null ? '' : unitKinds.join('|')),
      ...(Object.fromEntries(marks) as Record<string, (indicator: IndicatorView) => string>),
      name_en: ({ name }: IndicatorView) => name.en,
      rule: ({ ruleText }: IndicatorView) => ruleText,
      clauses: ({ clauses }: IndicatorView) => clauses.join('|'),
      quote: ({ quote }: IndicatorView) => quote,
    },
    indicators,
  );
};

const scoreCell = ({ state, marks }: ScoreView): string =>
  state === 'not_applicable' ? 'NA' : state === 'scored' ? numberCell(marks) : '';

/** The tables of what was entered, as the sealed snapshot says it. */
export const expectedInputs = ({ facts }: SnapshotView): PublishedTable[] => [
  tableOf(
    { file: 'units.csv', key: ['code'] },
    {
      code: ({ code }) => code,
      name: ({ name }) => name.zh,
      kind: ({ kind }) => kind,
      name_en: ({ name }) => name.en,
    },
    facts.units,
  ),
  indicatorsTable(facts.indicators),
  tableOf(
    { file: 'scores.csv', key: ['unit', 'indicator'] },
    { unit: ({ unit }) => unit, indicator: ({ indicator }) => indicator, value: scoreCell },
    facts.scores,
  ),
];
