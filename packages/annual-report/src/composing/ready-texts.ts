import type { SectionNumber } from '../report.ts';

/**
 * The parts of section 一 that the notice names; 监督保障 comes with the passage on the results. What is to be written
 * below each stands there as a prompt, which S3 finds until somebody has written it.
 */
const generalOutline = [
  ['（一）主动公开', '（请写明主动公开的主要做法、数量和渠道）'],
  ['（二）依申请公开', '（请写明申请的受理、答复情况和规范办理的做法）'],
  ['（三）政府信息管理', '（请写明公开审查、规范性文件管理和目录更新情况）'],
  ['（四）政府信息公开平台建设', '（请写明网站、政务新媒体和公开专区的建设情况）'],
]
  .map((part) => `${part.join('\n')}\n`)
  .join('');

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
