import type { AssignmentMatrix } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { changedCells, fillNumbers, hasUnassigned, matrixRows, mixed } from './matrix.ts';

const name = { zh: 'N', en: 'N' };
const unit = (id: string) => ({ id, code: id, name, kind: 'county' as const });
const cell = (unitId: string, family: string, evaluatorId: string | null) => ({
  unitId,
  family,
  slot: 1 as const,
  evaluatorId,
  leaves: 3,
});

const matrix: AssignmentMatrix = {
  evaluators: [{ id: 'e1', displayName: 'E1', homeUnitId: null, cells: 2, leaves: 6 }],
  families: ['A', 'B'].map((code) => ({ code, name })),
  units: [unit('u1'), unit('u2'), unit('u3')],
  cells: [
    cell('u1', 'A', 'e1'),
    cell('u1', 'B', 'e1'),
    cell('u2', 'A', 'e1'),
    cell('u2', 'B', null),
    cell('u3', 'A', null),
  ],
  conflicts: [],
  unassigned: 2,
};

it('knows who has a whole row, and where something is open or does not apply', () => {
  const rows = matrixRows(matrix);
  expect(rows.map(({ evaluatorId }) => evaluatorId)).toEqual(['e1', null, '']);
  expect(rows.map(hasUnassigned)).toEqual([false, true, true]);
  expect(rows[2]?.cells[1]).toBeNull();
});

it('sends only what differs, rows as a whole, shared rows not at all', () => {
  const form = new FormData();
  form.set('cell.u1.A', '');
  form.set('cell.u1.B', 'e1');
  form.set('row.u2', mixed);
  form.set('row.u3', 'e1');
  expect(changedCells(matrix, form)).toEqual([
    { unitId: 'u1', family: 'A', slot: 1, evaluatorId: null },
    { unitId: 'u3', family: 'A', slot: 1, evaluatorId: 'e1' },
  ]);
});

it('says in numbers what filling would do', () => {
  expect(fillNumbers(matrix)).toEqual({
    evaluators: 1,
    empty: { cells: 2, leaves: 6 },
    all: { cells: 5, leaves: 15, assigned: 3 },
  });
});

it('keeps two raters of a cell apart', () => {
  const second = { ...cell('u1', 'A', 'e2'), slot: 2 as const };
  const twice = { ...matrix, cells: [...matrix.cells, second] };
  expect(matrixRows(twice)[0]).toMatchObject({ evaluatorId: 'e1', secondId: 'e2' });
  expect(matrixRows(matrix)[0]?.second).toEqual([]);
  const form = new FormData();
  form.set('row.u1', 'e1');
  form.set('row.u1.2', '');
  expect(changedCells(twice, form)).toEqual([{ unitId: 'u1', family: 'A', slot: 2, evaluatorId: null }]);
});
