import type { MethodInput } from '@gongping/scoring';
import { scoreBundle, type ScoredBundle } from '../support/score-bundle.ts';

// Full marks are 20 + 20 + 10 + 30 + 20 = 100 for a county, and 10 + 30 + 20 + 40 = 100 for a department.
const indicators = [
  { code: 'A', parent: '' },
  { code: 'A1', parent: 'A' },
  { code: 'A11', parent: 'A1', marks_county: 20, marks_department: 10 },
  { code: 'A12', parent: 'A1', marks_county: 20, marks_department: 30 },
  { code: 'A2', parent: 'A' },
  { code: 'A21', parent: 'A2', marks_county: 10, marks_department: 20 },
  { code: 'B', parent: '' },
  { code: 'B1', parent: 'B' },
  { code: 'B11', parent: 'B1', marks_county: 30, applies_to: 'county' },
  { code: 'B12', parent: 'B1', marks_county: 20, marks_department: 40 },
  { code: 'E1', parent: '', marks: 2, role: 'bonus' },
  { code: 'E2', parent: '', marks: 2, role: 'bonus' },
  { code: 'P', parent: '', role: 'penalty' },
  { code: 'V', parent: '', role: 'veto' },
];

const NA = 'NA';
// A11, A12, A21, B11, B12, then bonus E1 and E2, penalty P, veto V; with social appraisal S, a unit's total is
// 0.8 × tree + 0.2 × S + bonus (3 at most) − penalty, and 100 at most.
const values: Record<string, readonly (number | typeof NA | '')[]> = {
  // Tree 90; 72 + 0.2 × 89.975 = 89.995, which prints as 90.00.
  C1: [18, 17, 9, 28, 18, '', '', '', 0],
  // Tree 90; 72 + 0.2 × 89.97 = 89.994, which prints as 89.99.
  C2: [18, 17, 9, 28, 18, '', '', '', 0],
  // Tree 89.995 and no appraisal: the tree has the whole weight. Ties with C1.
  C3: [18, 17, 9, 28, 17.995, '', '', '', 0],
  // Tree 100; 80 + 0.2 × 98 = 99.6; bonus 2 + 2 counts 3, less 1: 101.6, capped at 100.
  C4: [20, 20, 10, 30, 20, 2, 2, 1, 0],
  // Tree 80; 64 + 16 = 80; bonus 2 + 1 is just at its cap; less 3.5: 79.5.
  C5: [16, 16, 8, 24, 16, 2, 1, 3.5, 0],
  // Tree 95; 76 + 19 = 95, excellent but for the veto.
  C6: [19, 19, 9.5, 28.5, 19, '', '', '', 1],
  // 20 marks N/A, A1 just at the minimum coverage. S = 80.
  // total: tree 63 ÷ 80 = 78.75; 63 + 16 = 79.
  // siblings: A1 18 ÷ 20 = 90, A2 50, A (40 × 90 + 10 × 50) ÷ 50 = 82, B 80, tree 81; 64.8 + 16 = 80.8.
  C7: [18, NA, 5, 24, 16, '', '', '', 0],
  // Of B1's 50 marks 30 are N/A: 0.4 is below the minimum, so B has no score and A's 40 ÷ 50 = 80 is the tree's.
  // 64 + 0.2 × 90 = 82.
  C8: [18, 16, 6, NA, 20, '', '', '', 0],
  // A has 10 of 50 marks, B 20 of 50: neither has a score, so there is none to mix with S = 90.
  C9: [NA, NA, 10, NA, 20, 2, '', '', 0],
  // Tree 85, S = 75: 68 + 15 = 83.
  D1: [10, 27, 16, '', 32, '', '', '', 0],
  // 10 marks N/A. S = 80. total: tree 63 ÷ 90 = 70; 56 + 16 = 72.
  // siblings: A1 24 ÷ 30 = 80, A2 90, B 21 ÷ 40 = 52.5; (40 × 80 + 20 × 90 + 40 × 52.5) ÷ 100 = 71; 56.8 + 16 = 72.8.
  D2: [NA, 24, 18, '', 21, '', '', '', 0],
  // Tree 84, S = 79: 67.2 + 15.8 = 83, which binary addition leaves beside 83. Ties with D1.
  D3: [10, 27, 16, '', 31, '', '', '', 0],
};
const social = {
  C1: 89.975,
  C2: 89.97,
  C4: 98,
  C5: 80,
  C6: 95,
  C7: 80,
  C8: 90,
  C9: 90,
  D1: 75,
  D2: 80,
  D3: 79,
};

const method: MethodInput = {
  minimumCoverage: 0.5,
  components: [{ code: 'social', file: 'social.csv', weight: 0.2 }],
  bonusCap: 3,
  totalCap: 100,
  veto: { band: 'fail' },
  bands: [
    { code: 'excellent', name: '优秀', minimum: 90 },
    { code: 'good', name: '良好', minimum: 80 },
    { code: 'pass', name: '合格', minimum: 60 },
    { code: 'fail', name: '不合格', minimum: 0 },
  ],
};
const leaves = indicators.filter((each) => 'role' in each || /\d\d$/.test(each.code)).map(({ code }) => code);

/** Scores the bundle by the command line, N/A being shared out as asked. */
export const scoreHandWorked = (notApplicable: 'total' | 'siblings'): Promise<ScoredBundle> =>
  scoreBundle({
    units: Object.keys(values).map((code) => ({
      code,
      kind: code.startsWith('C') ? 'county' : 'department',
    })),
    indicators,
    scores: Object.entries(values).flatMap(([unit, cells]) =>
      cells.map((value, at) => ({ unit, indicator: leaves[at] ?? '', value })),
    ),
    method: { ...method, notApplicable },
    components: { 'social.csv': Object.entries(social).map(([unit, value]) => ({ unit, value })) },
  });
