import type { TableShape } from '@gongping/tables';
import { words } from '../../tables/words.ts';

const wording = [
  { name: 'text', label: '文字', required: true },
  { name: 'text_en', label: '英文' },
] as const;

export const questionnaireShape = {
  name: 'questionnaire',
  label: '问卷',
  columns: [
    { name: 'title', label: '标题', required: true },
    { name: 'title_en', label: '英文标题' },
    { name: 'introduction', label: '说明' },
    { name: 'introduction_en', label: '英文说明' },
    { name: 'minutes', label: '用时（分钟）', required: true },
    { name: 'group_question', label: '身份题', required: true },
    { name: 'contact_question', label: '接触题' },
    { name: 'contact_never', label: '未接触选项' },
  ],
} as const satisfies TableShape;

export const sectionShape = {
  name: 'sections',
  label: '部分',
  columns: [
    { name: 'code', label: '代码', required: true },
    { name: 'title', label: '标题', required: true },
    { name: 'title_en', label: '英文标题' },
  ],
  optional: true,
} as const satisfies TableShape;

export const questionShape = {
  name: 'questions',
  label: '题目',
  columns: [
    { name: 'code', label: '代码', required: true },
    { name: 'kind', label: '题型', required: true },
    { name: 'section', label: '部分' },
    ...wording,
    { name: 'hint', label: '提示' },
    { name: 'hint_en', label: '英文提示' },
    { name: 'required', label: '必答' },
    { name: 'family', label: '类别' },
    { name: 'minimum', label: '最小值' },
    { name: 'maximum', label: '最大值' },
    { name: 'whole', label: '整数' },
    { name: 'asked_if', label: '显示条件' },
  ],
} as const satisfies TableShape;

export const optionShape = {
  name: 'options',
  label: '选项',
  columns: [
    { name: 'question', label: '题目', required: true },
    { name: 'code', label: '代码', required: true },
    ...wording,
    { name: 'value', label: '分值' },
  ],
  optional: true,
} as const satisfies TableShape;

export const rowShape = {
  name: 'rows',
  label: '矩阵行',
  columns: [
    { name: 'question', label: '题目', required: true },
    { name: 'code', label: '代码', required: true },
    ...wording,
    { name: 'family', label: '类别' },
  ],
  optional: true,
} as const satisfies TableShape;

export const questionnaireShapes: readonly TableShape[] = [
  questionnaireShape,
  sectionShape,
  questionShape,
  optionShape,
  rowShape,
];

export const kindWords = words({
  single: '单选',
  multiple: '多选',
  scale: '量表',
  matrix: '矩阵',
  number: '数字',
  text: '文字',
});
