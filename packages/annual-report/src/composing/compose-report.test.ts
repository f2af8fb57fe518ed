import { describe, expect, it } from 'vitest';
import { checkReport } from '../check-report.ts';
import { validReport } from '../valid-report.fixture.ts';
import { boundKeys, composeReport, composeText } from './compose-report.ts';
import { readyTexts } from './ready-texts.ts';
import { sumReports } from './sum-reports.ts';
import { tableFigure, tableFigureLabel, usualTableFigures } from './table-figures.ts';

const report = validReport('v2021');

describe('figures of the tables', () => {
  // Of the published report: refused 13 + 30 + 11 + 51 + 104 + 85 + 286 + 150 = 730.
  it.each([
    ['table3 R1 total', 14069],
    ['table3 R1+R2 total', 14629],
    ['table3 R3.3 total', 730],
    ['table3 R1 1', 14069],
    ['table4 review total', 10],
    ['table4 lawsuitDirect+lawsuitAfterReview total', 7],
    ['table4 review 1', 3],
    ['table2 fees 1', 0],
    ['table3 R9 total', null],
    ['table3 R1 8', null],
    ['table2 fees 2', null],
    ['group county average', null],
  ])('%s is %s', (key, value) => {
    expect(tableFigure(report, key)).toBe(value);
  });

  it('are null where a cell is blank', () => {
    const blank = { ...report, table3: { ...report.table3, R2: [0, 0, 0, 0, 0, 0, null] } };
    expect(tableFigure(blank, 'table3 R1+R2 total')).toBeNull();
  });

  it.each(['v2019', 'v2021'] as const)('that are usual are all there in %s, and have names', (form) => {
    const valid = validReport(form);
    for (const key of usualTableFigures(form)) {
      expect(tableFigure(valid, key), key).not.toBeNull();
      expect(tableFigureLabel(form, key)?.zh, key).not.toMatch(/undefined|R3/);
    }
    expect(tableFigureLabel(form, 'table3 R3.3 total')).toEqual({
      zh: '收到和处理政府信息公开申请情况：（三）不予公开，总计',
      en: 'Requests received and handled: (3) refused, total',
    });
  });
});

describe('a report with figures in its text', () => {
  const text = {
    1: '本年度新收政府信息公开申请{{table3 R1 total}}件，平均{{group county average}}分。\n{{table county}}{{chart county}}',
    3: '{{chart requests}}',
    5: '解读还不够。',
    6: '无。',
  };
  const bindings = {
    'group county average': { value: '85.50', source: { slug: '2022', version: 1, sha256: 'a' } },
  };
  const composed = composeReport({ ...report, text }, bindings);

  it('says what is bound, and what its tables say as they are now', () => {
    expect(composed.text[1]).toBe('本年度新收政府信息公开申请14069件，平均85.50分。');
    expect(composed.text[3]).toBe('');
    const typed = { ...report, text, table3: { ...report.table3, R1: [7, 0, 0, 0, 0, 0, 7] } };
    expect(composeText(typed, bindings, '1')).toContain('申请7件');
    expect(checkReport(composed).filter(({ status }) => status === 'fail')).toEqual([]);
  });

  it('names the figures that published results are needed for', () => {
    expect(boundKeys(text)).toEqual(['group county average', 'table county', 'chart county']);
  });
});

describe('sums over departments', () => {
  it('add up cell by cell, money exactly; a blank in one report leaves the sum blank', () => {
    const of = (fees: number | null, rules: number) => ({
      ...report,
      table2: { ...report.table2, fees: [fees], normativeDocuments: [rules, 0, 0] },
    });
    const { rows, blanks } = sumReports('v2021', 'table2', [of(0.1, 2), of(0.2, 3)]);
    expect(rows['fees']).toEqual([0.3]);
    expect(rows['normativeDocuments']).toEqual([5, 0, 0]);
    expect(blanks).toBe(0);
    const blank = sumReports('v2021', 'table2', [of(null, 2), of(0.2, 3)]);
    expect(blank.rows['fees']).toEqual([null]);
    expect(blank.blanks).toBe(1);
  });

  it('keep what holds in each report', () => {
    const { rows } = sumReports('v2021', 'table3', [report, report, report]);
    expect(rows['R1']?.[6]).toBe(3 * 14069);
    const sum = { ...report, table3: rows };
    const hard = checkReport(sum).filter(({ check, status }) => check.startsWith('H') && status === 'fail');
    expect(hard).toEqual([]);
  });
});

it('a ready text is no report until somebody has written what each of its parts asks for', () => {
  const outlined = { ...report, text: { ...report.text, 1: readyTexts[1] ?? '' } };
  const left = checkReport(outlined).filter(({ code }) => code === 'prompt-left');
  expect(left.map(({ check, status }) => `${check} ${status}`)).toEqual(Array(4).fill('S3 fail'));
});
