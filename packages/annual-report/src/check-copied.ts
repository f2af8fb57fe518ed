import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import type { AnnualReport, LocalText } from './report.ts';
import { textSimilarity } from './text-similarity.ts';

/** Section 五 of another unit's report of the same year. */
export interface OtherSection {
  readonly name: string;
  readonly text: string;
}

/** From this similarity on a section counts as copied, unless the caller says otherwise. */
export const COPIED = 0.8;

interface Comparison {
  readonly other: LocalText | string;
  readonly text: string | undefined;
  readonly copiedCode: 'copied-from-last-year' | 'copied-from-other';
}

/** W7: section 五, problems and improvements, is neither last year's nor another unit's. */
export const checkCopied = (
  report: AnnualReport,
  {
    previous,
    others,
    copied,
  }: {
    readonly previous: AnnualReport | undefined;
    readonly others: readonly OtherSection[];
    readonly copied: number;
  },
): readonly Finding[] => {
  const own = report.text['5'];
  const lastYear: LocalText = { zh: '上一年度报告', en: 'last year’s report' };
  const comparisons: Comparison[] = [
    ...(previous === undefined
      ? []
      : [{ other: lastYear, text: previous.text['5'], copiedCode: 'copied-from-last-year' as const }]),
    ...others.map(({ name, text }) => ({ other: name, text, copiedCode: 'copied-from-other' as const })),
  ];
  return comparisons.map(({ other, text, copiedCode }) => {
    const where = 'text 5';
    const similarity = textSimilarity(own ?? '', text ?? '');
    if (similarity === null) {
      return finding('W7', 'undecidable', { where, code: 'too-short-to-compare', params: { other } });
    }
    const params = { other, similarity: { value: similarity * 100, decimals: 0 } };
    return similarity >= copied
      ? finding('W7', 'warning', { where, actual: similarity, code: copiedCode, params })
      : finding('W7', 'pass', { where, actual: similarity, code: 'not-copied', params });
  });
};
