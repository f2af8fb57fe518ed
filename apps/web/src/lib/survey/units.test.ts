import { expect, it } from 'vitest';
import { groupUnits } from './units.ts';

const unit = (code: string, kind: 'county' | 'department', zh: string, en: string) => ({
  code,
  kind,
  name: { zh, en },
});
const units = [
  unit('D01', 'department', '市教育局', 'Education Bureau'),
  unit('C01', 'county', '天元区', 'Tianyuan District'),
  unit('C02', 'county', '芦淞区', 'Lusong District'),
];

const codes = (query: string) =>
  groupUnits(units, query).map(({ kind, units: found }) => [kind, found.map(({ code }) => code)]);

it('puts counties first and keeps their order', () => {
  expect(codes('')).toEqual([
    ['county', ['C01', 'C02']],
    ['department', ['D01']],
  ]);
});

it('finds by either name, by code and by several words, and leaves out empty groups', () => {
  expect(codes('教育')).toEqual([['department', ['D01']]]);
  expect(codes('district LU')).toEqual([['county', ['C02']]]);
  expect(codes('c01')).toEqual([['county', ['C01']]]);
  expect(codes('xyz')).toEqual([]);
});
