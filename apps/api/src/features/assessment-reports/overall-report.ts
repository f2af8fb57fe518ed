import type { OfficialReport } from '@gongping/documents';
import { longDay } from '../annual-reports/figures.ts';
import { passageWords } from '../annual-reports/snapshot-figures.ts';
import { DEMONSTRATION } from '../publications/open-data.ts';
import { appraisalBlocks } from './overall-appraisal.ts';
import { methodBlocks } from './overall-method.ts';
import { practiceBlocks } from './overall-practice.ts';
import { problemBlocks } from './overall-problems.ts';
import { familyBlocks, resultBlocks } from './overall-results.ts';
import { robustnessBlocks } from './overall-robustness.ts';
import { scoreBlocks } from './overall-scores.ts';
import { chapterBlocks, paragraphs } from './report-blocks.ts';
import type { ReportFacts } from './report-facts.ts';

/** The overall report of an assessment (总报告), in Chinese: an official document. */
export function overallReport(facts: ReportFacts): OfficialReport {
  const { snapshot } = facts;
  const { year } = snapshot.facts;
  return {
    title: `${year}年度政务公开评估总报告`,
    subtitle: snapshot.facts.title,
    ...imprint(facts),
    contents: true,
    blocks: chapterBlocks([
      {
        title: '评估概况',
        blocks: paragraphs(passageWords(snapshot).basis, correctionSentence(facts)),
      },
      { title: '评估方法', blocks: methodBlocks(facts) },
      { title: '评估结果', blocks: resultBlocks(facts) },
      { title: '分方面分析', blocks: familyBlocks(facts) },
      { title: '共性问题', blocks: problemBlocks(facts) },
      { title: '典型经验', blocks: practiceBlocks(facts) },
      { title: '社会评议', blocks: appraisalBlocks(facts) },
      { title: '结果稳健性', blocks: robustnessBlocks(facts) },
      { title: '附录：各项指标得分', blocks: scoreBlocks(facts) },
    ]),
  };
}

function correctionSentence({ snapshot: { version, reason } }: ReportFacts): string {
  return version === 1
    ? ''
    : `本报告依据第${version}版更正后的结果，更正原因：${reason.replace(/。$/, '')}。`;
}

/** First digits of the hash: enough to find the publication by, short enough to print. */
const shortHash = 12;

/** What all reports of a publication say of themselves. */
export function imprint({ snapshot, sha256 }: ReportFacts) {
  const { facts, version, publishedAt } = snapshot;
  const date = longDay(publishedAt);
  return {
    author: '公评',
    date,
    language: 'zh-CN',
    warning: facts.demonstration ? `${DEMONSTRATION}：由系统生成，不是真实的评估结果` : null,
    source: `数据来源：${facts.title}，第${version}版，${date}公布，校验码${sha256.slice(0, shortHash)}。报告中的得分均为四舍五入后的两位小数，名次按未舍入的得分排列。`,
  } as const;
}
