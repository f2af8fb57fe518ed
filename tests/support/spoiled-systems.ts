import type { Table } from '@gongping/tables';
import { rowOf } from './exchanged-tables.ts';

/** A table, and what its columns say in the row that is meant. */
export type At = readonly [table: string, wanted: Readonly<Record<string, string>>];
const leaf: At = ['indicators', { code: 'A1-1' }];
const graded: At = ['indicators', { code: 'A1-3' }];
const inner: At = ['indicators', { code: 'A1' }];
const checklist: At = ['indicators', { code: 'A2-4' }];
const veto: At = ['indicators', { code: 'V-1' }];
const item: At = ['rule_items', { indicator: 'A1-3', code: 'current' }];
const deduction: At = ['rule_items', { indicator: 'A2-1', code: 'missing' }];
const credit: At = ['rule_items', { indicator: 'A1-4', code: 'late' }];
const point: At = ['rule_items', { indicator: 'A2-4', code: 'services' }];
const clause: At = ['clauses', { number: '1' }];
const task: At = ['lead_tasks', { clause: '1' }];

/** Title, where, the column to spoil, its text; where the problem is told where it is another column or row. */
export const spoiledSystems: [string, At, string, string, { column?: string; at?: At; row?: number }?][] = [
  ['a code of no kind', ['system', {}], 'code', '株洲'],
  ['no title', ['system', {}], 'title_en', ''],
  ['a date that is none', ['system', {}], 'date', '2020年4月29日'],
  ['a code that no address can hold', ['indicators', { code: 'X-1' }], 'code', 'X 1'],
  ['a code used twice', ['indicators', { code: 'V-2' }], 'code', 'V-1'],
  ['the code of the root', ['indicators', { code: 'V-2' }], 'code', 'total'],
  ['a parent that does not exist', leaf, 'parent', 'Z'],
  ['a parent below it', leaf, 'parent', 'B'],
  ['a node that is its own parent', inner, 'parent', 'A1'],
  ['a level that is not its depth', leaf, 'level', '2'],
  ['no name', leaf, 'name', ''],
  ['no English name', leaf, 'name_en', ' '],
  ['a role that does not exist', leaf, 'role', 'penalty'],
  ['a role other than the parent’s', leaf, 'role', 'bonus'],
  ['a kind that does not exist', leaf, 'applies_to', 'county|village'],
  ['a leaf for nobody', leaf, 'applies_to', ''],
  ['kinds that are not those below', inner, 'applies_to', 'department'],
  ['a leaf without marks', leaf, 'marks_county', ''],
  ['marks of 0', leaf, 'marks_county', '0'],
  ['marks below 0', leaf, 'marks_county', '-1'],
  ['marks with five decimals', leaf, 'marks_county', '1.00001'],
  ['marks in per cent', leaf, 'marks_county', '5%'],
  ['marks for a kind it is not for', leaf, 'marks_department', '1'],
  ['marks on an inner node', inner, 'marks_county', '15'],
  ['marks on a veto', veto, 'marks_county', '1'],
  ['a leaf without a method', leaf, 'method', ''],
  ['a method that does not exist', leaf, 'method', 'guess'],
  ['a method on an inner node', inner, 'method', 'deduct'],
  ['a veto among what is scored', leaf, 'method', 'veto'],
  ['a numerator without words', leaf, 'numerator_en', ''],
  ['a denominator of no kind', leaf, 'denominator_kind', 'any'],
  ['a denominator without its value', leaf, 'denominator_value', ''],
  ['a denominator of a half', leaf, 'denominator_value', '0.5'],
  ['words of another method', graded, 'numerator', '分子'],
  ['a zero finding in one language', checklist, 'zero_when', '逾期', { column: 'zero_when_en' }],
  ['a clause that the notice does not have', leaf, 'clauses', '20'],
  ['clauses that are no numbers', leaf, 'clauses', '十四'],
  ['an item of an unknown indicator', item, 'indicator', 'A9-9'],
  ['an item of an inner node', item, 'indicator', 'A1'],
  ['an item of no kind', item, 'part', 'thing'],
  ['an item that the method does not list', item, 'part', 'point'],
  ['an item without a code', item, 'code', ''],
  [
    'an item that is there twice',
    item,
    'code',
    'none',
    { at: ['rule_items', { indicator: 'A1-3', code: 'none' }], column: 'code' },
  ],
  ['an item without words', item, 'label_en', ''],
  ['a coefficient above 1', item, 'value', '1.1'],
  ['a coefficient that is no number', item, 'value', '全部'],
  ['a maximum below the value', item, 'maximum', '0.5'],
  ['a maximum of a credit', credit, 'maximum', '1'],
  ['a deduction that is not counted', deduction, 'per', ''],
  ['a point that is counted', point, 'per', 'once'],
  ['days of a deduction', deduction, 'days', '10'],
  ['days that are no whole number', item, 'days', '1.5'],
  ['findings of a level that are one', item, 'every', '5'],
  ['no findings that are one', deduction, 'every', '0'],
  ['points that do not add up to 1', point, 'value', '0.4', { at: checklist, column: 'method' }],
  ['a clause without its number', clause, 'number', ''],
  // The line on which the second clause begins: the first has two.
  ['a clause that is there twice', clause, 'number', '2', { row: 4 }],
  ['a clause without words', clause, 'text', ''],
  ['a task of an unknown clause', task, 'clause', '99'],
  ['a task of an unknown unit', task, 'unit', 'D99'],
  ['a task of no role', task, 'role', '协助'],
  ['a task without words', task, 'text', ''],
];

/** The row of a place, as a spreadsheet counts; the table of the system has only one. */
export function rowAt(tables: readonly Table[], [table, wanted]: At): number {
  return table === 'system' ? 2 : rowOf(tables, table, wanted);
}
