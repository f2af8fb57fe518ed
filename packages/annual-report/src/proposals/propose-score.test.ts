import { expect, test } from 'vitest';
import { checkReport } from '../check-report.ts';
import type { AnnualReport } from '../report.ts';
import { validReport } from '../valid-report.fixture.ts';
import type { Judge, JudgedItem, JudgedLevel, JudgedReport, JudgedRule, Proposal } from './proposal.ts';
import { proposeScore } from './propose-score.ts';

const level = (code: string, days: number | null, isRange = false) => ({ code, days, isRange });
const item = (code: string, more: Partial<JudgedItem> = {}): JudgedItem => ({
  code,
  label: { zh: code, en: code },
  per: 'occurrence',
  every: 1,
  ...more,
});
const graded = (...levels: JudgedLevel[]): JudgedRule => ({ method: 'graded', levels, items: [] });
const deduct = (...items: JudgedItem[]): JudgedRule => ({ method: 'deduct', levels: [], items });
/** As the template has them. */
const rules = {
  onTime: graded(level('in-time', 0), level('late', 10), level('none', null)),
  sections: deduct(item('section'), item('heading'), item('prompt')),
  tables: deduct(item('table'), item('row-or-column'), item('blank-cells', { every: 5 })),
  identities: deduct(item('identity')),
  consistency: deduct(item('carried-over', { per: 'once' }), item('text')),
} satisfies Record<string, JudgedRule>;
type RuleName = keyof typeof rules;
const whole = validReport('v2019', { sections: ['1', '2', '3', '4', '5', '6'] });
const filed = (report: AnnualReport = whole, more: Partial<JudgedReport> = {}): JudgedReport => ({
  report,
  findings: checkReport(report),
  publishedOn: '2020-03-31',
  due: '2020-03-31',
  format: String,
  ...more,
});
const proposed = (judge: Judge, rule: RuleName, report: JudgedReport | null) =>
  proposeScore(judge, rules[rule], report);
const entered = ({ input }: Proposal) =>
  input?.method === 'deduct' ? input.deductions.map(({ item: code, count }) => [code, count]) : null;
const counts = (judge: Judge, rule: RuleName, report: JudgedReport) => entered(proposed(judge, rule, report));

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

test('headings that are not the form’s cost each, and those of a report that was not read are to be looked at', () => {
  const place = { zh: '第 9 段', en: 'paragraph 9' };
  const headings = [
    { section: '1', ordinal: '1', text: '一、概述', place },
    { section: '3', ordinal: '3', text: '三、收到和处理政府信息公开申请情况', place },
    { section: '2', ordinal: '2', text: '二、主动公开政府信息情况', place },
  ] as const;
  const proposal = proposed('report-sections', 'sections', filed({ ...whole, headings }));
  expect(entered(proposal)).toEqual([['heading', 2]]);
  expect(proposal.sentence.zh).toContain('第 9 段的标题“一、概述”与格式不符，应为“一、总体情况”。');
  expect(proposed('report-sections', 'sections', filed()).sentence.zh).toContain('请核对原文');
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
  const rule: JudgedRule = { method: 'checklist', levels: [], items: [] };
  const { state, input, reasons } = proposeScore('report-accountability', rule, filed({ ...whole, text }));
  expect([state, input]).toEqual(['hint', null]);
  expect(reasons.map((reason) => reason.text?.zh)).toEqual([
    '工作考核：正文没有提到。',
    expect.stringContaining('开展社会评议，满意率98%'),
    '责任追究：正文没有提到。',
  ]);
});

test('a unit that has filed nothing has no proposal', () => {
  expect(proposed('report-on-time', 'onTime', null).state).toBe('waiting');
});

test('levels are told by the days that the leaf gives them, however many there are and whatever their codes', () => {
  const rule = graded(level('A', 0), level('B', 5), level('C', 20), level('D', null));
  const chosen = (publishedOn: string) => {
    const { input } = proposeScore('report-on-time', rule, filed(whole, { publishedOn }));
    return input?.method === 'graded' ? input.level : null;
  };
  // 31 March is the last day: 5, 6, 20 and 21 days later.
  expect(['2020-04-05', '2020-04-06', '2020-04-20', '2020-04-21'].map(chosen)).toEqual(['B', 'C', 'C', 'D']);
});

test('deductions are counted as the leaf counts them: once, or for every so many', () => {
  const table3 = { ...whole.table3, 'R3.7': [768, 0, 0, 0, 0, 0, 767] };
  const broken = filed({ ...whole, table3 });
  const by = (more: Partial<JudgedItem>) =>
    entered(proposeScore('report-identities', deduct(item('identity', more)), broken));
  // Three identities are broken.
  expect(by({ per: 'once' })).toEqual([['identity', 1]]);
  expect(by({ every: 2 })).toEqual([['identity', 1]]);
  expect(by({ every: 4 })).toEqual([]);
  const few = { ...whole.table3, R2: [null, null, null, null, 0, 0, 18] };
  const rule = deduct(item('table'), item('row-or-column'), item('blank-cells', { every: 2 }));
  expect(entered(proposeScore('report-tables', rule, filed({ ...whole, table3: few })))).toEqual([
    ['blank-cells', 2],
  ]);
});

test('what an organiser has added to the rule is named as not looked at', () => {
  const rule = deduct(item('identity'), item('late', { label: { zh: '更正不及时', en: 'Corrected late' } }));
  const { state, sentence } = proposeScore('report-identities', rule, filed());
  expect(state).toBe('ready');
  expect(sentence.zh).toBe('41 条硬性勾稽关系全部相符。“更正不及时”不由系统校验，请自行核对。');
});

test.each<[string, Judge, JudgedRule, string]>([
  ['another method', 'report-identities', graded(level('good', null)), '计分方法'],
  ['deductions that are gone', 'report-sections', deduct(item('section')), 'heading、prompt'],
  ['levels without days', 'report-on-time', graded(level('a', null), level('b', null)), '多少日之内'],
  ['no level for what is later', 'report-on-time', graded(level('a', 0), level('b', 10)), '多少日之内'],
  [
    'two levels for the same days',
    'report-on-time',
    graded(level('a', 5), level('b', 5), level('c', null)),
    '多少日',
  ],
  ['a range', 'report-on-time', graded(level('a', 0), level('b', null, true)), '系数区间'],
])(
  'a rule that has no place for what is found proposes nothing and says why: %s',
  (_name, judge, rule, why) => {
    const { state, input, sentence } = proposeScore(judge, rule, filed());
    expect([state, input]).toEqual(['none', null]);
    expect(sentence.zh).toContain(why);
  },
);
