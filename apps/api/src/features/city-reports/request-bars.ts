import { tableFigure, type AnnualReport } from '@gongping/annual-report';
import type { SealedBlock } from './sealed-report.ts';

/** Results of requests by the groups of the form, in its order. */
const results: readonly (readonly [row: string, label: string])[] = [
  ['R3.1', '予以公开'],
  ['R3.2', '部分公开'],
  ['R3.3', '不予公开'],
  ['R3.4', '无法提供'],
  ['R3.5', '不予处理'],
  ['R3.6', '其他处理'],
  ['R4', '结转下年度'],
];

/** What became of the requests, as a picture of table 3; a result whose cells are blank is left out. */
export function requestBars(report: AnnualReport): SealedBlock {
  const bars = results.flatMap(([row, label]) => {
    const value = tableFigure(report, `table3 ${row} total`);
    return value === null ? [] : [{ label, value, text: String(value) }];
  });
  return { kind: 'bars', caption: `${report.year}年政府信息公开申请办理结果`, unit: '件', bars };
}
