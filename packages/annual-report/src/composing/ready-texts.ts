import type { SectionNumber } from '../report.ts';

/** The parts of section 一 that the notice names; 监督保障 comes with the passage on the results. */
const generalOutline = [
  '（一）主动公开',
  '（二）依申请公开',
  '（三）政府信息管理',
  '（四）政府信息公开平台建设',
]
  .map((heading) => `${heading}\n`)
  .join('\n');

/** The sentence on requests with the figures of the tables. */
const requestsSentence =
  '本年度新收政府信息公开申请{{table3 R1 total}}件，上年结转{{table3 R2 total}}件；办理结果为予以公开{{table3 R3.1 total}}件、' +
  '部分公开{{table3 R3.2 total}}件、不予公开{{table3 R3.3 total}}件、无法提供{{table3 R3.4 total}}件、不予处理{{table3 R3.5 total}}件、' +
  '其他处理{{table3 R3.6 total}}件，结转下年度继续办理{{table3 R4 total}}件。\n{{chart requests}}';

/** The sentence on reviews and lawsuits with the figures of the tables. */
const casesSentence =
  '本年度政府信息公开行政复议{{table4 review total}}件，行政诉讼{{table4 lawsuitDirect+lawsuitAfterReview total}}件。';

/** Ready texts that are offered for a section. */
export const readyTexts: Readonly<Partial<Record<SectionNumber, string>>> = {
  1: generalOutline,
  3: requestsSentence,
  4: casesSentence,
};
