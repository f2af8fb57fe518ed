import type { AnnualReport, UnitKind } from '@gongping/annual-report';
import { rowsOf } from '@gongping/annual-report';
import { published } from './published.ts';

/** A report as it was published, cut to its figures. */
export interface PublishedReport {
  readonly year: number;
  readonly table2: Readonly<Record<string, Readonly<Record<string, number>> | number>>;
  /** In the order of the form. */
  readonly table3: Readonly<Record<string, readonly number[]>>;
  readonly table4: Readonly<Record<string, readonly number[]>>;
  readonly narrative: Readonly<Record<string, number | string>>;
}

/** Table 3 of a published set under the keys of the form of 2021. */
export const table3Of = (rows: PublishedReport['table3']): AnnualReport['table3'] => {
  const keys = rowsOf('v2021', 'table3').map(({ key }) => key);
  const lines = Object.values(rows);
  if (lines.length !== keys.length) throw new RangeError(`${lines.length} rows, not ${keys.length}`);
  return Object.fromEntries(keys.map((key, i) => [key, lines[i] ?? []]));
};

const table2Of = (table: PublishedReport['table2']): AnnualReport['table2'] => {
  const numbers = (name: string): number[] => {
    const found = table[name];
    if (found === undefined) throw new RangeError(`the set has no ${name}`);
    return typeof found === 'number' ? [found] : Object.values(found);
  };
  return {
    rules: numbers('规章'),
    normativeDocuments: numbers('行政规范性文件'),
    licences: numbers('行政许可'),
    penalties: numbers('行政处罚'),
    coercion: numbers('行政强制'),
    fees: numbers('行政事业性收费万元'),
  };
};

/** The numbers of a narrative in sentences as such reports have them. */
export const narrativeOf = (year: number, told: PublishedReport['narrative']): string => {
  const results = ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'];
  const applicants = ['自然人', '法人或其他组织']
    .filter((name) => told[name] !== undefined)
    .map((name) => `${name}申请${told[name]}件`);
  const cases = ['行政复议', '行政诉讼']
    .filter((name) => told[name] !== undefined)
    .map((name) => `${name}${told[name]}件`);
  return [
    `${year}年，全市共收到和办理政府信息公开申请${told['收办总数']}件，同比增长${told['同比增长']}。`,
    applicants.length > 0 ? `其中，${applicants.join('，')}。` : '',
    `申请办理结果为：${results.map((name) => `${name}${told[name]}件`).join('，')}；`,
    `结转下年度继续办理${told['转下年度']}件。`,
    cases.length > 0 ? `因政府信息公开引发的${cases.join('、')}。` : '',
  ].join('');
};

/** A published report of the city of Suqian in the format of this product, with its numbers in words. */
export const suqian = (year: 2023 | 2024, kind: UnitKind | null = 'city'): AnnualReport => {
  const set = published<PublishedReport>(`annual_report/suqian_${year}.json`);
  const [review, lawsuitDirect, lawsuitAfterReview] = Object.values(set.table4);
  return {
    form: 'v2021',
    year,
    unit: { name: '宿迁市', kind },
    title: `宿迁市${year}年政府信息公开工作年度报告`,
    table2: table2Of(set.table2),
    table3: table3Of(set.table3),
    table4: {
      review: review ?? [],
      lawsuitDirect: lawsuitDirect ?? [],
      lawsuitAfterReview: lawsuitAfterReview ?? [],
    },
    text: {
      1: narrativeOf(year, set.narrative),
      5: '主动公开的内容还不够全面，下一步将加强培训。',
      6: '本年度未收取信息处理费。',
    },
  };
};

/** A small department's report that was published with two sums that do not hold; its table 3 is all there is of it. */
export const faultyTable = (): AnnualReport => ({
  form: 'v2021',
  year: 2023,
  unit: { name: '某局', kind: 'department' },
  table2: {},
  table3: table3Of(published<PublishedReport>('annual_report/faulty_table_1.json').table3),
  table4: {},
  text: {},
});

type Told = Readonly<Record<string, readonly [count: number, percent: number]>>;

/** What a district told of its 1,499 requests of 2022, and the shares that it printed, in their order. */
export const district = (): { report: AnnualReport; printed: readonly number[] } => {
  const set = published<{
    received: number;
    answered: number;
    of_which_carried_over: number;
    channels: Told;
    results: Told;
  }>('annual_report/district_2022_channels.json');
  const list = (told: Told): string =>
    Object.entries(told)
      .map(([name, [count, percent]]) => `${name}${count}件，占${percent}%`)
      .join('；');
  const text =
    `2022年，全区共收到政府信息公开申请${set.received}件。其中${list(set.channels)}。` +
    `共答复申请${set.answered}件（含上年结转${set.of_which_carried_over}件），其中${list(set.results)}。`;
  return {
    report: {
      form: 'v2021',
      year: 2022,
      unit: { name: '某区', kind: 'county' },
      table2: {},
      table3: {},
      table4: {},
      text: { 1: text },
    },
    printed: [...Object.values(set.channels), ...Object.values(set.results)].map(([, percent]) => percent),
  };
};
