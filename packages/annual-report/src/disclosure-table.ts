import { count } from './form.ts';
import type { FormColumn, FormRow, FormTable } from './form.ts';
import type { LocalText } from './report.ts';

/** Blocks of table 2, named after the items of article 20 of the Regulations. */
const article20 = (item: string, number: number): LocalText => ({
  zh: `第二十条第（${item}）项`,
  en: `Article 20 (${number})`,
});
const item1 = article20('一', 1);
const item5 = article20('五', 5);
const item6 = article20('六', 6);
const item8 = article20('八', 8);
const item9 = article20('九', 9);

type Labels = Readonly<Record<string, LocalText>>;
const labels = {
  rules: { zh: '规章', en: 'regulations' },
  normativeDocuments: { zh: '行政规范性文件', en: 'normative documents' },
  licences: { zh: '行政许可', en: 'licences' },
  otherServices: { zh: '其他对外管理服务事项', en: 'other services to the public' },
  penalties: { zh: '行政处罚', en: 'penalties' },
  coercion: { zh: '行政强制', en: 'coercive measures' },
  fees: { zh: '行政事业性收费', en: 'administrative fees' },
  procurement: { zh: '政府集中采购', en: 'central government procurement' },
} as const satisfies Labels;

interface Block {
  readonly group: LocalText;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (keyof typeof labels)[];
}

const tableOf = (blocks: readonly Block[], renamed: Labels = {}): FormTable => ({
  name: 'table2',
  title: { zh: '主动公开政府信息情况', en: 'Proactive disclosure' },
  rows: blocks.flatMap(({ group, columns, rows }) =>
    rows.map((key): FormRow => ({ key, label: renamed[key] ?? labels[key], group, columns })),
  ),
});

const decisions = count('处理决定数量', 'decisions');
const itemColumns: readonly FormColumn[] = [
  count('上一年项目数量', 'items last year'),
  { label: { zh: '本年增/减', en: 'change this year' }, measure: 'change' },
];

/** Eight rows, for the reports of 2019 and 2020; the amount of procurement has no printed unit. */
export const disclosureTable2019 = tableOf(
  [
    {
      group: item1,
      columns: [
        count('本年新制作数量', 'made this year'),
        count('本年新公开数量', 'disclosed this year'),
        count('对外公开总数量', 'disclosed in all'),
      ],
      rows: ['rules', 'normativeDocuments'],
    },
    { group: item5, columns: [...itemColumns, decisions], rows: ['licences', 'otherServices'] },
    { group: item6, columns: [...itemColumns, decisions], rows: ['penalties', 'coercion'] },
    { group: item8, columns: itemColumns, rows: ['fees'] },
    {
      group: item9,
      columns: [
        count('采购项目数量', 'procurements'),
        { label: { zh: '采购总金额', en: 'amount of procurement' }, measure: 'amount' },
      ],
      rows: ['procurement'],
    },
  ],
  { normativeDocuments: { zh: '规范性文件', en: 'normative documents' } },
);

const yearsDecisions = [count('本年处理决定数量', 'decisions this year')];

/** The form of 2021 and later; fees are in 万元, with decimals. */
export const disclosureTable2021 = tableOf([
  {
    group: item1,
    columns: [
      count('本年制发件数', 'issued this year'),
      count('本年废止件数', 'repealed this year'),
      count('现行有效件数', 'in force'),
    ],
    rows: ['rules', 'normativeDocuments'],
  },
  { group: item5, columns: yearsDecisions, rows: ['licences'] },
  { group: item6, columns: yearsDecisions, rows: ['penalties', 'coercion'] },
  {
    group: item8,
    columns: [
      {
        label: { zh: '本年收费金额（单位：万元）', en: 'fees of the year (10,000 yuan)' },
        measure: 'amount',
      },
    ],
    rows: ['fees'],
  },
]);
