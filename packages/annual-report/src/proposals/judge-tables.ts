import { forms, rowsOf, tableNames } from '../forms.ts';
import type { AnnualReport, LocalText } from '../report.ts';
import { deducted } from './deducted.ts';
import type { Shortcoming } from './deducted.ts';
import { byText } from './proposal.ts';
import type { JudgedReport, JudgedRule, Proposal } from './proposal.ts';

interface Gaps {
  readonly tables: readonly LocalText[];
  readonly rows: readonly LocalText[];
  readonly blank: number;
}

/** Tables with nothing in them, rows that are not there, and cells that are blank in what is there. */
const gapsOf = (report: AnnualReport): Gaps => {
  const tables: LocalText[] = [];
  const rows: LocalText[] = [];
  let blank = 0;
  for (const table of tableNames) {
    const own = rowsOf(report.form, table);
    const cellsOf = (key: string) => report[table][key] ?? [];
    if (own.every(({ key }) => cellsOf(key).every((cell) => cell === null))) {
      tables.push(forms[report.form].tables[table].title);
      continue;
    }
    for (const { key, label, columns } of own) {
      if (cellsOf(key).length === 0) rows.push(label);
      else blank += columns.filter((_, i) => (cellsOf(key)[i] ?? null) === null).length;
    }
  }
  return { tables, rows, blank };
};

const named = (labels: readonly LocalText[]): LocalText => ({
  zh: labels.map(({ zh }) => `“${zh}”`).join('、'),
  en: labels.map(({ en }) => `“${en}”`).join(', '),
});

const gap = (item: string, found: number, reason: LocalText): Shortcoming => ({
  item,
  found,
  reason,
  reasons: [byText(reason)],
});

/** B2-2: the three tables are there with all of their rows, and no cell is blank. */
export const judgeTables = ({ report }: JudgedReport, rule: JudgedRule): Proposal => {
  const { tables, rows, blank } = gapsOf(report);
  const [lost, missing] = [named(tables), named(rows)];
  const every = rule.items.find(({ code }) => code === 'blank-cells')?.every ?? 1;
  return deducted(
    rule,
    [
      gap('table', tables.length, { zh: `缺少表${lost.zh}。`, en: `Missing tables: ${lost.en}.` }),
      gap('row-or-column', rows.length, { zh: `缺少${missing.zh}行。`, en: `Missing rows: ${missing.en}.` }),
      gap('blank-cells', blank, { zh: `空白单元格 ${blank} 格。`, en: `${blank} cells are blank.` }),
    ],
    blank === 0
      ? { zh: '三张表行列完整，没有空白单元格。', en: 'The tables are complete, no cell is blank.' }
      : {
          zh: `三张表行列完整；空白单元格 ${blank} 格，不足 ${every} 格。`,
          en: `The tables are complete; ${blank} cells are blank, fewer than ${every}.`,
        },
  );
};
