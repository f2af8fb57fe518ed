import { rowsOf, type AnnualReport, type Cell, type FormRow } from '@gongping/annual-report';
import type { ReportBlock } from '@gongping/documents';

type ReportTable = Extract<ReportBlock, { kind: 'table' }>;
type ReportCell = ReportTable['rows'][number][number];

const name = (text: string, span: Partial<ReportCell> = {}): ReportCell => ({
  text,
  header: true,
  align: 'center',
  ...span,
});
const number = (cell: Cell | undefined, span: Partial<ReportCell> = {}): ReportCell => ({
  text: cell === null || cell === undefined ? '' : String(cell),
  align: 'center',
  ...span,
});

/** Columns of numbers of table 2: as many as its widest block has. */
const DISCLOSED = 3;

/** 主动公开政府信息情况: block by block of article 20, each with a header of its own. */
export function disclosureTable({ form, table2 }: AnnualReport): ReportTable {
  const rows = rowsOf(form, 'table2');
  const groups = [...new Set(rows.map(({ group }) => group?.zh ?? ''))];
  return {
    kind: 'table',
    caption: '主动公开政府信息情况',
    head: [],
    rows: groups.flatMap((group) => {
      const own = rows.filter((row) => (row.group?.zh ?? '') === group);
      const columns = own[0]?.columns ?? [];
      return [
        [name(group, { colspan: DISCLOSED + 1 })],
        [name('信息内容'), ...columns.map(({ label }, at) => name(label.zh, reach(at, columns.length)))],
        ...own.map(({ key, label }) => [
          name(label.zh),
          ...columns.map((_, at) => number(table2[key]?.[at], reach(at, columns.length))),
        ]),
      ];
    }),
    widths: [3, 2, 2, 2],
  };
}

/** The last column of a block reaches to the edge of the table. */
const reach = (at: number, count: number): Partial<ReportCell> =>
  at === count - 1 && count < DISCLOSED ? { colspan: DISCLOSED - at } : {};

const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** 收到和处理政府信息公开申请情况: results with their groups merged down the side. */
export function requestTable({ form, table3 }: AnnualReport): ReportTable {
  const rows = rowsOf(form, 'table3');
  const labels = rows[0]?.columns.map(({ label }) => label.zh) ?? [];
  const [natural = '', ...others] = labels;
  const total = others.pop() ?? '';
  return {
    kind: 'table',
    caption: '收到和处理政府信息公开申请情况',
    head: [
      [name(note, { colspan: 3, rowspan: 3 }), name('申请人情况', { colspan: labels.length })],
      [
        name(natural, { rowspan: 2 }),
        name('法人或其他组织', { colspan: others.length }),
        name(total, { rowspan: 2 }),
      ],
      others.map((label) => name(label)),
    ],
    rows: rows.map((row, at) => [
      ...labelsOf(rows, at),
      ...row.columns.map((_, column) => number(table3[row.key]?.[column])),
    ]),
    widths: [2.2, 2.4, 6, 1.6, 1.6, 1.6, 1.8, 1.8, 1.4, 1.6],
  };
}

const isResult = ({ key }: FormRow): boolean => key.startsWith('R3.');
const left = { align: 'left' } as const;

/** What stands beside the numbers of a row: its label, and the groups that begin with it. */
function labelsOf(rows: readonly FormRow[], at: number): ReportCell[] {
  const row = rows[at];
  const before = rows[at - 1];
  if (!row) return [];
  if (!isResult(row)) return [name(row.label.zh, { colspan: 3, ...left })];
  const results = rows.filter(isResult);
  const all = before && isResult(before) ? [] : [name('三、本年度办理结果', { rowspan: results.length })];
  const group = row.group?.zh ?? '';
  const own = results.filter((other) => other.group?.zh === group);
  // Rows of their own say 三、 as their group too; groups have numbered items below them.
  if (!/^（/.test(group)) return [...all, name(row.label.zh, { colspan: 2, ...left })];
  const heads = before?.group?.zh === group ? [] : [name(group, { rowspan: own.length })];
  return [...all, ...heads, name(row.label.zh, left)];
}

/** 政府信息公开行政复议、行政诉讼情况: three groups side by side in one row. */
export function caseTable({ form, table4 }: AnnualReport): ReportTable {
  const rows = rowsOf(form, 'table4');
  const outcomes = rows[0]?.columns.map(({ label }) => label.zh) ?? [];
  const [review, ...lawsuits] = rows;
  const count = outcomes.length;
  return {
    kind: 'table',
    caption: '政府信息公开行政复议、行政诉讼情况',
    head: [
      [
        name(review?.label.zh ?? '', { colspan: count }),
        name(lawsuits[0]?.group?.zh ?? '', { colspan: count * lawsuits.length }),
      ],
      [
        ...outcomes.map((outcome) => name(outcome, { rowspan: 2 })),
        ...lawsuits.map(({ label }) => name(label.zh, { colspan: count })),
      ],
      lawsuits.flatMap(() => outcomes.map((outcome) => name(outcome))),
    ],
    rows: [rows.flatMap(({ key, columns }) => columns.map((_, at) => number(table4[key]?.[at])))],
  };
}
