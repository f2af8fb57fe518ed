import { expect, it } from 'vitest';
import type { ReportTable } from './official-report.ts';
import { columnShares, tableGrid } from './table-grid.ts';

const table = (rows: ReportTable['rows'], more: Partial<ReportTable> = {}): ReportTable => ({
  kind: 'table',
  caption: '表',
  head: [],
  rows,
  ...more,
});

it('puts cells where those of other rows leave room', () => {
  const { rows, columns } = tableGrid(
    table([
      [
        { text: 'a', rowspan: 2 },
        { text: 'b', colspan: 2 },
      ],
      [{ text: 'c' }, { text: 'd' }],
    ]),
  );
  expect(columns).toBe(3);
  expect(rows.map((row) => row.map(({ cell }) => cell.text).join(''))).toEqual(['abb', 'acd']);
});

it('refuses cells that leave a hole, overlap or reach too far', () => {
  expect(() => tableGrid(table([[{ text: 'a' }, { text: 'b' }], [{ text: 'c' }]]))).toThrow('“表”');
  expect(() => tableGrid(table([[{ text: 'a', rowspan: 2 }]]))).toThrow('reaches below');
  const over = [[{ text: 'a' }, { text: 'b', rowspan: 2 }], [{ text: 'c', colspan: 2 }]];
  expect(() => tableGrid(table(over))).toThrow('lies over another cell');
  expect(() => tableGrid(table([[{ text: 'a' }]], { head: [[{ text: 'a' }, { text: 'b' }]] }))).toThrow(
    'columns wide',
  );
});

it('shares the width out as it is told to, or by the longest texts', () => {
  const one = table([[{ text: '天元区' }, { text: '92.41' }]]);
  expect(columnShares({ ...one, widths: [3, 1] }, tableGrid(one))).toEqual([0.75, 0.25]);
  // Three Chinese letters are six halves, and three for the space beside them; 92.41 has five.
  expect(columnShares(one, tableGrid(one))).toEqual([9 / 17, 8 / 17]);
});
