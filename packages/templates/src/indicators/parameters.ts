import { text } from '../text.ts';
import type { TemplateParameter } from '../types.ts';

/** Every term, day and sample size that the rules name. Changing a sample size also means editing the rule's denominator. */
export const parameters = [
  { code: 'A1-2.fields', indicator: 'A1-2', label: text('抽查领域数', 'Fields sampled'), unit: 'count', value: 5 },
  { code: 'A1-2.entries', indicator: 'A1-2', label: text('每领域抽查目录条数', 'Entries sampled in each field'), unit: 'count', value: 5 },
  { code: 'A1-3.deadline', indicator: 'A1-3', label: text('目录公布期限', 'Catalogue due by'), unit: 'date', value: '2020-12-31' },
  { code: 'A1-4.fields', indicator: 'A1-4', label: text('抽查领域数', 'Fields sampled'), unit: 'count', value: 15 },
  { code: 'A1-4.items', indicator: 'A1-4', label: text('每领域抽查事项数', 'Items sampled in each field'), unit: 'count', value: 2 },
  { code: 'A2-3.departments', indicator: 'A2-3', label: text('抽查部门数', 'Departments sampled'), unit: 'count', value: 10 },
  { code: 'A2-3.townships', indicator: 'A2-3', label: text('抽查乡镇（街道）数', 'Townships sampled'), unit: 'count', value: 5 },
  { code: 'A3-1.centres', indicator: 'A3-1', label: text('抽查便民服务中心数', 'Township service centres visited'), unit: 'count', value: 3 },
  { code: 'A4-2.requests', indicator: 'A4-2', label: text('每渠道模拟申请件数', 'Mystery requests by each channel'), unit: 'count', value: 1 },
  { code: 'A4-4.decisions', indicator: 'A4-4', label: text('抽查重大决策件数', 'Major decisions sampled'), unit: 'count', value: 3 },
  { code: 'A4-5.items', indicator: 'A4-5', label: text('抽查办事事项数', 'Service items sampled'), unit: 'count', value: 5 },
  { code: 'A4-6.villages', indicator: 'A4-6', label: text('抽查村（社区）数', 'Villages or communities sampled'), unit: 'count', value: 2 },
  { code: 'B1-1.grace', indicator: 'B1-1', label: text('得一半分值的逾期日数上限', 'Days late that still earn half'), unit: 'days', value: 10 },
  { code: 'C1-3.term', indicator: 'C1-3', label: text('解读时限', 'Term for interpretation'), unit: 'workingDays', value: 3 },
  { code: 'C1-5.pieces', indicator: 'C1-5', label: text('抽查解读篇数', 'Interpretations sampled'), unit: 'count', value: 3 },
  { code: 'C1-7.meetings', indicator: 'C1-7', label: text('抽查常务会议次数', 'Executive meetings sampled'), unit: 'count', value: 10 },
  { code: 'C2-1.conference', indicator: 'C2-1', label: text('重大突发事件举行发布会时限', 'Term for a press conference on a major emergency'), unit: 'hours', value: 24 },
  { code: 'C2-1.response', indicator: 'C2-1', label: text('其他政务舆情回应时限', 'Term for answering other concerns'), unit: 'hours', value: 48 },
  { code: 'C2-4.messages', indicator: 'C2-4', label: text('抽查留言条数', 'Messages sampled'), unit: 'count', value: 20 },
  { code: 'C2-4.enquiries', indicator: 'C2-4', label: text('模拟咨询条数', 'Test enquiries'), unit: 'count', value: 1 },
  { code: 'C2-4.term', indicator: 'C2-4', label: text('留言答复时限', 'Term for answering messages'), unit: 'workingDays', value: 5 },
  { code: 'D1-2.documents', indicator: 'D1-2', label: text('抽查文件件数', 'Documents sampled'), unit: 'count', value: 5 },
  { code: 'D3-1.departments', indicator: 'D3-1', label: text('抽查部门预决算家数', 'Departments whose budgets and accounts are sampled'), unit: 'count', value: 5 },
] as const satisfies readonly TemplateParameter[];
