import { text } from '../text.ts';
import type { QuestionnaireTemplate } from '../types.ts';
import { questions } from './questions.ts';

/** The social appraisal's questionnaire and how answers become a unit's score; all figures are proposals. */
export const questionnaire2020 = {
  code: 'social-appraisal-2020',
  title: text('政务公开社会评议问卷', 'Social appraisal of open government'),
  introduction: text(
    '本问卷匿名填写。没有与该单位打过交道或不清楚的，请选“不了解”，不影响其得分。',
    "This questionnaire is anonymous. If you have not dealt with the unit or cannot tell, choose “Don't know”; it does not affect the score.",
  ),
  minutes: 3,
  questions,
  contact: { question: 'Q2', never: ['none'] },
  method: {
    groupQuestion: 'Q1',
    familyWeights: { A: 0.3, B: 0.1, C: 0.3, D: 0.3 },
    overallShare: 0.2,
    minimumAnswered: 5,
    groups: {
      A: { label: text('群众', 'Public'), weight: 40 },
      B: { label: text('企业或个体工商户', 'Businesses'), weight: 25 },
      C: { label: text('人大代表、政协委员、监督员', 'Deputies, members and supervisors'), weight: 15 },
      D: { label: text('村（社区）干部', 'Village and community officials'), weight: 10 },
      E: { label: text('媒体、专家、律师', 'Media, experts and lawyers'), weight: 10 },
      F: { label: text('机关事业单位工作人员', 'Staff of public bodies'), weight: 0 },
    },
    minimumGroup: 5,
    minimumSample: 100,
    grades: [
      { code: 'satisfied', name: text('满意', 'Satisfied'), minimum: 80 },
      { code: 'fairly-satisfied', name: text('基本满意', 'Fairly satisfied'), minimum: 60 },
      { code: 'dissatisfied', name: text('不满意', 'Dissatisfied'), minimum: 0 },
    ],
  },
} as const satisfies QuestionnaireTemplate;
