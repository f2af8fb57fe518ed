import { expect, it } from 'vitest';
import { fieldChanges } from './changes.ts';

it('names what changed by flat path, old and new', () => {
  const before = { state: 'scored', marks: '3', input: { numerator: 2 }, reason: '' };
  const after = { state: 'scored', marks: '2.5', input: { numerator: 1 }, reason: 'r' };
  expect(fieldChanges(before, after)).toEqual([
    { path: 'marks', before: '3', after: '2.5' },
    { path: 'input.numerator', before: 2, after: 1 },
    { path: 'reason', before: null, after: 'r' },
  ]);
});

it('says lists by their length and leaves out ids of rows', () => {
  const id = '01a205b1-3e8d-771a-823e-1101b52a0f17';
  expect(fieldChanges({ unitIds: [id], evaluatorId: id }, { unitIds: [], evaluatorId: null })).toEqual([
    { path: 'unitIds#', before: 1, after: 0 },
  ]);
  expect(fieldChanges([id], [id, id])).toEqual([{ path: '#', before: 1, after: 2 }]);
  expect(fieldChanges(null, null)).toEqual([]);
});
