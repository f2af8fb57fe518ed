import { expect, test } from 'vitest';
import { checkReport } from '../check-report.ts';
import type { AnnualReport } from '../report.ts';
import { validReport } from '../valid-report.fixture.ts';
import type { Judge, JudgedReport, JudgedRule } from './proposal.ts';
import { proposeScore } from './propose-score.ts';

const rules: Readonly<Record<string, JudgedRule>> = {
  onTime: { method: 'graded', codes: ['in-time', 'late', 'none'] },
  sections: { method: 'deduct', codes: ['section', 'heading', 'prompt'] },
  tables: { method: 'deduct', codes: ['table', 'row-or-column', 'blank-cells'] },
  identities: { method: 'deduct', codes: ['identity'] },
  consistency: { method: 'deduct', codes: ['carried-over', 'text'] },
};
const whole = validReport('v2019', { sections: ['1', '2', '3', '4', '5', '6'] });
const filed = (report: AnnualReport = whole, more: Partial<JudgedReport> = {}): JudgedReport => ({
  report,
  findings: checkReport(report),
  publishedOn: '2020-03-31',
  due: '2020-03-31',
  format: String,
  ...more,
});
const proposed = (judge: Judge, rule: string, report: JudgedReport | null) =>
  proposeScore(judge, rules[rule] ?? { method: '', codes: [] }, report);
const counts = (judge: Judge, rule: string, report: JudgedReport) => {
  const { input } = proposed(judge, rule, report);
  return input?.method === 'deduct' ? input.deductions.map(({ item, count }) => [item, count]) : null;
};

test('on time: the last day counts whole, ten days later is late, eleven is too late', () => {
  const level = (publishedOn: string) => {
    const { input } = proposed('report-on-time', 'onTime', filed(whole, { publishedOn }));
    return input?.method === 'graded' ? input.level : null;
  };
  expect(level('2020-03-31')).toBe('in-time');
  expect(level('2020-04-01')).toBe('late');
  expect(level('2020-04-10')).toBe('late');
  expect(level('2020-04-11')).toBe('none');
  const { state, input } = proposed('report-on-time', 'onTime', filed(whole, { publishedOn: null }));
  expect([state, input]).toEqual(['waiting', null]);
});

test('a clean report has all marks, with the reason', () => {
  for (const [judge, rule] of [
    ['report-sections', 'sections'],
    ['report-tables', 'tables'],
    ['report-identities', 'identities'],
    ['report-consistency', 'consistency'],
  ] as const) {
    const proposal = proposed(judge, rule, filed());
    expect([judge, proposal.state, counts(judge, rule, filed())]).toEqual([judge, 'ready', []]);
    expect(proposal.reasons).toHaveLength(1);
  }
  // 7 + 7 + 23 + 3 equations and the row of regulations.
  expect(proposed('report-identities', 'identities', filed()).sentence.zh).toBe(
    '41 条硬性勾稽关系全部相符。',
  );
});

test('every hard identity that is broken costs once', () => {
  // One more in the total of natural persons: H1 and H2 of the column, H3 of the row.
  const table3 = { ...whole.table3, 'R3.7': [768, 0, 0, 0, 0, 0, 767] };
  const report = filed({ ...whole, table3 });
  expect(counts('report-identities', 'identities', report)).toEqual([['identity', 3]]);
  const { reasons, sentence } = proposed('report-identities', 'identities', report);
  expect(reasons.map(({ finding }) => finding?.check)).toEqual(['H1', 'H2', 'H3']);
  expect(sentence.zh).toContain('表三“自然人”列');
});

test('what a blank cell leaves undecided is no pass: nothing is proposed', () => {
  const table3 = { ...whole.table3, R4: [null, 0, 0, 0, 0, 0, 72] };
  const proposal = proposed('report-identities', 'identities', filed({ ...whole, table3 }));
  expect([proposal.state, proposal.input]).toEqual(['waiting', null]);
  // H1 of the column, H3 of the row.
  expect(proposal.sentence.zh).toContain('有 2 处不可判定');
});

test('tables: one that is missing, rows that are missing, and every five blank cells', () => {
  const { R1: _new, 'R3.2': _part, ...others } = whole.table3;
  // 6 blank cells: once, and one that is left over.
  const table3 = { ...others, R2: [null, null, null, null, null, null, 18] };
  const report = filed({ ...whole, table3, table4: {} });
  expect(counts('report-tables', 'tables', report)).toEqual([
    ['table', 1],
    ['row-or-column', 2],
    ['blank-cells', 1],
  ]);
  const few = { ...whole.table3, R2: [null, null, null, null, 0, 0, 18] };
  const { sentence } = proposed('report-tables', 'tables', filed({ ...whole, table3: few }));
  expect(sentence.zh).toBe('三张表行列完整；空白单元格 4 格，不足 5 格。');
});

test('sections that are missing and prompts that were left', () => {
  const sections = whole.sections?.filter((number) => number !== '6');
  const text = { 1: '2019年，请根据实际情况填写。', 5: '解读还不够。' };
  const report = filed({ ...whole, sections, text });
  expect(counts('report-sections', 'sections', report)).toEqual([
    ['section', 1],
    ['prompt', 1],
  ]);
});

test('carried over costs once however many columns differ, the text for every figure', () => {
  const text = { 1: '2020年，全年新收政府信息公开申请900件，行政复议12件。', 5: '解读还不够。', 6: '无。' };
  const report: AnnualReport = { ...whole, year: 2020, text };
  // Last year carried 72 on, this year has 18 carried over: in two columns.
  const findings = checkReport(report, { previous: whole });
  const judged = filed(report, { findings });
  expect(counts('report-consistency', 'consistency', judged)).toEqual([
    ['carried-over', 1],
    ['text', 2],
  ]);
  // Without last year's report nobody knows.
  const alone = proposed('report-consistency', 'consistency', filed(report));
  expect(alone.state).toBe('waiting');
});

test('words on assessment, appraisal and accountability are pointed to, not judged', () => {
  const text = { 1: '2019年开展社会评议，满意率98%。', 5: '解读还不够。', 6: '无。' };
  const rule = { method: 'checklist', codes: ['appraisal', 'social', 'accountability'] };
  const { state, input, reasons } = proposeScore('report-accountability', rule, filed({ ...whole, text }));
  expect([state, input]).toEqual(['hint', null]);
  expect(reasons.map((reason) => reason.text?.zh)).toEqual([
    '工作考核：正文没有提到。',
    expect.stringContaining('开展社会评议，满意率98%'),
    '责任追究：正文没有提到。',
  ]);
});

test('a leaf of another rule, and a unit that has filed nothing, have no proposal', () => {
  const other = proposeScore('report-identities', { method: 'graded', codes: ['good'] }, filed());
  expect([other.state, other.input]).toEqual(['none', null]);
  expect(proposed('report-on-time', 'onTime', null).state).toBe('waiting');
});
