import type { LocalText } from '@gongping/scoring';
import { text } from '../text.ts';
import type { Family, TemplateQuestion } from '../types.ts';
import { channels, identities, satisfaction } from './options.ts';

/** A rated question; it may be left open, and a response is valid with enough of them answered. */
function rated(code: string, family: Family | 'overall', wording: LocalText): TemplateQuestion {
  return { code, kind: 'scale', text: wording, options: satisfaction, family, required: false };
}

/** Q1 tells the respondent's group, Q3 to Q11 are rated, Q12 is open. */
export const questions: readonly TemplateQuestion[] = [
  {
    code: 'Q1',
    kind: 'single',
    text: text('您的身份', 'You are'),
    options: identities,
    family: null,
    required: true,
  },
  {
    code: 'Q2',
    kind: 'multiple',
    text: text(
      '近一年您通过哪些渠道获取过该单位的政府信息？（可多选）',
      "Through which channels did you obtain this unit's information in the past year? (Choose all that apply.)",
    ),
    options: channels,
    family: null,
    required: false,
  },
  rated(
    'Q3',
    'D',
    text(
      '您对该单位公开信息的全面性是否满意？',
      'Are you satisfied with how complete the published information is?',
    ),
  ),
  rated(
    'Q4',
    'D',
    text(
      '您对该单位公开信息的及时性、准确性是否满意？',
      'Are you satisfied with how timely and accurate the published information is?',
    ),
  ),
  rated(
    'Q5',
    'A',
    text(
      '您对政府信息公开专栏或标准目录查找的方便程度是否满意？',
      'Are you satisfied with how easy it is to find things in the disclosure column or the standard catalogue?',
    ),
  ),
  rated(
    'Q6',
    'A',
    text(
      '您对政务公开专区或公开栏提供的查询、申请、咨询服务是否满意？',
      'Are you satisfied with searching, requesting and advice in the openness area or at the notice board?',
    ),
  ),
  rated(
    'Q7',
    'A',
    text(
      '您对办事指南、依申请公开的规范和答复时限是否满意？',
      'Are you satisfied with the service guides, and with the form and speed of replies to requests?',
    ),
  ),
  rated(
    'Q8',
    'B',
    text(
      '您对该单位政府信息公开工作年度报告的易得、真实、具体程度是否满意？',
      "Are you satisfied with how available, truthful and specific the unit's annual report on open government is?",
    ),
  ),
  rated(
    'Q9',
    'C',
    text(
      '您对政策解读的通俗易懂和及时性是否满意？',
      'Are you satisfied with how clear and timely policy interpretations are?',
    ),
  ),
  rated(
    'Q10',
    'C',
    text(
      '您对该单位回应群众留言和社会关切的速度与实效是否满意？',
      'Are you satisfied with how quickly and effectively the unit responds to messages and public concerns?',
    ),
  ),
  rated(
    'Q11',
    'overall',
    text(
      '总体上，您对该单位政务公开工作是否满意？',
      "Overall, are you satisfied with the unit's work on open government?",
    ),
  ),
  {
    code: 'Q12',
    kind: 'text',
    text: text(
      '您最希望该单位改进的一件事是什么？（选填）',
      'What one thing should this unit improve most? (Optional.)',
    ),
    options: [],
    family: null,
    required: false,
  },
];
