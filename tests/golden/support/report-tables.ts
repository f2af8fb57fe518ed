import { rowsOf, type AnnualReport, type FormRow } from '@gongping/annual-report';

/** A cell as it is printed, with how many columns and rows it takes up. */
export interface PrintedCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}
export type PrintedTable = readonly (readonly PrintedCell[])[];

const wide = (text: string, columns: number): PrintedCell => ({ text, columns });
const texts = (...all: readonly string[]): PrintedCell[] => all.map((text) => ({ text }));
const shown = (cells: readonly (number | null)[] = []): PrintedCell[] =>
  cells.map((cell) => ({ text: cell === null ? '' : String(cell) }));

/** Table 2 of the form of 2021, with the year in its header as some print it. */
export function disclosureTable({ table2, year, form }: AnnualReport): PrintedTable {
  const width = 4;
  let group = '';
  return rowsOf(form, 'table2').flatMap((row): PrintedCell[][] => {
    const cells = table2[row.key] ?? row.columns.map(() => null);
    const spare = width - 1 - row.columns.length + 1;
    const line = [{ text: row.label.zh }, ...shown(cells)].map((cell, i, all) =>
      i === all.length - 1 ? { ...cell, columns: spare } : cell,
    );
    if (row.group?.zh === group) return [line];
    group = row.group?.zh ?? '';
    const heads = row.columns.map(({ label }) => label.zh.replace(/^本年(?=制|废)/, `本年(${year})`));
    return [[wide(group, width)], texts('信息内容', ...heads), line];
  });
}

const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** Table 3 as the notices print it: two header rows over seven columns, groups down the side. */
export function requestTable({ table3, form }: AnnualReport): PrintedTable {
  const rows = rowsOf(form, 'table3');
  const heads: PrintedCell[][] = [
    [{ text: note, columns: 3, rows: 3 }, wide('申请人情况', 7)],
    [{ text: '自然人', rows: 2 }, wide('法人或其他组织', 5), { text: '总计', rows: 2 }],
    texts('商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'),
  ];
  const results = rows.filter(({ key }) => key.startsWith('R3'));
  const isFirstOf = (row: FormRow): boolean =>
    rows.find((each) => each.group?.zh === row.group?.zh)?.key === row.key;
  const lines = rows.map((row): PrintedCell[] => {
    const values = shown(table3[row.key] ?? Array<null>(7).fill(null));
    const label = row.label.zh;
    if (!row.key.startsWith('R3')) return [wide(label, 3), ...values];
    const side = row === results[0] ? [{ text: '三、本年度办理结果', rows: results.length }] : [];
    if (/^R3\.\d$/.test(row.key)) return [...side, wide(label, 2), ...values];
    const count = rows.filter((each) => each.group?.zh === row.group?.zh).length;
    const group = isFirstOf(row) ? [{ text: row.group?.zh ?? '', rows: count }] : [];
    return [...side, ...group, { text: label }, ...values];
  });
  return [...heads, ...lines];
}

/** Table 4: three groups side by side. */
export function caseTable({ table4 }: AnnualReport): PrintedTable {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    [wide('行政复议', 5), wide('行政诉讼', 10)],
    [...outcomes.map((text) => ({ text, rows: 2 })), wide('未经复议直接起诉', 5), wide('复议后起诉', 5)],
    texts(...outcomes, ...outcomes),
    ['review', 'lawsuitDirect', 'lawsuitAfterReview'].flatMap((key) => shown(table4[key])),
  ];
}

/** A report in the order in which it is published: paragraphs and tables. */
export type PrintedPart = string | PrintedTable;

export function printedReport(
  report: AnnualReport,
  numerals: readonly string[] = ['一、', '二、', '三、', '四、', '五、', '六、'],
): PrintedPart[] {
  const { text, year, title = '' } = report;
  const heading = (i: number, words: string): string => `${numerals[i] ?? ''}${words}`;
  return [
    title,
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    heading(0, '总体情况'),
    ...(text['1'] ?? '').split('\n'),
    heading(1, '主动公开政府信息情况'),
    disclosureTable(report),
    heading(2, '收到和处理政府信息公开申请情况'),
    requestTable(report),
    heading(3, '政府信息公开行政复议、行政诉讼情况'),
    caseTable(report),
    heading(4, '存在的主要问题及改进情况'),
    ...(text['5'] ?? '').split('\n'),
    heading(5, '其他需要报告的事项'),
    ...(text['6'] ?? '').split('\n'),
  ];
}
