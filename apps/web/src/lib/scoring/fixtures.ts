import type { Score } from '@gongping/contracts';
import type { Leaf } from './judge.ts';

const label = { zh: '项', en: 'item' };

/** 5 marks by numerator ÷ denominator of at most 25; a dead link costs 0.25 of them. */
export const ratioLeaf: Leaf = {
  fullMarks: 5,
  rule: {
    method: 'ratio',
    numerator: label,
    denominator: label,
    denominatorRule: { kind: 'upTo', value: 25 },
    credits: [],
    deductions: [{ code: 'dead-link', label, share: 0.25, per: 'occurrence' }],
  },
};

export const deductLeaf: Leaf = {
  fullMarks: 4,
  rule: {
    method: 'deduct',
    items: [
      { code: 'late', label, share: 0.1, per: 'occurrence' },
      { code: 'no-list', label, share: 0.5, per: 'once' },
    ],
  },
};

export const gradedLeaf: Leaf = {
  fullMarks: 2,
  rule: {
    method: 'graded',
    levels: [
      { code: 'good', label, coefficient: 1 },
      { code: 'partial', label, coefficient: { minimum: 0.3, maximum: 0.7 } },
      { code: 'none', label, coefficient: 0 },
    ],
  },
};

export const checklistLeaf: Leaf = {
  fullMarks: 4,
  rule: {
    method: 'checklist',
    points: [
      { code: 'a', label, share: 0.6 },
      { code: 'b', label, share: 0.4 },
    ],
    zeroWhen: label,
  },
};

/** A leaf that was never touched, unless said otherwise. */
export function aScore(more: Partial<Score> = {}): Score {
  return {
    unitId: '01900000-0000-7000-8000-000000000001',
    indicator: 'A1-1',
    state: 'unscored',
    input: null,
    marks: null,
    fullMarks: '5',
    reason: '',
    revision: 0,
    updatedAt: null,
    updatedBy: null,
    missing: [],
    evidence: [],
    ...more,
  };
}
