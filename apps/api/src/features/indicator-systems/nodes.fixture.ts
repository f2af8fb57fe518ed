import type { NodeContent } from './system-content.ts';

/** A node of a small tree: a leaf where marks are given. */
export function node(code: string, parentCode: string | null, marks: string | null = null): NodeContent {
  return {
    code,
    parentCode,
    level: 1,
    name: { zh: `指标 ${code}`, en: `Indicator ${code}` },
    role: 'score',
    unitKinds: ['county'],
    countyMarks: marks,
    departmentMarks: null,
    rule: marks === null ? null : { method: 'deduct', items: [] },
    ruleText: '',
    evidenceWanted: '',
    naCondition: null,
    clauses: [],
    quote: '',
    legalBasis: null,
    judge: null,
  };
}

/** A ( A1 ( A1-1 60, A1-2 30 ), A2 ( A2-1 10 ) ). */
export const smallTree: readonly NodeContent[] = [
  node('A', null),
  node('A1', 'A'),
  node('A1-1', 'A1', '60'),
  node('A1-2', 'A1', '30'),
  node('A2', 'A'),
  node('A2-1', 'A2', '10'),
];
