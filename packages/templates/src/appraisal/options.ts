import { text } from '../text.ts';
import type { QuestionOption } from '../types.ts';

/** The five grades of satisfaction; "don't know" is a missing answer, never 0. */
export const satisfaction = [
  { code: 'very-satisfied', label: text('很满意', 'Very satisfied'), value: 100 },
  { code: 'satisfied', label: text('满意', 'Satisfied'), value: 80 },
  { code: 'fairly-satisfied', label: text('基本满意', 'Fairly satisfied'), value: 60 },
  { code: 'not-very-satisfied', label: text('不太满意', 'Not very satisfied'), value: 30 },
  { code: 'dissatisfied', label: text('不满意', 'Dissatisfied'), value: 0 },
  { code: 'dont-know', label: text('不了解', "Don't know"), value: null },
] as const satisfies readonly QuestionOption[];

/** Who answers; the codes are the respondent groups. */
export const identities = [
  { code: 'A', label: text('群众', 'Member of the public'), value: null },
  { code: 'B', label: text('企业或个体工商户', 'Business or sole trader'), value: null },
  {
    code: 'C',
    label: text(
      '人大代表、政协委员、监督员',
      "Deputy to the people's congress, member of the consultative conference, or supervisor",
    ),
    value: null,
  },
  { code: 'D', label: text('村（社区）干部', 'Village or community official'), value: null },
  { code: 'E', label: text('媒体、专家、律师', 'Media, expert or lawyer'), value: null },
  { code: 'F', label: text('机关事业单位工作人员', 'Staff of a public body'), value: null },
] as const satisfies readonly QuestionOption[];

export const channels = [
  { code: 'website', label: text('政府网站', 'Government website'), value: null },
  { code: 'new-media', label: text('政务新媒体', 'Official social media'), value: null },
  { code: 'hall', label: text('政务公开专区或大厅', 'Openness area or service hall'), value: null },
  { code: 'board', label: text('公开栏', 'Notice board'), value: null },
  { code: 'phone', label: text('电话', 'Telephone'), value: null },
  { code: 'request', label: text('依申请公开', 'Disclosure request'), value: null },
  { code: 'none', label: text('未获取过', 'Never obtained any'), value: null },
] as const satisfies readonly QuestionOption[];
