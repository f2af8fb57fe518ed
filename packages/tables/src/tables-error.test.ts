import { describe, expect, it } from 'vitest';
import { TableProblems } from './table-problems.ts';
import type { ReadTable, TableRow } from './table.ts';
import { describeTableProblem, TablesError } from './tables-error.ts';

const sentence = { zh: '须为县区或部门。', en: 'It must be county or department.' };
const row: TableRow = { row: 3, cell: () => '' };
const table: ReadTable = {
  shape: { name: 'units', label: '单位', columns: [] },
  sheet: '单位',
  rows: [row],
  has: () => true,
  place: () => 'C（类别）',
};

describe('a problem is described by its place and its sentence', () => {
  it.each<[string | null, number | null, string | null, string, string]>([
    ['单位', 3, 'C（类别）', '工作表 单位，第 3 行，C 列（类别）：', 'sheet 单位, row 3, column C (类别): '],
    ['单位', 3, 'AB', '工作表 单位，第 3 行，AB 列：', 'sheet 单位, row 3, column AB: '],
    ['单位', null, null, '工作表 单位：', 'sheet 单位: '],
    ['units.csv', 2, 'kind', '文件 units.csv，第 2 行，“kind”列：', 'file units.csv, row 2, column kind: '],
    [null, null, null, '', ''],
  ])('%s, %s, %s', (sheet, at, column, zh, en) => {
    const problem = { sheet, row: at, column, sentence };
    expect(describeTableProblem(problem, 'zh')).toBe(zh + sentence.zh);
    expect(describeTableProblem(problem)).toBe(en + sentence.en);
  });
});

describe('problems of a table’s meaning', () => {
  it('are gathered with their places', () => {
    const problems = new TableProblems();
    expect(() => problems.throwIfAny()).not.toThrow();
    problems.at(table, row, 'kind', sentence);
    problems.at(table, null, null, sentence);
    const error = (() => {
      try {
        return problems.throwIfAny();
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(TablesError);
    expect(error).toMatchObject({
      count: 2,
      message: 'sheet 单位, row 3, column C (类别): It must be county or department. (1 of 2 problems)',
      problems: [
        { sheet: '单位', row: 3, column: 'C（类别）', sentence },
        { sheet: '单位', row: null, column: null, sentence },
      ],
    });
  });
});
