import { expect, it } from 'vitest';
import { printable } from './printable.ts';

it('shows what would act on the terminal and leaves every letter alone', () => {
  expect(printable('天元区 مؤشر é\u00e9 “A”')).toBe('天元区 مؤشر é\u00e9 “A”');
  expect(printable('a\u001b[2Jb\nc\0\u202ed\u009b')).toBe('a\\u001b[2Jb\\u000ac\\u0000\\u202ed\\u009b');
});
