import { describe, expect, it } from 'vitest';
import { method, rankedUnit } from './fixtures.ts';
import { leafLists, lostPoints, type LeafResult } from './lost-points.ts';

const leaf = (over: Partial<LeafResult>): LeafResult => ({
  code: 'A1',
  name: { zh: '', en: '' },
  family: 'A',
  role: 'score',
  fullMarks: 4,
  state: 'scored',
  marks: 4,
  lost: 0,
  lostPoints: 0,
  reason: '',
  evidence: [],
  ruleText: '',
  clauses: [],
  quote: '',
  ...over,
});

describe('lostPoints', () => {
  it('rescales to what is applicable and takes the weight of the third party', () => {
    const unit = rankedUnit({ code: 'C01', applicableMarks: 80, social: 85 });
    expect(lostPoints({ lost: 2, lostPoints: 2 }, unit, method)).toEqual({
      lost: 2,
      applicable: 80,
      weight: 0.8,
      points: 2,
    });
  });

  it('has the whole weight where the appraisal is not counted', () => {
    const unit = rankedUnit({ code: 'C01', applicableMarks: 50 });
    expect(lostPoints({ lost: 1, lostPoints: 2 }, unit, method)).toMatchObject({ weight: 1, points: 2 });
  });

  it('is none where the formula does not come to the computed points, or nothing is applicable', () => {
    const unit = rankedUnit({ code: 'C01' });
    expect(lostPoints({ lost: 2, lostPoints: 2.5 }, unit, method)).toBeNull();
    expect(lostPoints({ lost: 0, lostPoints: 0 }, { ...unit, applicableMarks: 0 }, method)).toBeNull();
  });
});

it('sorts leaves into what a page tells of them', () => {
  const lists = leafLists([
    leaf({ code: 'A1', lost: 1, lostPoints: 0.8 }),
    leaf({ code: 'A2', lost: 2, lostPoints: 1.6 }),
    leaf({ code: 'A3', state: 'not_applicable', marks: null }),
    leaf({ code: 'A4', state: 'unscored', marks: null }),
    leaf({ code: 'E1', role: 'bonus', marks: 2 }),
    leaf({ code: 'E2', role: 'bonus', marks: 0 }),
    leaf({ code: 'V1', role: 'veto', marks: 1 }),
    leaf({ code: 'V2', role: 'veto', marks: 0 }),
    leaf({ code: 'V3', role: 'veto', state: 'unscored', marks: null }),
  ]);
  const codes = Object.fromEntries(
    Object.entries(lists).map(([name, leaves]) => [name, leaves.map(({ code }: LeafResult) => code)]),
  );
  expect(codes).toEqual({
    deductions: ['A2', 'A1'],
    notApplicable: ['A3'],
    unscored: ['A4'],
    bonuses: ['E1'],
    vetoes: ['V1'],
  });
});
