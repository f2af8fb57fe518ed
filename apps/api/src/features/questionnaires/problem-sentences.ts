import type { Language, QuestionnaireCheck } from '@gongping/contracts';
import type { QuestionnaireProblem, QuestionnaireProblemCode } from '@gongping/questionnaire';
import type { LocalText } from '@gongping/scoring';

/** What is wrong and what to do, `{name}` standing for a value of the problem. */
const sentences = {
  'no-questions': { zh: '问卷还没有题目，请先添加。', en: 'There is no question yet; add one.' },
  'too-many-questions': {
    zh: '题目超过 {limit} 道，请删减。',
    en: 'There are more than {limit} questions; remove some.',
  },
  'minutes-out-of-range': {
    zh: '答题时间应为 1 至 {limit} 的整数（分钟）。',
    en: 'The time it takes must be a whole number of minutes from 1 to {limit}.',
  },
  'wording-empty': { zh: '缺少中文文字，请填写。', en: 'The Chinese wording is missing; write it.' },
  'english-missing': {
    zh: '有 {count} 处没有英文，英文页面上将显示中文。',
    en: '{count} texts have no English; the Chinese stands for it on English pages.',
  },
  'code-invalid': {
    zh: '代码“{code}”不合要求：1 至 32 个字母、数字、点、横线或下划线，以字母或数字开头。',
    en: 'The code “{code}” cannot be used: 1 to 32 letters, digits, points, hyphens or underscores, beginning with a letter or digit.',
  },
  'code-duplicate': {
    zh: '代码“{code}”用了两次，请改其中一个。',
    en: 'The code “{code}” is used twice; change one of them.',
  },
  'group-question-missing': {
    zh: '没有指明哪道题询问答题人的身份，得分按身份分组计算；请在“问卷”中选定一道单选题。',
    en: 'No question tells the group of the respondent, by which the score is computed; choose a single choice under “Questionnaire”.',
  },
  'group-question-kind': {
    zh: '询问身份的题应为单选题。',
    en: 'The question that tells the group must be a single choice.',
  },
  'group-question-open': {
    zh: '询问身份的题应为必答，且不设显示条件。',
    en: 'The question that tells the group must be required, and asked of everybody.',
  },
  'group-without-weight': {
    zh: '身份“{group}”没有权重：其答卷会显示，但不计入得分。',
    en: 'The group “{group}” has no weight: its answers are shown and not counted.',
  },
  'group-without-option': {
    zh: '有权重的身份“{group}”不在选项中，将没有人属于它。',
    en: 'The group “{group}” has a weight and no option, so that nobody belongs to it.',
  },
  'contact-unknown': {
    zh: '“是否与单位打过交道”所指的题“{question}”不是选择题，或所指的选项已不存在，请重新选择。',
    en: 'The question “{question}”, which tells who has dealt with the unit, is no choice or lacks the option; choose it again.',
  },
  'section-unknown': {
    zh: '所在部分“{section}”不存在，请另选一个。',
    en: 'The section “{section}” is not there; choose another one.',
  },
  'section-empty': { zh: '这一部分没有题目。', en: 'The section has no question.' },
  'too-few-options': { zh: '至少要有两个选项。', en: 'There must be at least two options.' },
  'too-many-options': {
    zh: '选项超过 {limit} 个，请合并或拆成两题。',
    en: 'There are more than {limit} options; merge some, or make two questions of it.',
  },
  'scale-without-values': {
    zh: '量表至少要有两个选项带分值（0 至 100）。',
    en: 'At least two options of a scale must have a value (0 to 100).',
  },
  'scale-without-dont-know': {
    zh: '量表要有一个不带分值的选项，如“不了解”。',
    en: 'A scale must have an option without a value, such as “Don’t know”.',
  },
  'value-out-of-range': { zh: '分值应在 0 至 100 之间。', en: 'The value must be from 0 to 100.' },
  'nothing-rated': {
    zh: '没有一道量表题属于某个指标类别，算不出得分；请为量表题选择类别。',
    en: 'No scale speaks of a family, so that there is no score; choose families.',
  },
  'family-missing': {
    zh: '没有选择类别：答案会显示，但不计入得分。',
    en: 'No family is chosen: the answers are shown and do not count into the score.',
  },
  'family-unknown': {
    zh: '类别“{family}”没有权重，请另选一个。',
    en: 'The family “{family}” has no weight; choose another one.',
  },
  'family-not-asked': {
    zh: '没有题目涉及类别“{family}”，其权重将分给其他类别。',
    en: 'No question speaks of the family “{family}”; its weight goes to the others.',
  },
  'several-overall': {
    zh: '“总体评价”只能有一道题。',
    en: 'Only one question can be the one on the whole.',
  },
  'rows-missing': { zh: '矩阵题至少要有一行。', en: 'A matrix must have at least one line.' },
  'too-many-rows': {
    zh: '矩阵题超过 {limit} 行，请拆成两题。',
    en: 'The matrix has more than {limit} lines; make two questions of it.',
  },
  'bounds-crossed': {
    zh: '最小值 {minimum} 大于最大值 {maximum}。',
    en: 'The minimum {minimum} is above the maximum {maximum}.',
  },
  'condition-unknown': {
    zh: '条件所指的题“{on}”不存在，请改正或删去条件。',
    en: 'The condition names the question “{on}”, which is not there; correct or remove it.',
  },
  'condition-later': {
    zh: '条件所指的题“{on}”在此题之后，请调整顺序或删去条件。',
    en: 'The condition names the question “{on}”, which comes later; move it, or remove the condition.',
  },
  'condition-kind': {
    zh: '条件所指的题“{on}”不是选择题或量表题，不能作为条件。',
    en: 'The condition names the question “{on}”, which is neither a choice nor a scale.',
  },
  'condition-option': {
    zh: '条件没有选定题“{on}”的选项，或所选的“{option}”已不存在。',
    en: 'The condition chooses no option of the question “{on}”, or one that is not there: “{option}”.',
  },
  'too-many-conditions': {
    zh: '条件超过 {limit} 个，请删减。',
    en: 'There are more than {limit} conditions; remove some.',
  },
  'answered-item-altered': {
    zh: '“{item}”已有人作答，其题型、选项或分值不能在同一代码下更改；请改回，或换一个新代码。文字可以修改。',
    en: '“{item}” has been answered: under the same code its kind, options and values stay. Change them back, or give it a new code. Words may be mended.',
  },
} as const satisfies Readonly<Record<QuestionnaireProblemCode, LocalText>>;

export function problemSentence({ code, values }: QuestionnaireProblem): LocalText {
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { zh: fill(sentences[code].zh), en: fill(sentences[code].en) };
}

/** A problem as the page shows it. */
export function toCheck(problem: QuestionnaireProblem, language: Language): QuestionnaireCheck {
  const { severity, place } = problem;
  return { severity, ...place, message: problemSentence(problem)[language] };
}

/** Where a problem is, as a path: `questions.3.options.0.label`. */
export function problemPath({ place }: QuestionnaireProblem): string {
  const { part, question, index, field } = place;
  const steps = {
    questionnaire: [],
    section: ['sections', index],
    question: ['questions', question],
    option: ['questions', question, 'options', index],
    row: ['questions', question, 'rows', index],
  }[part];
  return [...steps, field].filter((step) => step !== null).join('.');
}
