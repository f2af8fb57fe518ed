/**
 * What a message of each kind says in the inbox, and what an e-mail of it says unless the organiser words it otherwise.
 * Places like `{phase}` are filled in; `variables` are those a template may use beside the common ones.
 */
export const commonVariables = ['name', 'assessment', 'link'] as const;

export const messageTexts = {
  'phase-opened': {
    variables: ['phase', 'end'],
    zh: { title: '{phase}阶段已开始', body: '{assessment}进入{phase}阶段，截止日：{end}。请按期完成。' },
    en: {
      title: '{phase} has begun',
      body: '{assessment} is in the {phase} phase, which ends on: {end}. Please finish your part in time.',
    },
  },
  'phase-ends': {
    variables: ['phase', 'end'],
    zh: {
      title: '{phase}阶段将于 {end} 截止',
      body: '{assessment}的{phase}阶段将于 {end} 截止，您还有未完成的工作。',
    },
    en: {
      title: '{phase} ends on {end}',
      body: 'The {phase} phase of {assessment} ends on {end}, and some of your work is not done yet.',
    },
  },
  'phase-late': {
    variables: ['phase', 'end'],
    zh: {
      title: '{phase}阶段已逾期',
      body: '{assessment}的{phase}阶段已于 {end} 截止，您还有未完成的工作。请尽快完成；如需延期，请联系组织者。',
    },
    en: {
      title: '{phase} is overdue',
      body: 'The {phase} phase of {assessment} ended on {end}, and some of your work is not done. Please finish it, or ask the organiser for more time.',
    },
  },
  'case-waiting': {
    variables: ['unit', 'indicator'],
    zh: { title: '{unit}有分歧待裁定', body: '{unit}的{indicator}两人评分分歧超过界限，等待您裁定。' },
    en: {
      title: 'A difference waits: {unit}',
      body: 'Two scores of {indicator} for {unit} differ by more than the threshold and wait for your ruling.',
    },
  },
  'na-rejected': {
    variables: ['unit', 'indicator', 'text'],
    zh: {
      title: '不适用未获批准：{unit}',
      body: '{unit}的{indicator}判为不适用，未获批准，请重新评分。理由：{text}',
    },
    en: {
      title: 'N/A was not approved: {unit}',
      body: 'That {indicator} is not applicable to {unit} was not approved; please score it. Reason: {text}',
    },
  },
  'appeal-waiting': {
    variables: ['unit', 'indicator'],
    zh: { title: '{unit}的申诉待裁定', body: '{unit}就{indicator}提出申诉，等待您裁定。' },
    en: {
      title: 'An appeal waits: {unit}',
      body: '{unit} appeals against {indicator}; it waits for your ruling.',
    },
  },
  'appeal-ruled': {
    variables: ['unit', 'indicator', 'ruling'],
    zh: { title: '申诉已裁定：{ruling}', body: '{unit}就{indicator}的申诉已裁定：{ruling}。' },
    en: {
      title: 'The appeal is ruled: {ruling}',
      body: 'The appeal of {unit} against {indicator} is ruled: {ruling}.',
    },
  },
  'claims-returned': {
    variables: ['unit', 'reason'],
    zh: { title: '{unit}的自评已退回', body: '{unit}的自评已退回修改，请改好后重新提交。理由：{reason}' },
    en: {
      title: 'Self-assessment returned: {unit}',
      body: 'The self-assessment of {unit} was opened again. Please change it and hand it in once more. Reason: {reason}',
    },
  },
  'calibration-opened': {
    variables: [],
    zh: {
      title: '{assessment}：请先校准',
      body: '{assessment}设定了基准单位，请各位评估员先独立评这些单位；全部提交后比对差异、统一口径。',
    },
    en: {
      title: '{assessment}: score the reference units first',
      body: 'Reference units of {assessment} are marked. Every evaluator scores them alone first; when all have handed in, the differences are looked at together.',
    },
  },
  'calibration-closed': {
    variables: [],
    zh: {
      title: '{assessment}：校准已结束',
      body: '{assessment}的校准已结束，请先查看各项差异和口径说明，再正式评分。',
    },
    en: {
      title: '{assessment}: the calibration can be read',
      body: 'The calibration of {assessment} is closed. Look at the differences and the guidance before you score.',
    },
  },
  'scores-returned': {
    variables: ['unit', 'family', 'reason'],
    zh: {
      title: '{unit}的评分已退回',
      body: '{unit}的{family}评分已退回给您，请改好后重新提交。理由：{reason}',
    },
    en: {
      title: 'Scores returned: {unit}',
      body: 'Your scores of {family} for {unit} were given back. Please change them and hand them in once more. Reason: {reason}',
    },
  },
  'rectification-asked': {
    variables: ['unit'],
    zh: { title: '{unit}有整改要求待答复', body: '{unit}收到整改要求，请查看问题清单并按期答复。' },
    en: {
      title: 'Rectification is asked of {unit}',
      body: '{unit} is asked to put something right. Please look at the list of problems and answer in time.',
    },
  },
  published: {
    variables: [],
    zh: { title: '{assessment}的结果已公布', body: '{assessment}的结果已公布，现在可以查看。' },
    en: {
      title: 'The results of {assessment} are published',
      body: 'The results of {assessment} are published and can be read now.',
    },
  },
  corrected: {
    variables: ['version', 'reason'],
    zh: {
      title: '{assessment}的结果已更正',
      body: '{assessment}的结果已更正，以第 {version} 版为准。更正理由：{reason}',
    },
    en: {
      title: 'The results of {assessment} are corrected',
      body: 'The results of {assessment} are corrected; version {version} holds. Reason: {reason}',
    },
  },
  'survey-invitation': {
    variables: ['unit', 'minutes', 'until'],
    zh: {
      title: '诚邀您参加社会评议',
      body: '{assessment}正在征求社会意见，诚邀您对{unit}的政务公开作出评价，约需 {minutes} 分钟，{until} 截止。',
      closing:
        '请打开链接填写：{link}\n\n此链接只能用一次，答卷与您本人无法对应。收到不止一封邀请的，请用最新一封中的链接；已经填写过的，不必再填。',
    },
    en: {
      title: 'You are invited to give your opinion',
      body: '{assessment} asks for opinions. You are invited to appraise the openness of {unit}; it takes about {minutes} minutes and ends on {until}.',
      closing:
        'Open the link to answer: {link}\n\nIt is good for one answer, which cannot be traced to you. If you were written to more than once, use the link of the newest e-mail; if you have answered already, there is nothing left to do.',
    },
  },
  'report-wanted': {
    variables: ['unit', 'year', 'due', 'sender', 'text'],
    zh: {
      title: '{unit}的 {year} 年度报告尚待提交',
      body: '{sender}提醒：{unit}的 {year} 年政府信息公开工作年度报告应于 {due} 前提交。{text}',
    },
    en: {
      title: 'The annual report of {unit} for {year} is wanted',
      body: '{sender} reminds you: the annual report of {unit} for {year} is due on {due}. {text}',
    },
  },
  reminder: {
    variables: ['sender', 'text'],
    zh: { title: '{sender}的提醒', body: '{text}' },
    en: { title: 'A reminder from {sender}', body: '{text}' },
  },
} as const satisfies Record<
  string,
  {
    variables: readonly string[];
    zh: Words;
    en: Words;
  }
>;

interface Words {
  readonly title: string;
  readonly body: string;
  /** What an e-mail ends with, where its reader has no account to sign in to. */
  readonly closing?: string;
}

export type MessageKind = keyof typeof messageTexts;

/** The variables that a template of a kind may use. */
export function variablesOf(kind: MessageKind): string[] {
  return [...commonVariables, ...messageTexts[kind].variables];
}

/** An e-mail of a kind unless the organiser words it otherwise. */
export function defaultTemplate(kind: MessageKind, language: 'zh' | 'en'): { subject: string; body: string } {
  const { title, body, closing }: Words = messageTexts[kind][language];
  return language === 'zh'
    ? { subject: `【公评】${title}`, body: `{name}：\n\n${body}\n\n${closing ?? '请登录办理：{link}'}` }
    : {
        subject: `[Gongping] ${title}`,
        body: `Dear {name},\n\n${body}\n\n${closing ?? 'Sign in to go on: {link}'}`,
      };
}

/** Fills the places of a text in; a place without a value stays as it is written. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** Places of a text that a kind has no value for, each once. */
export function unknownPlaces(kind: MessageKind, text: string): string[] {
  const known = variablesOf(kind);
  const places = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [...new Set(places)].filter((name) => !known.includes(name));
}
