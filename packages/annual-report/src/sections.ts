import type { LocalText, SectionNumber } from './report.ts';

/** The six sections as the notices of 2019 and 2021 name them; real titles differ a little. */
export const sectionTitles: Readonly<Record<SectionNumber, LocalText>> = {
  1: { zh: '一、总体情况', en: '一 general situation' },
  2: { zh: '二、主动公开政府信息情况', en: '二 proactive disclosure' },
  3: { zh: '三、收到和处理政府信息公开申请情况', en: '三 requests received and handled' },
  4: { zh: '四、政府信息公开行政复议、行政诉讼情况', en: '四 reviews and lawsuits' },
  5: { zh: '五、存在的主要问题及改进情况', en: '五 main problems and improvements' },
  6: { zh: '六、其他需要报告的事项', en: '六 other matters' },
};
