import { count } from './form.ts';
import type { FormRow, FormTable } from './form.ts';
import type { LocalText } from './report.ts';

const outcomes = [
  count('结果维持', 'upheld'),
  count('结果纠正', 'corrected'),
  count('其他结果', 'other outcome'),
  count('尚未审结', 'pending'),
  count('总计', 'total'),
] as const;

/** Position of 总计 in table 4. */
export const CASE_TOTAL = 4;

const lawsuits: LocalText = { zh: '行政诉讼', en: 'administrative lawsuits' };

const row = (key: string, label: LocalText, group: LocalText | null): FormRow => ({
  key,
  label,
  group,
  columns: outcomes,
});

/** Table 4, the same in both forms: 3 × 5 cells, printed side by side in one row. */
export const caseTable: FormTable = {
  name: 'table4',
  title: { zh: '政府信息公开行政复议、行政诉讼情况', en: 'Reviews and lawsuits' },
  rows: [
    row('review', { zh: '行政复议', en: 'administrative reviews' }, null),
    row('lawsuitDirect', { zh: '未经复议直接起诉', en: 'lawsuits without a review' }, lawsuits),
    row('lawsuitAfterReview', { zh: '复议后起诉', en: 'lawsuits after a review' }, lawsuits),
  ],
};
