import type { Sample } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { countFindings, isRepeatable, parsePopulation } from './sample-count.ts';

const item = (number: number, label: string) => ({ number, label, finding: 'open' as const, remark: '' });
const population = Array.from({ length: 10 }, (_, index) => `领域${index}`);
/** Drawn by hand: see the test of `drawSample`. */
const sample: Sample = {
  ...{ id: '1', indicator: 'A1-2', title: '领域', population, size: 3, seed: '0000000000000000' },
  items: [item(2, '领域1'), item(10, '领域9'), item(7, '领域6')],
  ...{ revision: 1, drawnAt: '', drawnBy: '', updatedAt: '', writable: true },
};

it('draws again what is on the sheet, and notices where the sheet was tampered with', () => {
  expect(isRepeatable(sample)).toBe(true);
  expect(isRepeatable({ ...sample, seed: '0000000000000001' })).toBe(false);
  expect(isRepeatable({ ...sample, items: sample.items.slice(1) })).toBe(false);
  expect(isRepeatable({ ...sample, items: [item(2, '另一项'), ...sample.items.slice(1)] })).toBe(false);
});

it('counts findings', () => {
  const items = (['met', 'met', 'partly', 'open'] as const).map((finding) => ({ ...item(1, ''), finding }));
  expect(countFindings({ items })).toEqual({ met: 2, partly: 1, unmet: 0, open: 1 });
});

it('reads a list as it is typed, or pasted from a spreadsheet', () => {
  expect(parsePopulation(' 义务教育 \r\n\r\n就业\t24 条\n扶贫')).toEqual(['义务教育', '就业', '扶贫']);
});
