import type { Judge } from '@gongping/annual-report';
import type { TableShape } from '@gongping/tables';
import { words } from '../../tables/words.ts';

export const roleWords = words({ score: '计分', bonus: '加分', veto: '一票否决' } as const);
export const methodWords = words({
  ratio: '比例',
  graded: '分级',
  checklist: '清单',
  deduct: '扣分',
  bonus: '加分',
  veto: '一票否决',
} as const);
export const denominatorWords = words({
  fixed: '固定',
  upTo: '至多',
  lessExempt: '减免后',
  counted: '据实',
} as const);
export const partWords = words({
  credit: '情形',
  deduction: '扣分项',
  level: '等级',
  point: '要点',
} as const);
export const perWords = words({ once: '一次', occurrence: '每次' } as const);
/** What of a filed annual report can be judged by itself. */
export const judgeWords = words({
  'report-on-time': '年报按时公开',
  'report-sections': '年报六部分',
  'report-tables': '年报表格完整',
  'report-identities': '年报勾稽关系',
  'report-consistency': '年报跨年与文表',
  'report-accountability': '年报考核评议追责',
  'report-improvement': '年报问题与改进',
} as const satisfies Record<Judge, string>);
export const leadWords = words({ lead: '牵头', shared: '分工负责' } as const);

const column = (name: string, label: string) => ({ name, label });
const needed = (name: string, label: string) => ({ name, label, required: true });

/** One row: what the version says of itself and of the notice behind it. */
export const systemShape = {
  name: 'system',
  label: '体系',
  columns: [
    needed('code', '代码'),
    needed('title', '名称'),
    needed('title_en', '英文名称'),
    column('document_number', '文号'),
    column('notice_title', '通知标题'),
    column('issuer', '发文机关'),
    column('date', '发文日期'),
    column('preamble', '序言'),
  ],
} as const satisfies TableShape;

export const indicatorShape = {
  name: 'indicators',
  label: '指标',
  columns: [
    needed('code', '代码'),
    needed('parent', '上级'),
    column('level', '层级'),
    needed('name', '名称'),
    needed('name_en', '英文名称'),
    needed('role', '角色'),
    needed('applies_to', '适用类别'),
    needed('marks_county', '县市区分值'),
    needed('marks_department', '市直部门分值'),
    needed('method', '计分方法'),
    column('numerator', '分子'),
    column('numerator_en', '分子英文'),
    column('denominator', '分母'),
    column('denominator_en', '分母英文'),
    column('denominator_kind', '分母类型'),
    column('denominator_value', '分母数值'),
    column('zero_when', '记零分情形'),
    column('zero_when_en', '记零分情形英文'),
    column('rule_text', '评分规则'),
    column('evidence_wanted', '佐证要求'),
    column('na_condition', '不适用条件'),
    column('clauses', '通知条款'),
    column('quote', '条款原文'),
    column('legal_basis', '其他依据'),
    column('judge', '自动校验'),
  ],
} as const satisfies TableShape;

/** What a rule lists: findings, deductions, levels, points. */
export const ruleItemShape = {
  name: 'rule_items',
  label: '规则项',
  columns: [
    needed('indicator', '指标'),
    needed('part', '项目类型'),
    needed('code', '代码'),
    needed('label', '说明'),
    needed('label_en', '英文说明'),
    needed('value', '数值'),
    column('maximum', '最大值'),
    column('per', '计次'),
    column('every', '每次处数'),
    column('days', '逾期日数'),
  ],
  optional: true,
} as const satisfies TableShape;

export const clauseShape = {
  name: 'clauses',
  label: '条款',
  columns: [
    needed('number', '序号'),
    column('section', '章节'),
    needed('title', '标题'),
    needed('text', '原文'),
    column('leads', '责任单位'),
  ],
  optional: true,
} as const satisfies TableShape;

export const leadTaskShape = {
  name: 'lead_tasks',
  label: '牵头任务',
  columns: [
    needed('clause', '条款'),
    needed('role', '责任'),
    needed('unit', '单位'),
    needed('text', '任务'),
    needed('text_en', '任务英文'),
  ],
  optional: true,
} as const satisfies TableShape;

/** The tables of an indicator system. */
export const systemShapes: readonly TableShape[] = [
  systemShape,
  indicatorShape,
  ruleItemShape,
  clauseShape,
  leadTaskShape,
];
