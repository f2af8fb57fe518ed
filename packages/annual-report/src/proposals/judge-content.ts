import { forms, rowsOf, tableNames } from '../forms.ts';
import type { Finding } from '../finding.ts';
import type { AnnualReport, LocalText } from '../report.ts';
import { deducted, inWords, undecided } from './deducted.ts';
import { byFinding, byText } from './proposal.ts';
import type { JudgedReport, Proposal } from './proposal.ts';

const of = (findings: readonly Finding[], check: RegExp, status: Finding['status']): Finding[] =>
  findings.filter((each) => check.test(each.check) && each.status === status);

/** B2-1: the six sections are there, and no prompt of the template was left. */
export const judgeSections = ({ findings, format }: JudgedReport): Proposal => {
  const missing = of(findings, /^S4$/, 'fail');
  const prompts = of(findings, /^S3$/, 'fail').filter(({ code }) => code === 'prompt-left');
  const open = of(findings, /^S4$/, 'undecidable');
  if (open.length > 0) return undecided(open, [...missing, ...prompts]);
  return deducted(
    [
      {
        item: 'section',
        count: missing.length,
        reason: inWords(missing, format),
        reasons: missing.map(byFinding),
      },
      {
        item: 'prompt',
        count: prompts.length,
        reason: inWords(prompts, format),
        reasons: prompts.map(byFinding),
      },
    ],
    {
      zh: '六个部分齐全，没有模板残留提示语；标题文字和顺序请核对原文。',
      en: 'All six sections are there and no prompt of the template; compare the wording and order of the headings.',
    },
  );
};

/** So many blank cells cost once. */
const BLANKS = 5;

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

/** B2-2: the three tables are there with all of their rows, and no cell is blank. */
export const judgeTables = ({ report }: JudgedReport): Proposal => {
  const { tables, rows, blank } = gapsOf(report);
  const [lost, missing] = [named(tables), named(rows)];
  const reasons = {
    table: { zh: `缺少表${lost.zh}。`, en: `Missing tables: ${lost.en}.` },
    row: { zh: `缺少${missing.zh}行。`, en: `Missing rows: ${missing.en}.` },
    blank: { zh: `空白单元格 ${blank} 格。`, en: `${blank} cells are blank.` },
  };
  return deducted(
    [
      { item: 'table', count: tables.length, reason: reasons.table, reasons: [byText(reasons.table)] },
      { item: 'row-or-column', count: rows.length, reason: reasons.row, reasons: [byText(reasons.row)] },
      {
        item: 'blank-cells',
        count: Math.trunc(blank / BLANKS),
        reason: reasons.blank,
        reasons: [byText(reasons.blank)],
      },
    ],
    blank === 0
      ? { zh: '三张表行列完整，没有空白单元格。', en: 'The tables are complete, no cell is blank.' }
      : {
          zh: `三张表行列完整；空白单元格 ${blank} 格，不足 ${BLANKS} 格。`,
          en: `The tables are complete; ${blank} cells are blank, fewer than ${BLANKS}.`,
        },
  );
};

/** B3-1: the hard identities H1 to H5. */
export const judgeIdentities = ({ findings, format }: JudgedReport): Proposal => {
  const broken = of(findings, /^H[1-5]$/, 'fail');
  const open = of(findings, /^H[1-5]$/, 'undecidable');
  if (open.length > 0) return undecided(open, broken);
  const held = of(findings, /^H[1-5]$/, 'pass').length;
  return deducted(
    [
      {
        item: 'identity',
        count: broken.length,
        reason: inWords(broken, format),
        reasons: broken.map(byFinding),
      },
    ],
    { zh: `${held} 条硬性勾稽关系全部相符。`, en: `All ${held} hard identities hold.` },
  );
};

/** B3-2: carried over as last year carried on (once, however many columns), and the text as the tables say. */
export const judgeConsistency = ({ findings, format }: JudgedReport): Proposal => {
  const carried = of(findings, /^S1$/, 'fail');
  const told = of(findings, /^S2$/, 'fail');
  const open = of(findings, /^S[12]$/, 'undecidable');
  if (open.length > 0) return undecided(open, [...carried, ...told]);
  return deducted(
    [
      {
        item: 'carried-over',
        count: carried.length > 0 ? 1 : 0,
        reason: inWords(carried, format),
        reasons: carried.map(byFinding),
      },
      { item: 'text', count: told.length, reason: inWords(told, format), reasons: told.map(byFinding) },
    ],
    {
      zh: '上年结转与上一年度报告一致，正文数字与表格一致。',
      en: 'What is carried over is what last year carried on, and the text says what the tables say.',
    },
  );
};
