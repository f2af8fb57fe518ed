import { expect, it } from 'vitest';
import type { Edit } from './judge.ts';
import { isTogether, noHistory, record, redo, undo } from './undo.ts';

const marks = (value: number | null): Edit => ({
  draft: { method: 'bonus', marks: value },
  notApplicable: false,
  reason: '',
});
const change = (before: number | null, after: number, at: number, field = 'marks') => ({
  key: 'C04/X-1',
  field,
  before: marks(before),
  after: marks(after),
  at,
});

it('takes back and makes again in order', () => {
  const both = record(record(noHistory, change(null, 1, 0)), change(1, 2, 9000));
  const back = undo(both);
  expect(back?.change.before).toEqual(marks(1));
  const further = back && undo(back.history);
  expect(further?.change.before).toEqual(marks(null));
  expect(further && undo(further.history)).toBeNull();
  const again = further && redo(further.history);
  expect(again?.change.after).toEqual(marks(1));
});

it('joins what is typed into one field without a pause of two seconds', () => {
  const typed = record(record(noHistory, change(null, 1, 0)), change(1, 17, 2000));
  expect(typed.done).toHaveLength(1);
  expect(undo(typed)?.change.before).toEqual(marks(null));
  expect(record(typed, change(17, 172, 4001)).done).toHaveLength(2);
  expect(record(typed, change(17, 172, 2100, 'reason')).done).toHaveLength(2);
});

it('forgets what was taken back once something new is done', () => {
  const back = undo(record(noHistory, change(null, 1, 0)));
  if (back === null) throw new Error('there is a change');
  expect(redo(record(back.history, change(null, 3, 9000)))).toBeNull();
});

it('knows what was made together, and never forgets a part of it', () => {
  const many = Array.from({ length: 300 }, (_, i) => ({
    ...change(null, 1, 0),
    key: `C04/X-${i}`,
    batch: 1,
  }));
  const together = many.reduce(record, record(noHistory, change(null, 1, 0)));
  const back = undo(together);
  expect(together.done.length).toBeGreaterThanOrEqual(300);
  expect(back && isTogether(back.history.done.at(-1), back.change)).toBe(true);
  const later = record(together, { ...change(1, 2, 9000), batch: 2 });
  expect(isTogether(later.done.at(-2), change(1, 2, 9000))).toBe(false);
  // Without a batch nothing is together.
  expect(isTogether(change(null, 1, 0), change(null, 1, 0))).toBe(false);
});
