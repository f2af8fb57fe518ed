import { expect, it } from 'vitest';
import type { RankedUnit } from '@gongping/contracts';
import { changesSince } from './changes.ts';
import type { OpenPoint } from '@gongping/contracts';
import { countByKind, groupByUnit, openPointPath, parseOpenKind } from './open-points.ts';

const name = { zh: '', en: '' };
const point = (kind: OpenPoint['kind'], unit: string, indicator: string): OpenPoint => ({
  kind,
  unit: { code: unit, name },
  indicator: { code: indicator, name },
});

it('counts open points by kind and groups them by unit', () => {
  const points = [
    point('unassigned', 'C01', 'D'),
    point('unscored', 'C01', 'A1-1'),
    point('unscored', 'C02', 'A1-1'),
  ];
  expect(countByKind(points)).toEqual({
    unscored: 2,
    'missing-reason': 0,
    'missing-evidence': 0,
    unassigned: 1,
  });
  expect(groupByUnit(points).map(({ unit, points: own }) => [unit.code, own.length])).toEqual([
    ['C01', 2],
    ['C02', 1],
  ]);
});

it('leads to the leaf, and to the assignments where nobody scores a family', () => {
  expect(openPointPath('2021', point('missing-evidence', 'C01', 'A1-2'))).toBe(
    '/work/assessments/2021/scoring/units/C01?leaf=A1-2',
  );
  expect(openPointPath('2021', point('unassigned', 'C01', 'D'))).toBe(
    '/work/assessments/2021/settings/assignments',
  );
});

it('reads the kind from the address and takes anything else for all', () => {
  expect(parseOpenKind('missing-reason')).toBe('missing-reason');
  expect(parseOpenKind('other')).toBeNull();
  expect(parseOpenKind(null)).toBeNull();
});

function unit(code: string, rank: number | null, total: number | null): RankedUnit {
  return {
    code,
    name,
    kind: 'county',
    rank,
    total,
    band: 'good',
    thirdParty: total,
    rawMarks: 0,
    applicableMarks: 100,
    social: null,
    socialReason: null,
    socialValid: 120,
    families: {},
    socialPoints: 0,
    bonus: 0,
    vetoes: [],
    unscored: 0,
    previous: null,
  };
}

it('takes for a change what would print differently, not what differs beyond two decimals', () => {
  const before = { units: [unit('C01', 1, 90.001), unit('C02', 2, 85), unit('C03', 3, 80)] };
  const after = {
    units: [unit('C01', 1, 90.002), unit('C03', 2, 85.5), unit('C02', 3, 85), unit('C04', 4, 1)],
  };
  const changes = changesSince(before, after);
  expect(changes.map(({ unit: { code }, before: old }) => [code, old?.rank ?? null])).toEqual([
    ['C03', 3],
    ['C02', 2],
    ['C04', null],
  ]);
});
