import type { SheetList } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { inOrderOfWork, nextSheet, sheetTotals } from './sheets.ts';

type Sheet = SheetList['sheets'][number];

const sheet = (code: string, scored: number, more: Partial<Sheet> = {}): Sheet => ({
  unit: {
    id: code,
    code,
    name: { zh: code, en: code },
    kind: 'county',
    category: '',
    clauses: [],
    filesAnnualReport: true,
    retired: false,
  },
  leaves: 10,
  scored,
  notApplicable: 0,
  incomplete: 0,
  writable: true,
  evaluators: [],
  ...more,
});

const codes = (sheets: readonly Sheet[]) => sheets.map(({ unit }) => unit.code);

it('puts what is begun before what is not, and what is done last', () => {
  const sheets = [sheet('C1', 10), sheet('C2', 0), sheet('C3', 4), sheet('C4', 10, { incomplete: 1 })];
  expect(codes(inOrderOfWork(sheets))).toEqual(['C3', 'C2', 'C4', 'C1']);
  expect(nextSheet(sheets)?.unit.code).toBe('C3');
});

it('goes on to complete, and knows when nothing is left or may be written', () => {
  expect(nextSheet([sheet('C1', 10), sheet('C4', 10, { incomplete: 1 })])?.unit.code).toBe('C4');
  expect(nextSheet([sheet('C1', 10)])).toBeNull();
  expect(nextSheet([sheet('C1', 3, { writable: false })])).toBeNull();
});

it('adds up', () => {
  expect(sheetTotals([sheet('C1', 3, { notApplicable: 1 }), sheet('C2', 2, { incomplete: 2 })])).toEqual({
    units: 2,
    leaves: 20,
    done: 6,
    incomplete: 2,
  });
});
