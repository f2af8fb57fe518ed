import type { Ranking } from '@gongping/contracts';
import { describe, expect, it } from 'vitest';
import { method, rankedUnit } from './fixtures.ts';
import { filterUnits, readViewQuery, showsTable, toggled } from './view-query.ts';

const ranking: Ranking = {
  title: '',
  year: 2020,
  slug: '2020',
  basis: 'live',
  version: null,
  demonstration: false,
  families: [],
  method,
  units: [
    rankedUnit({ code: 'C01', name: { zh: '天元区', en: 'Tianyuan District' }, band: 'excellent' }),
    rankedUnit({ code: 'C02', name: { zh: '攸县', en: 'You County' }, band: 'good' }),
    ...['D01', 'D02', 'D03', 'D04', 'D05', 'D06'].map((code) => rankedUnit({ code, kind: 'department' })),
  ],
  leaves: [],
};
const read = (search: string) => readViewQuery(ranking, new URLSearchParams(search));

describe('readViewQuery', () => {
  it('shows the table of the counties where the address says nothing', () => {
    expect(read('')).toEqual({ kind: 'county', view: 'table', band: '', text: '', compare: [] });
  });

  it('reads what it knows and leaves the rest out', () => {
    const query = read('kind=department&view=compare&band=none&compare=D02,D01,D02,C01,X9');
    expect(query).toMatchObject({ kind: 'department', view: 'compare', band: '', compare: ['D02', 'D01'] });
    expect(read('kind=village&view=pie')).toMatchObject({ kind: 'county', view: 'table' });
  });

  it('takes units from a form too, at most five', () => {
    const compare = ['D01', 'D02', 'D03', 'D04', 'D05', 'D06'].map((code) => `compare=${code}`).join('&');
    expect(read(`kind=department&${compare}`).compare).toEqual(['D01', 'D02', 'D03', 'D04', 'D05']);
  });

  it('shows the only kind that there is', () => {
    const only = { ...ranking, units: ranking.units.slice(2) };
    expect(readViewQuery(only, new URLSearchParams('kind=county')).kind).toBe('department');
  });
});

it('adds and takes away units, never more than five', () => {
  expect(toggled(['C01'], 'C02')).toEqual(['C01', 'C02']);
  expect(toggled(['C01', 'C02'], 'C01')).toEqual(['C02']);
  expect(toggled(['1', '2', '3', '4', '5'], '6')).toEqual(['1', '2', '3', '4', '5']);
});

it('filters by band and by words of name and code', () => {
  const codes = (band: string, text: string) =>
    filterUnits(ranking.units, { band, text }).map(({ code }) => code);
  expect(codes('good', '')).toEqual(['C02']);
  expect(codes('', '天元')).toEqual(['C01']);
  expect(codes('', 'county you')).toEqual(['C02']);
  expect(codes('', 'd0')).toHaveLength(6);
});

it('knows before anything is read whether the table is shown', () => {
  for (const search of ['', 'view=table', 'view=heat', 'view=compare', 'view=nothing']) {
    expect(showsTable(new URLSearchParams(search)), search).toBe(read(search).view === 'table');
  }
});
