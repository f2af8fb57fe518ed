const samples = {
  zh: {
    name: '黄建平',
    assessment: '2020年度政务公开评估',
    link: 'https://gongping.example.cn/work',
    phase: '自评',
    end: '2020-09-30',
    unit: '天元区',
    indicator: 'A1-2 标准目录要素完整率',
    ruling: '支持',
    sender: '刘敏华',
    text: '请于周五前补齐教育、养老两个领域的佐证。',
  },
  en: {
    name: 'Huang Jianping',
    assessment: 'Assessment of 2020',
    link: 'https://gongping.example.cn/work',
    phase: 'self-assessment',
    end: '2020-09-30',
    unit: 'Tianyuan District',
    indicator: 'A1-2',
    ruling: 'upheld',
    sender: 'Liu Minhua',
    text: 'Please complete the evidence by Friday.',
  },
} as const;

/** What the places of a template are filled with in its preview. */
export function sampleValues(language: 'zh' | 'en'): Record<string, string> {
  return { ...samples[language] };
}
