import type { ScoreState } from '@gongping/contracts';
import type { Rule, RuleInput, RuleMethod } from '@gongping/scoring';
import type { Table, TableShape } from '@gongping/tables';
import { writeList } from '../../tables/list-cell.ts';
import { words, writeFlag, type Medium } from '../../tables/words.ts';
import { trimDecimal } from './decimal.ts';
import { writeDeductions } from './deduction-lines.ts';
import type { NewScoreRow } from './score.repository.ts';
import type { Cell } from './sheets.access.ts';

export const stateWords = words({
  scored: '已评',
  not_applicable: '不适用',
  unscored: '未评',
} as const satisfies Record<ScoreState, string>);

/** What an evaluator enters, whichever the method. */
export const inputColumns = [
  'numerator',
  'denominator',
  'counts',
  'level',
  'coefficient',
  'met',
  'zero',
  'deductions',
] as const;
export type InputColumn = (typeof inputColumns)[number];

/** Columns of the input that a method takes; bonus and veto are entered as marks. */
export const columnsOfMethod: Readonly<Record<RuleMethod, readonly InputColumn[]>> = {
  ratio: ['numerator', 'denominator', 'counts', 'deductions'],
  graded: ['level', 'coefficient'],
  checklist: ['met', 'zero'],
  deduct: ['deductions'],
  bonus: [],
  veto: [],
};

/** The scores of a round, a row a cell. Names are there to be read by people. */
export const scoreShape = {
  name: 'scores',
  label: '得分',
  columns: [
    { name: 'unit', label: '单位代码', required: true },
    { name: 'unit_name', label: '单位名称' },
    { name: 'indicator', label: '指标代码', required: true },
    { name: 'indicator_name', label: '指标名称' },
    { name: 'state', label: '状态', required: true },
    { name: 'numerator', label: '分子' },
    { name: 'denominator', label: '分母' },
    { name: 'counts', label: '各情形数量' },
    { name: 'level', label: '等级' },
    { name: 'coefficient', label: '系数' },
    { name: 'met', label: '符合要点' },
    { name: 'zero', label: '记零分' },
    { name: 'deductions', label: '扣分' },
    { name: 'marks', label: '得分' },
    { name: 'reason', label: '理由', required: true },
    { name: 'revision', label: '修订号' },
  ],
} as const satisfies TableShape;
export type ScoreColumn = (typeof scoreShape.columns)[number]['name'];

export function scoreTable(
  cells: readonly (readonly [cell: Cell, row: NewScoreRow | undefined])[],
  medium: Medium,
): Table {
  return {
    shape: scoreShape,
    rows: cells.map(([cell, row]) => {
      const written = scoreCells(cell, row, medium);
      return scoreShape.columns.map(({ name }) => written[name]);
    }),
  };
}

/** A cell of the round as a row; one that was never touched has its state empty, ready to be filled in. */
export function scoreCells(
  { unit, leaf }: Cell,
  row: NewScoreRow | undefined,
  medium: Medium,
): Readonly<Record<ScoreColumn, string>> {
  return {
    unit: unit.code,
    unit_name: unit.nameZh,
    indicator: leaf.row.code,
    indicator_name: leaf.row.name.zh,
    state: row === undefined ? '' : stateWords.write(row.state, medium),
    ...inputCells(row?.input ?? null, leaf.rule),
    marks: row?.marks ? trimDecimal(row.marks) : '',
    reason: (row?.reason ?? '').replaceAll(/\r\n?/g, '\n'),
    revision: String(row?.revision ?? 0),
  };
}

const nothing: Readonly<Record<InputColumn, string>> = {
  numerator: '',
  denominator: '',
  counts: '',
  level: '',
  coefficient: '',
  met: '',
  zero: '',
  deductions: '',
};

function inputCells(input: RuleInput | null, rule: Rule): Readonly<Record<InputColumn, string>> {
  switch (input?.method) {
    case 'ratio': {
      // Where items are counted by finding, the two follow from the counts and are not read.
      const isCounted = rule.method === 'ratio' && rule.credits.length > 0;
      const part = (value: number): string => (isCounted && value === 0 ? '' : String(value));
      return {
        ...nothing,
        numerator: part(input.numerator),
        denominator: part(input.denominator),
        counts: writeList(countsInOrder(input.counts ?? {}, rule)),
        deductions: writeDeductions(input.deductions),
      };
    }
    case 'graded':
      return { ...nothing, level: input.level, coefficient: String(input.coefficient ?? '') };
    case 'checklist':
      return { ...nothing, met: writeList(input.met), zero: writeFlag(input.zero) };
    case 'deduct':
      return { ...nothing, deductions: writeDeductions(input.deductions) };
    default:
      return nothing;
  }
}

/** As the rule lists its findings, so that the database's order of keys does not show. */
function countsInOrder(counts: Readonly<Record<string, number>>, rule: Rule): string[] {
  const order = rule.method === 'ratio' ? rule.credits.map(({ code }) => code) : [];
  const codes = [
    ...new Set([...order.filter((code) => Object.hasOwn(counts, code)), ...Object.keys(counts)]),
  ];
  return codes.map((code) => `${code}=${counts[code]}`);
}
