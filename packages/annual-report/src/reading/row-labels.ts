import { evenText } from './cell-value.ts';

/** Groups of results with rows of their own, by their number in （三） to （六）. */
export type ResultGroup = '3' | '4' | '5' | '6';

/** A label without blanks, numbering, quotes and brackets' content. */
export const plainLabel = (text: string): string =>
  evenText(text)
    .replaceAll(/[“”"'‘’《》「」]/g, '')
    .replace(/\((?:\d{4}|区分处理|本列|单位)[^)]*\)/g, '')
    .replace(/^(?:[一二三四五六七八九十]+[、.．,]|\([一二三四五六七八九十\d]+\)|\d+[、.．)]|[①-⑨])+/, '')
    .replaceAll(/[、，,。.：:;；]+$/g, '');

const groups: readonly (readonly [RegExp, ResultGroup])[] = [
  [/^不予公开/, '3'],
  [/^无法提供/, '4'],
  [/^不予处理/, '5'],
  [/^其他处理/, '6'],
];

/** The group that a label begins. */
export const groupOf = (label: string): ResultGroup | null =>
  groups.find(([pattern]) => pattern.test(label))?.[1] ?? null;

/** Rows of table 3 by what their labels say, however they are numbered or shortened. */
const requestRows: readonly (readonly [RegExp, string])[] = [
  [/新收/, 'R1'],
  [/上年度?结转/, 'R2'],
  [/^予以公开/, 'R3.1'],
  [/^部分公开/, 'R3.2'],
  [/国家秘密/, 'R3.3.1'],
  [/^其他法律.*禁止/, 'R3.3.2'],
  [/三安全/, 'R3.3.3'],
  [/第三方/, 'R3.3.4'],
  [/内部事务/, 'R3.3.5'],
  [/过程性/, 'R3.3.6'],
  [/执法案卷/, 'R3.3.7'],
  [/行政查询/, 'R3.3.8'],
  [/不掌握/, 'R3.4.1'],
  [/现成信息/, 'R3.4.2'],
  [/补正后/, 'R3.4.3'],
  [/信访/, 'R3.5.1'],
  [/重复申请/, 'R3.5.2'],
  [/公开出版物/, 'R3.5.3'],
  [/大量反复/, 'R3.5.4'],
  [/重新出具/, 'R3.5.5'],
  [/逾期不补正/, 'R3.6.1'],
  [/收费通知|缴纳费用|缴费/, 'R3.6.2'],
  [/结转下一?年/, 'R4'],
];

/** Key of the row of table 3 that a label is of. @param group the group that the labels before it began */
export const requestRowOf = (label: string, group: ResultGroup | null): string | null => {
  if (/^(?:总计|合计)$/.test(label)) return 'R3.7';
  if (label === '其他') return group === '6' ? 'R3.6.3' : null;
  if (/^其他处理$/.test(label)) return 'R3.6';
  return requestRows.find(([pattern]) => pattern.test(label))?.[1] ?? null;
};

const disclosureRows: readonly (readonly [RegExp, string])[] = [
  [/^规章$/, 'rules'],
  [/^(?:行政)?规范性文件$/, 'normativeDocuments'],
  [/^行政许可$/, 'licences'],
  [/^其他对外管理服务/, 'otherServices'],
  [/^行政处罚$/, 'penalties'],
  [/^行政强制(?:措施)?$/, 'coercion'],
  [/^行政事业性收费$/, 'fees'],
  [/^政府集中采购$/, 'procurement'],
];

/** Key of the row of table 2 that a label is of; what it says in brackets is a remark: 规章（县级无此项）. */
export const disclosureRowOf = (label: string): string | null => {
  const plain = label.replace(/\([^)]*\)$/, '');
  return disclosureRows.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
};

/** The group of table 4 that a label heads. */
export const caseRowOf = (label: string): string | null => {
  if (/^未经复议直接起诉$/.test(label)) return 'lawsuitDirect';
  if (/^复议后(?:起诉|诉讼)$/.test(label)) return 'lawsuitAfterReview';
  return /^行政复议$/.test(label) ? 'review' : null;
};

const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

/** The columns of table 3 that labels name, in their order on the page. */
export const applicantsAmong = (labels: readonly string[]): readonly number[] =>
  labels.flatMap((label) => {
    const column = applicants.indexOf(label === '合计' ? '总计' : label);
    return column < 0 ? [] : [column];
  });
