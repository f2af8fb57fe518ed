import { expect, it } from 'vitest';
import { figureColumns, isFigure, passageText } from './passage-text.ts';

const passage = {
  year: 2020,
  version: 1,
  sha256: 'ab',
  demonstration: false,
  heading: 'Heading',
  paragraphs: ['One.', 'Two.'],
  tables: [
    {
      caption: 'Table',
      columns: ['Rank', 'Unit', 'Score'],
      rows: [
        ['1', 'A', '93.54'],
        ['2', 'B', 'too few'],
      ],
    },
  ],
  source: 'Source.',
};

it('writes paragraphs on lines and tables with tabs', () => {
  expect(passageText(passage)).toBe(
    'Heading\nOne.\nTwo.\n\nTable\nRank\tUnit\tScore\n1\tA\t93.54\n2\tB\ttoo few\n\nSource.',
  );
});

it('tells figures from words, column by column', () => {
  expect(['93.54', '-1', '60.00%'].every(isFigure)).toBe(true);
  expect(['', 'A1', '1.'].some(isFigure)).toBe(false);
  expect(figureColumns(passage.tables[0]?.rows ?? [])).toEqual([true, false, true]);
  expect(figureColumns([])).toEqual([]);
});
