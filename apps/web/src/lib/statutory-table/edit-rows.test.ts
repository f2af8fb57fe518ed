import { describe, expect, it } from 'vitest';
import { addRows, blanksIn, fillTotals, fillZeros } from './edit-rows.ts';
import { filledText, rowsFrom } from './grid.ts';

const requests = { form: 'v2021', table: 'table3' } as const;
const disclosure = { form: 'v2021', table: 'table2' } as const;

describe('totals', () => {
  it('follow where they are blank, and stay where somebody typed them', () => {
    const zeros = fillZeros(requests, { R1: [0, 0, 0, 0, 0, 0, 9] });
    const blank = {
      ...zeros,
      'R3.1': [1, 2, 0, 0, 0, 0, null],
      'R3.7': [null, null, null, null, null, null, null],
    };
    const filled = fillTotals(requests, blank);
    expect(filled['R3.1']).toEqual([1, 2, 0, 0, 0, 0, 3]);
    expect(filled['R3.7']).toEqual([1, 2, 0, 0, 0, 0, 3]);
    expect(filled['R1']?.[6]).toBe(9);
  });

  it('are not made of blanks', () => {
    expect(fillTotals(requests, { R1: [1, null, 0, 0, 0, 0, null] })['R1']?.[6]).toBeNull();
  });

  it('leave alone what somebody typed that is no number', () => {
    const text = { licences: ['约12'], fees: ['1.5'], rules: ['', '3', ''] };
    const rows = fillZeros(disclosure, rowsFrom('v2021', 'table2', text));
    expect(filledText(disclosure, text, rows)).toMatchObject({
      licences: ['约12'],
      fees: ['1.5'],
      rules: ['0', '3', '0'],
      penalties: ['0'],
    });
  });

  it('count what is blank', () => {
    expect(blanksIn(disclosure, {})).toBe(10);
    expect(blanksIn(disclosure, fillZeros(disclosure, {}))).toBe(0);
  });
});

it('adds a table to another, money exactly, a blank cell being none', () => {
  const sum = addRows(
    disclosure,
    { fees: [0.1], rules: [1, null, null] },
    { fees: [0.2], rules: [2, 3, null] },
  );
  expect(sum['fees']).toEqual([0.3]);
  expect(sum['rules']).toEqual([3, 3, null]);
});
