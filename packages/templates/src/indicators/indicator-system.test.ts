import type { RuleMethod } from '@gongping/scoring';
import { expect, test } from 'vitest';
import type { TemplateIndicator, UnitKind } from '../types.ts';
import { validateIndicatorSystem } from '../validation/indicator-system.ts';
import { indicatorSystem2020 } from './indicator-system.ts';

const { indicators, notice, parameters } = indicatorSystem2020;
const leaves = indicators.filter(({ rule }) => rule !== null);
const scored = leaves.filter(({ role }) => role === 'score');
const rule = (code: string) => leaves.find((leaf) => leaf.code === code)?.rule;
const marks = (of: readonly TemplateIndicator[], kind: UnitKind) =>
  of.reduce((sum, leaf) => sum + (leaf.marks[kind] ?? 0), 0);

test('the shipped indicator system has no problem', () => {
  expect(validateIndicatorSystem(indicatorSystem2020)).toEqual([]);
});

test('49 leaves are for counties and 29 for departments, 50 together', () => {
  expect(scored).toHaveLength(50);
  expect(scored.filter(({ marks: { county } }) => county !== null)).toHaveLength(49);
  expect(scored.filter(({ marks: { department } }) => department !== null)).toHaveLength(29);
});

test('families are worth 44, 14, 22, 20 for counties and 26, 24, 30, 20 for departments', () => {
  const families = ['A', 'B', 'C', 'D'].map((family) => scored.filter(({ code }) => code.startsWith(family)));
  expect(families.map((each) => marks(each, 'county'))).toEqual([44, 14, 22, 20]);
  expect(families.map((each) => marks(each, 'department'))).toEqual([26, 24, 30, 20]);
});

test('16 leaves are ratios, 16 graded, 13 checklists and 5 deductions; a bonus and 4 vetoes stand outside', () => {
  const count = (method: RuleMethod) => leaves.filter((leaf) => leaf.rule?.method === method).length;
  expect(count('ratio')).toBe(16);
  expect(count('graded')).toBe(16);
  expect(count('checklist')).toBe(13);
  expect(count('deduct')).toBe(5);
  expect(count('bonus')).toBe(1);
  expect(count('veto')).toBe(4);
});

test('a fixed denominator is the product of the sample sizes the rule names', () => {
  const size = (code: string) => Number(parameters.find((parameter) => parameter.code === code)?.value);
  const denominator = (code: string) => {
    const found = rule(code);
    return found?.method === 'ratio' && found.denominatorRule.kind !== 'counted'
      ? found.denominatorRule.value
      : undefined;
  };
  expect(denominator('A1-4')).toBe(size('A1-4.fields') * size('A1-4.items'));
  expect(denominator('A2-3')).toBe(size('A2-3.departments') + size('A2-3.townships'));
  expect(denominator('A3-1')).toBe(1 + size('A3-1.centres'));
  expect(denominator('A4-5')).toBe(size('A4-5.items') * 8);
  expect(denominator('C1-7')).toBe(size('C1-7.meetings'));
  expect(denominator('C2-4')).toBe(size('C2-4.messages') + size('C2-4.enquiries'));
});

test('the days of grace and the blank cells that a rule names are the figures that it is judged by', () => {
  const grace = parameters.find(({ code }) => code === 'B1-1.grace')?.value;
  const [onTime, tables] = [rule('B1-1'), rule('B2-2')];
  expect(onTime?.method === 'graded' ? onTime.levels.map(({ days }) => days) : null).toEqual([
    0,
    grace,
    undefined,
  ]);
  expect(tables?.method === 'deduct' ? tables.items.map(({ every }) => every) : null).toEqual([
    undefined,
    undefined,
    5,
  ]);
});

test('the percentages and coefficients of a rule in words are those of the typed rule', () => {
  for (const leaf of scored) {
    const typed = JSON.stringify(leaf.rule);
    const words = leaf.ruleText.replace('共40%(各10%)', '各10%');
    const percentages = [...words.matchAll(/(\d+)%/gu)].map(([, digits]) => Number(digits) / 100);
    const coefficients = [...words.matchAll(/[=计](0\.\d+)/gu)].map(([, digits]) => Number(digits));
    for (const figure of [...percentages, ...coefficients]) {
      expect(typed, `${leaf.code} ${figure}`).toMatch(new RegExp(`:${figure}[,}]`, 'u'));
    }
  }
});

test('a late reply sets the mystery request to 0, and its five points are worth 60 and four times 10 percent', () => {
  const reply = rule('A4-3');
  expect(reply).toMatchObject({ method: 'checklist', zeroWhen: { zh: '逾期未答复' } });
  expect(reply?.method === 'checklist' && reply.points.map(({ share }) => share)).toEqual([
    0.6, 0.1, 0.1, 0.1, 0.1,
  ]);
});

test('only the middle level of the response time is proportional', () => {
  const response = rule('C2-1');
  expect(response?.method === 'graded' && response.levels.map(({ coefficient }) => coefficient)).toEqual([
    1,
    { minimum: 0, maximum: 1 },
    0,
  ]);
});

test('the bonus adds up to 5, vetoes carry no marks and are off until switched on', () => {
  const bonus = leaves.filter(({ role }) => role === 'bonus');
  expect(
    bonus.map(({ code, enabledByDefault, marks: of }) => [code, of.county, of.department, enabledByDefault]),
  ).toEqual([['X-1', 5, 5, true]]);
  const vetoes = leaves.filter(({ role }) => role === 'veto');
  expect(vetoes.map(({ code, enabledByDefault }) => [code, enabledByDefault])).toEqual([
    ['V-1', false],
    ['V-2', false],
    ['V-3', false],
    ['V-4', false],
  ]);
});

test('every leaf of the 100 quotes one of its clauses', () => {
  for (const { clauses, code, quote } of scored) {
    const cited = notice.clauses.filter(({ number }) => clauses.includes(number));
    expect(
      cited.some(({ text }) => text.includes(quote)),
      code,
    ).toBe(true);
  }
});
