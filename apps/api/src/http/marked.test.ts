import { expect, it } from 'vitest';
import { Marked } from './marked.ts';

it('reads once under a mark, anew under another, and again what failed', async () => {
  const marked = new Marked<number>(2);
  let reads = 0;
  const read = async () => (reads += 1);
  expect(await marked.read('a', '1', read)).toBe(1);
  expect(await marked.read('a', '1', read)).toBe(1);
  expect(await marked.read('a', '2', read)).toBe(2);
  await expect(marked.read('a', '3', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await marked.read('a', '3', read)).toBe(3);
});

it('keeps a newer value when an older one fails', async () => {
  const marked = new Marked<number>(2);
  const late = Promise.withResolvers<number>();
  const older = marked.read('a', '1', () => late.promise);
  await marked.read('a', '2', async () => 2);
  late.reject(new Error('gone'));
  await expect(older).rejects.toThrow('gone');
  expect(await marked.read('a', '2', async () => 9)).toBe(2);
});
