import { formOfYear, rowsOf, type FormName, type Rows, type TableName } from '@gongping/annual-report';
import type { CityReportContent } from '@gongping/contracts';

const filled = (form: FormName, table: TableName, changes: Rows = {}): Record<string, (number | null)[]> =>
  Object.fromEntries(
    rowsOf(form, table).map(({ key, columns }) => [key, [...(changes[key] ?? columns.map(() => 0))]]),
  );

/** A report in which everything adds up: 6 requests, one carried over, 5 disclosed, 2 carried on; 4 reviews. */
export function cityReportContent(year: number, changes: Partial<CityReportContent> = {}): CityReportContent {
  const form = formOfYear(year) ?? 'v2021';
  return {
    authority: '某某市人民政府',
    text: {
      1: `${year}年，某某市依法公开。\n{{group county average}}分为县市区平均分，{{ranking county 1}}居首。\n{{table county}}{{chart county}}`,
      2: '',
      3: '本年度新收政府信息公开申请{{table3 R1 total}}件，予以公开{{table3 R3.1 total}}件。\n{{chart requests}}',
      4: '',
      5: '解读形式还不够丰富，将加强培训。',
      6: '无其他需要报告的事项。',
    },
    table2: filled(form, 'table2', { rules: [2, 2, 10] }),
    table3: filled(form, 'table3', {
      R1: [4, 2, 0, 0, 0, 0, 6],
      R2: [1, 0, 0, 0, 0, 0, 1],
      'R3.1': [3, 2, 0, 0, 0, 0, 5],
      'R3.7': [3, 2, 0, 0, 0, 0, 5],
      R4: [2, 0, 0, 0, 0, 0, 2],
    }),
    table4: filled(form, 'table4', { review: [3, 1, 0, 0, 4] }),
    explanations: {},
    summed: {},
    ...changes,
  };
}
