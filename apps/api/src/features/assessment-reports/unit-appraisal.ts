import type { Appraisal, RankedUnit } from '@gongping/contracts';
import type { ReportBlock } from '@gongping/documents';
import { score } from '../annual-reports/figures.ts';
import { intervalOf } from './overall-appraisal.ts';
import { centred, naming, paragraphs, table } from './report-blocks.ts';
import type { ReportFacts } from './report-facts.ts';

/** What the public says of a unit: score, interval, and those who were asked by group. */
export function unitAppraisalBlocks(
  { ranking }: ReportFacts,
  { unit, appraisal }: { unit: RankedUnit; appraisal: Appraisal },
): ReportBlock[] {
  const interval = intervalOf(appraisal);
  const told = `收到答卷${appraisal.received}份，其中有效答卷${appraisal.valid}份`;
  const scored =
    appraisal.score === null
      ? `，有效答卷不足${ranking.method.minimumSample}份或缺少可计分的群体，不公布社会评议得分。`
      : `，社会评议得分${score(appraisal.score)}分${interval === null ? '' : `（95%置信区间${score(interval.lower)}–${score(interval.upper)}分）`}。`;
  const families = ranking.families.flatMap(({ code, name }) => {
    const value = appraisal.families[code] ?? null;
    return value === null ? [] : [`${name.zh}${score(value)}分`];
  });
  return [
    ...paragraphs(
      `${unit.name.zh}${told}${scored}`,
      families.length === 0 ? '' : `各方面评价：${families.join('，')}。`,
    ),
    ...table('各群体评价', {
      head: [['群体', '有效答卷', '平均分', '是否计分']],
      rows: appraisal.groups.map(({ label, valid, mean, counted }) => [
        naming(label.zh),
        centred(valid === null ? '不公开' : String(valid)),
        mean === null ? centred('—') : score(mean),
        centred(counted ? '计入' : '不计入'),
      ]),
      widths: [40, 20, 20, 20],
    }),
  ];
}
