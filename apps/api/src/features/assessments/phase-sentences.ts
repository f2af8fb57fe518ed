import type { Language, Phase } from '@gongping/contracts';

/** Names of the phases for sentences. */
export const phaseNames = {
  plan: { zh: '准备', en: 'planning' },
  scoring: { zh: '评分', en: 'scoring' },
  final: { zh: '终评', en: 'final' },
  published: { zh: '已公布', en: 'published' },
} as const satisfies Record<Phase, Record<Language, string>>;

/** What to do instead, where a phase does not allow something. */
export const phaseAdvice = {
  noSuchStep: {
    zh: '请按“准备—评分—终评”的顺序推进。',
    en: 'Go step by step: planning, scoring, final.',
  },
  scoresThere: {
    zh: '已有评分，不能退回准备阶段；请先清除这些评分。',
    en: 'Leaves have been scored, so there is no way back to planning; clear their scores first.',
  },
  publishedSettings: {
    zh: '已公布的评估不能再更改设置；更正请发布新版本。',
    en: 'The settings of a published assessment stay as they are; publish a correction instead.',
  },
  closedAssignments: {
    zh: '请先退回评分阶段再调整分工。',
    en: 'Return to the scoring phase before changing assignments.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** Names of the settings that are fixed once scoring has begun. */
export const frozenSettingNames = {
  indicatorSystemId: { zh: '指标体系', en: 'The indicator system' },
  unitIds: { zh: '被评估单位', en: 'The list of units' },
  excludedIndicators: { zh: '停用的指标', en: 'The list of indicators switched off' },
} as const satisfies Record<string, Record<Language, string>>;
