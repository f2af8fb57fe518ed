import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { sectionNumbers } from './report.ts';
import type { AnnualReport, SectionNumber } from './report.ts';
import { sectionTitles } from './sections.ts';

/** Sections of text alone; the others have a table each. */
const inWords: readonly SectionNumber[] = ['1', '5', '6'];

const checkSection = (report: AnnualReport, number: SectionNumber): Finding | null => {
  const { sections, text } = report;
  const where = `text ${number}`;
  const params = { section: sectionTitles[number] };
  if (sections !== undefined && !sections.includes(number)) {
    return finding('S4', 'fail', { where, code: 'section-missing', params });
  }
  const isWords = inWords.includes(number);
  const words = text[number];
  if (isWords && words !== undefined && words.trim() === '') {
    return finding('S4', 'fail', { where, code: 'section-empty', params });
  }
  if (isWords && words === undefined) {
    return finding('S4', 'undecidable', { where, code: 'section-not-given', params });
  }
  const isKnown = isWords || sections !== undefined;
  return isKnown ? finding('S4', 'pass', { where, code: 'nothing-wrong' }) : null;
};

/** S4: the six sections of article 50 are all there, and those of text alone say something. */
export const checkSections = (report: AnnualReport): readonly Finding[] =>
  sectionNumbers.flatMap((number) => checkSection(report, number) ?? []);
