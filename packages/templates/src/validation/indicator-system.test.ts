import { expect, test } from 'vitest';
import { indicatorSystem2020 } from '../indicators/indicator-system.ts';
import { graded, level } from '../indicators/rules.ts';
import { text } from '../text.ts';
import type { IndicatorSystemTemplate, TemplateIndicator } from '../types.ts';
import { validateIndicatorSystem } from './indicator-system.ts';

/** Codes of the problems, with where they are, after one node is changed. */
function problemsWith(code: string, change: Partial<TemplateIndicator>): readonly string[] {
  const indicators = indicatorSystem2020.indicators.map((node) =>
    node.code === code ? { ...node, ...change } : node,
  );
  return problemsOf({ ...indicatorSystem2020, indicators });
}

function problemsOf(system: IndicatorSystemTemplate): readonly string[] {
  return validateIndicatorSystem(system).map((each) => `${each.code} ${each.where}`);
}

test('marks that do not add up are a problem of the kind and of the family', () => {
  expect(problemsWith('A1-1', { marks: { county: 6, department: null } })).toEqual([
    'marks.total zhuzhou-2020',
    'marks.family A',
  ]);
});

test('marks moved from one family to another are a problem of both though the sum is 100', () => {
  const moved = indicatorSystem2020.indicators.map((node) => {
    if (node.code === 'A1-1') return { ...node, marks: { county: 4, department: null } };
    return node.code === 'D1-1' ? { ...node, marks: { county: 3, department: null } } : node;
  });
  expect(problemsOf({ ...indicatorSystem2020, indicators: moved })).toEqual([
    'marks.family A',
    'marks.family D',
  ]);
});

test.each([
  ['negative marks', 'A1-3', { marks: { county: -2, department: null } }],
  ['marks for no kind', 'A1-3', { marks: { county: null, department: null } }],
  ['marks for a kind it is not for', 'A1-3', { unitKinds: ['county', 'department'] }],
  ['marks on an inner node', 'A1', { marks: { county: 15, department: null } }],
  ['marks on a veto', 'V-1', { marks: { county: 1, department: 0 } }],
] as const)('%s are a problem', (_, code, change) => {
  expect(problemsWith(code, change)).toContain(`marks.wrong ${code}`);
});

test('a code used twice is a problem', () => {
  expect(problemsWith('X-1', { code: 'V-1' })).toContain('code.duplicate V-1');
});

test('a parent that does not exist is a problem', () => {
  expect(problemsWith('X-1', { parent: 'Y' })).toContain('parent.unknown X-1');
});

test('a parent of another role is a problem', () => {
  expect(problemsWith('X-1', { parent: 'V' })).toContain('parent.unknown X-1');
});

test('a level that is not one below its parent is a problem', () => {
  expect(problemsWith('X-1', { level: 3 })).toEqual(['level.wrong X-1']);
  expect(problemsWith('X-1', { parent: null })).toContain('level.wrong X-1');
});

test('a quote that its clause does not say word for word is a problem', () => {
  expect(problemsWith('A2-1', { quote: '打造统一规范的信息公开专栏' })).toEqual(['quote.unmatched A2-1']);
  expect(problemsWith('A2-1', { clauses: [17] })).toEqual(['quote.unmatched A2-1']);
  expect(problemsWith('A2-1', { quote: '' })).toEqual(['quote.unmatched A2-1']);
});

test('a leaf of the 100 must name a clause that exists', () => {
  expect(problemsWith('A2-1', { clauses: [16, 20] })).toEqual(['clause.unknown A2-1']);
  expect(problemsWith('A2-1', { clauses: [0, 16] })).toEqual(['clause.unknown A2-1']);
  expect(problemsWith('A2-1', { clauses: [], quote: '' })).toEqual(['clause.unknown A2-1']);
});

test('a leaf without a rule, or without its words, is a problem', () => {
  expect(problemsWith('X-1', { rule: null })).toContain('rule.missing X-1');
  expect(problemsWith('X-1', { ruleText: '' })).toEqual(['rule.missing X-1']);
});

test('a rule that cannot be evaluated, or not in its place, is a problem', () => {
  const rising = graded([level('low', 0, text('无', 'None')), level('high', 1, text('有', 'Some'))]);
  expect(problemsWith('A1-3', { rule: rising })).toEqual(['rule.wrong A1-3']);
  expect(problemsWith('A1-3', { rule: { method: 'veto' } })).toEqual(['rule.wrong A1-3']);
  expect(problemsWith('A1', { rule: { method: 'bonus' } })).toContain('rule.wrong A1');
});

test('a label that lacks a language is a problem, in names and in rules', () => {
  expect(problemsWith('A1', { name: text('目录', ' ') })).toEqual(['label.empty A1']);
  const unnamed = graded([level('yes', 1, text('', 'Yes')), level('no', 0, text('无', 'No'))]);
  expect(problemsWith('A1-3', { rule: unnamed })).toEqual(['label.empty A1-3']);
  expect(problemsWith('A1-3', { evidenceWanted: '' })).toEqual(['label.empty A1-3']);
});

test('a parameter of an unknown leaf or without a sensible value is a problem', () => {
  const [first, ...rest] = indicatorSystem2020.parameters;
  const withFirst = (change: object) =>
    problemsOf({ ...indicatorSystem2020, parameters: [{ ...first, ...change }, ...rest] });
  expect(withFirst({ indicator: 'A1' })).toEqual(['parameter.wrong A1-2.fields']);
  expect(withFirst({ value: 0 })).toEqual(['parameter.wrong A1-2.fields']);
  expect(withFirst({ unit: 'date', value: '2020-13-01' })).toEqual(['parameter.wrong A1-2.fields']);
  expect(withFirst({ code: 'A1-2.entries' })).toEqual(['code.duplicate A1-2.entries']);
});

test('a notice with a clause left out is a problem', () => {
  const { notice } = indicatorSystem2020;
  const shortened = { ...notice, clauses: notice.clauses.slice(0, 18) };
  const gap = { ...notice, clauses: notice.clauses.filter(({ number }) => number !== 15) };
  expect(problemsOf({ ...indicatorSystem2020, notice: shortened })).toContain('clause.unknown B4-1');
  expect(problemsOf({ ...indicatorSystem2020, notice: gap })).toContain(
    `notice.wrong ${notice.documentNumber}`,
  );
});
