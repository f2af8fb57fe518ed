import { rowsOf } from '@gongping/annual-report';
import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';
import { neighbour, readCell, rowsFrom, tableText, withCell, wrongCells } from './grid.ts';
import { parseBlock, pasteBlock, withoutLabels } from './paste.ts';

const table2 = rowsOf('v2021', 'table2');
const table3 = rowsOf('v2021', 'table3');
const blank = tableText('v2021', 'table3', {});

test('a cell is read as people write numbers', () => {
  const read = (text: string) => readCell(text, 'count', 'v2021');
  expect(read('１，２３４')).toEqual({ value: 1234, wrong: false });
  expect(read(' ')).toEqual({ value: null, wrong: false });
  expect(read('十二')).toEqual({ value: null, wrong: true });
  // The form asks for 万元.
  expect(readCell('5000元', 'amount', 'v2021')).toEqual({ value: 0.5, wrong: false });
  expect(readCell('3万元', 'count', 'v2021')).toEqual({ value: null, wrong: true });
});

test('every row of the form is there, and what is no number counts as blank', () => {
  expect(Object.keys(blank)).toHaveLength(25);
  const text = withCell(withCell(blank, { row: 'R1', column: 0 }, '12'), { row: 'R1', column: 1 }, 'x');
  expect(rowsFrom('v2021', 'table3', text)['R1']).toEqual([12, null, null, null, null, null, null]);
  expect([...wrongCells('v2021', 'table3', text)]).toEqual(['table3/R1/1']);
});

test('arrows move cell by cell, over rows of other widths and round the ends of rows', () => {
  // 规章 has three columns, 行政许可 one.
  expect(neighbour(table2, { row: 1, column: 2 }, 'down')).toEqual({ row: 2, column: 0 });
  expect(neighbour(table2, { row: 0, column: 0 }, 'up')).toBeNull();
  expect(neighbour(table3, { row: 0, column: 6 }, 'right')).toEqual({ row: 1, column: 0 });
  expect(neighbour(table3, { row: 1, column: 0 }, 'left')).toEqual({ row: 0, column: 6 });
  expect(neighbour(table3, { row: 24, column: 6 }, 'right')).toBeNull();
  expect(neighbour(table3, { row: 24, column: 3 }, 'down')).toBeNull();
});

test('a block from a spreadsheet is cells between tabs, quotes around line breaks', () => {
  expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(parseBlock('"一、本年\n新收 ""申请"""\t5')).toEqual([['一、本年\n新收 "申请"', '5']]);
  expect(parseBlock('1\t\t')).toEqual([['1', '', '']]);
});

test('labels in front of the numbers are left out', () => {
  expect(withoutLabels([['一、本年新收', '1', '2']], 7)).toEqual([['1', '2']]);
  expect(
    withoutLabels(
      [
        ['三、', '（一）予以公开', '1', '2'],
        ['', '（二）部分公开', '3', '4'],
      ],
      7,
    ),
  ).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  // A blank first column of numbers stays where it is.
  expect(withoutLabels([['', '2']], 7)).toEqual([['', '2']]);
});

test('a block is pasted to the right and down; what the table has no place for is counted', () => {
  const block = [
    ['1', '2', '3'],
    ['4', '5', '6'],
  ];
  const inside = pasteBlock(table3, blank, { at: { row: 0, column: 0 }, block });
  expect([inside.filled, inside.beyond]).toEqual([6, 0]);
  expect(inside.text['R2']?.slice(0, 3)).toEqual(['4', '5', '6']);
  const edge = pasteBlock(table3, blank, { at: { row: 24, column: 5 }, block });
  expect([edge.filled, edge.beyond]).toEqual([2, 4]);
  expect(edge.text['R4']?.slice(5)).toEqual(['1', '2']);
});

test('rows stand below their headings, each named once', () => {
  const headings = blocksOf(table3, 'table3').map(({ heading }) => heading?.zh ?? null);
  expect(headings).toEqual([
    null,
    '三、本年度办理结果',
    '（三）不予公开',
    '（四）无法提供',
    '（五）不予处理',
    '（六）其他处理',
    null,
    null,
  ]);
  const blocks = blocksOf(table2, 'table2');
  expect(blocks.map(({ rows, columns }) => [rows.length, columns?.length])).toEqual([
    [2, 3],
    [1, 1],
    [2, 1],
    [1, 1],
  ]);
});
