import { count } from './form.ts';
import type { FormRow, FormTable } from './form.ts';
import type { LocalText } from './report.ts';

/** The seven columns of table 3: who asked, and the total. */
export const applicantColumns = [
  count('自然人', 'natural persons'),
  count('商业企业', 'businesses'),
  count('科研机构', 'research bodies'),
  count('社会公益组织', 'public-interest organisations'),
  count('法律服务机构', 'legal service providers'),
  count('其他', 'other organisations'),
  count('总计', 'total'),
] as const;

/** Position of 总计 in table 3. */
export const APPLICANT_TOTAL = 6;

const row = (key: string, label: LocalText, group: LocalText | null = null): FormRow => ({
  key,
  label,
  group,
  columns: applicantColumns,
});

type Item = readonly [zh: string, en: string];

const numbered = (key: string, group: LocalText, items: readonly Item[]): FormRow[] =>
  items.map(([zh, en], i) => row(`${key}.${i + 1}`, { zh: `${i + 1}.${zh}`, en: `${i + 1}. ${en}` }, group));

const refused: readonly Item[] = [
  ['属于国家秘密', 'a state secret'],
  ['其他法律行政法规禁止公开', 'forbidden by another law or regulation'],
  ['危及“三安全一稳定”', 'a danger to state, public or economic security or to stability'],
  ['保护第三方合法权益', 'rights of third parties'],
  ['属于三类内部事务信息', 'internal affairs of the three kinds'],
  ['属于四类过程性信息', 'deliberations of the four kinds'],
  ['属于行政执法案卷', 'files of law enforcement'],
  ['属于行政查询事项', 'to be looked up in another procedure'],
];
const unavailable: readonly Item[] = [
  ['本机关不掌握相关政府信息', 'the organ does not hold it'],
  ['没有现成信息需要另行制作', 'it would have to be made'],
  ['补正后申请内容仍不明确', 'still unclear after a correction'],
];
const notProcessed: readonly Item[] = [
  ['信访举报投诉类申请', 'a petition, report or complaint'],
  ['重复申请', 'asked for again'],
  ['要求提供公开出版物', 'a publication that is for sale'],
  ['无正当理由大量反复申请', 'many repeated requests without good reason'],
  ['要求行政机关确认或重新出具已获取信息', 'to confirm or issue again what was given already'],
];
const otherwise: readonly Item[] = [
  [
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'not corrected in time, no longer processed',
  ],
  [
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'fee not paid in time, no longer processed',
  ],
  ['其他', 'other'],
];

const results: LocalText = { zh: '三、本年度办理结果', en: 'III. results of the year' };
const otherwiseLabel: LocalText = { zh: '（六）其他处理', en: '(6) processed otherwise' };

const rowsWith = (others: readonly FormRow[]): FormRow[] => [
  row('R1', { zh: '一、本年新收政府信息公开申请数量', en: 'I. new requests of the year' }),
  row('R2', { zh: '二、上年结转政府信息公开申请数量', en: 'II. requests carried over from last year' }),
  row('R3.1', { zh: '（一）予以公开', en: '(1) disclosed' }, results),
  row(
    'R3.2',
    {
      zh: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      en: '(2) disclosed in part (where parts are told apart, only this is counted)',
    },
    results,
  ),
  ...numbered('R3.3', { zh: '（三）不予公开', en: '(3) refused' }, refused),
  ...numbered('R3.4', { zh: '（四）无法提供', en: '(4) cannot be provided' }, unavailable),
  ...numbered('R3.5', { zh: '（五）不予处理', en: '(5) not processed' }, notProcessed),
  ...others,
  row('R3.7', { zh: '（七）总计', en: '(7) total of the results' }, results),
  row('R4', { zh: '四、结转下年度继续办理', en: 'IV. carried over to next year' }),
];

const tableOf = (others: readonly FormRow[]): FormTable => ({
  name: 'table3',
  title: { zh: '收到和处理政府信息公开申请情况', en: 'Requests received and handled' },
  rows: rowsWith(others),
});

/** 23 × 7 cells: processed otherwise is one row. */
export const requestTable2019 = tableOf([row('R3.6', otherwiseLabel, results)]);

/** 25 × 7 cells. (3), (4) and (5) have no subtotals in either form. */
export const requestTable2021 = tableOf(numbered('R3.6', otherwiseLabel, otherwise));
