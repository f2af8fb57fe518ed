import { drawSample } from '@gongping/scoring';
import type { Sample, SampleFinding } from '@gongping/contracts';

/** How many of the drawn items were found how. */
export function countFindings({ items }: Pick<Sample, 'items'>): Record<SampleFinding, number> {
  const counts = { open: 0, met: 0, partly: 0, unmet: 0 };
  for (const { finding } of items) counts[finding] += 1;
  return counts;
}

/** Whether population, size and seed give the items again that are on the sheet. */
export function isRepeatable({ population, size, seed, items }: Sample): boolean {
  const numbers = drawSample(population.length, size, seed).map((index) => index + 1);
  return (
    numbers.length === items.length &&
    items.every(({ number, label }, place) => number === numbers[place] && label === population[number - 1])
  );
}

/** A list as typed or pasted: an item a line; from a spreadsheet, its first column. */
export function parsePopulation(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (line.split('\t')[0] ?? '').trim())
    .filter((item) => item !== '');
}
