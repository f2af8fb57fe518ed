import { phasesOf, type Language, type Phase, type Procedure } from '@gongping/contracts';

/** Names of the phases for sentences. */
export const phaseNames = {
  plan: { zh: '准备', en: 'planning' },
  self_assessment: { zh: '自评', en: 'self-assessment' },
  scoring: { zh: '评分', en: 'scoring' },
  arbitration: { zh: '仲裁', en: 'arbitration' },
  feedback: { zh: '反馈', en: 'feedback' },
  appeal: { zh: '申诉', en: 'appeal' },
  final: { zh: '终评', en: 'final' },
  published: { zh: '已公布', en: 'published' },
} as const satisfies Record<Phase, Record<Language, string>>;

/** The phases of a round as a sentence has them: 准备—评分—终评. */
export function pathSentence(procedure: Procedure, language: Language): string {
  const names = phasesOf(procedure)
    .filter((each) => each !== 'published')
    .map((each) => phaseNames[each][language]);
  return language === 'zh' ? `请按“${names.join('—')}”的顺序推进。` : `Go step by step: ${names.join(', ')}.`;
}

/** What to do instead, where a phase does not allow something. */
export const phaseAdvice = {
  paperClosed: {
    zh: '结果已公布，不再录入纸质问卷。',
    en: 'The results are published; no more sheets of paper are keyed in.',
  },
  scoresThere: {
    zh: '已有评分，不能退回准备阶段；请先清除这些评分。',
    en: 'Leaves have been scored, so there is no way back to planning; clear their scores first.',
  },
  claimsThere: {
    zh: '已有单位填报自评，不能退回准备阶段；请在自评阶段内延期或更正。',
    en: 'Units have assessed themselves already, so there is no way back to planning; extend the self-assessment.',
  },
  claimsClosed: {
    zh: '自评只能在“自评”阶段填写、提交和撤回；此前已保存的内容都在。如确需修改，请联系组织单位管理员。',
    en: 'Units assess themselves in the phase “self-assessment” only; what was saved before is kept. Ask the organiser if something must be changed.',
  },
  casesOpen: {
    zh: '还有未裁定的分歧。请复核员逐项裁定后再结束仲裁。',
    en: 'Some differences are not ruled yet. Have the reviewer rule each of them, then close the arbitration.',
  },
  appealsOpen: {
    zh: '还有未答复的申诉。请逐项裁定后再进入终评。',
    en: 'Some appeals are not answered yet. Rule each of them, then go on to the final result.',
  },
  problemsLater: {
    zh: '问题清单自反馈阶段起可以查看。',
    en: 'Lists of problems can be read from the feedback on.',
  },
  appealClosed: {
    zh: '申诉只能在申诉阶段提交和裁定。如确有需要，请联系组织单位管理员。',
    en: 'Appeals are handed in and ruled in the phase of appeals. Ask the organiser if it is needed now.',
  },
  rectificationClosed: {
    zh: '整改要求在反馈、申诉和终评阶段提出，公布后不再更改。',
    en: 'Rectification is asked for from the feedback to the final result, and no more once it is published.',
  },
  rulingClosed: {
    zh: '分歧只能在评分和仲裁阶段裁定。如需更正裁定，请组织单位管理员退回仲裁阶段。',
    en: 'Differences are ruled in the phases of scoring and arbitration. Ask the organiser to go back to arbitration.',
  },
  approvalClosed: {
    zh: '不适用项从评分到终评阶段审批，公布后不再更改。',
    en: 'N/A is approved from the scoring to the final result, and no more once it is published.',
  },
  rejectionClosed: {
    zh: '退回不适用项后需要重新评分，只能在评分和仲裁阶段退回。如确需退回，请组织单位管理员先退回到相应阶段。',
    en: 'What is rejected has to be scored, so N/A is rejected in the phases of scoring and arbitration. Ask the organiser to go back to one of them.',
  },
  calibrationClosed: {
    zh: '基准单位在评分阶段结束前设定，校准评分只能在评分阶段进行。如确需校准，请组织单位管理员调整阶段。',
    en: 'Reference units are marked before the scoring ends, and scored in the phase of scoring. Ask the organiser to change the phase if it is needed now.',
  },
  guidanceClosed: {
    zh: '口径说明在评分和仲裁阶段填写。如确需更改，请先退回相应阶段。',
    en: 'Guidance is written in the phases of scoring and arbitration. Go back to one of them if it must change.',
  },
  screeningClosed: {
    zh: '结果已公布，答卷不再复核。如确需更正，请先退回终评阶段。',
    en: 'The results are published, and answers are decided no more. Go back to the final phase to correct them.',
  },
  publishedSettings: {
    zh: '已公布的评估不能再更改设置；更正请发布新版本。',
    en: 'The settings of a published assessment stay as they are; publish a correction instead.',
  },
  closedLog: {
    zh: '暗访台账在反馈开始后不再更改。如确需更改，请先退回评分或仲裁阶段。',
    en: 'The log of mystery requests is closed once the feedback begins. Return to an earlier phase to change it.',
  },
  closedAssignments: {
    zh: '请先退回评分阶段再调整分工。',
    en: 'Return to the scoring phase before changing assignments.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** Names of the settings that are fixed once planning has ended. */
export const frozenSettingNames = {
  indicatorSystemId: { zh: '指标体系', en: 'The indicator system' },
  unitIds: { zh: '被评估单位', en: 'The list of units' },
  excludedIndicators: { zh: '停用的指标', en: 'The list of indicators switched off' },
  procedure: { zh: '评估程序', en: 'The procedure' },
  reportYear: { zh: '考评的年度报告年份', en: 'The year of the annual reports' },
} as const satisfies Record<string, Record<Language, string>>;
