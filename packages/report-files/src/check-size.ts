import type { Block } from '@gongping/annual-report';
import type { BundleError } from '@gongping/bundle';
import { fileRefused } from './report-file-error.ts';

/** Ten times the longest report: whatever is longer is something else, and would take long to compare. */
export const MOST_LETTERS = 500_000;

const lengthOf = (block: Block): number =>
  block.kind === 'text'
    ? block.text.length
    : block.rows.reduce((sum, { cells }) => sum + cells.reduce((all, { text }) => all + text.length, 0), 0);

export const tooManyLetters = (): BundleError =>
  fileRefused({
    zh: `文字超过 ${MOST_LETTERS / 10_000} 万字，不像是一份年度报告，请检查是否选错了文件。`,
    en: `There are more than ${MOST_LETTERS} letters of text, too many for an annual report; check that it is the right file.`,
  });

/** @throws BundleError where a document says more than a report can */
export const checkSize = (blocks: readonly Block[]): readonly Block[] => {
  let letters = 0;
  for (const block of blocks) {
    letters += lengthOf(block);
    if (letters > MOST_LETTERS) throw tooManyLetters();
  }
  return blocks;
};
