import type { ProblemText } from './problem-text.ts';

/** What the collecting of annual reports refuses. */
export const reportProblemTexts = {
  'report-too-large': {
    status: 413,
    zh: {
      title: '文件过大',
      detail: '年度报告文件不能超过 32 MB。请压缩其中的图片，或检查是否选错了文件。',
    },
    en: {
      title: 'File too large',
      detail:
        'The file of a report may have 32 MB at the most. Make its pictures smaller, or check that it is the right file.',
    },
  },
  'report-unreadable': {
    status: 422,
    zh: { title: '文件无法读取', detail: '{why}' },
    en: { title: 'The file cannot be read', detail: '{why}' },
  },
  'report-other-year': {
    status: 422,
    zh: {
      title: '年度不符',
      detail: '这个文件是 {found} 年的年度报告，这里要提交的是 {year} 年的。请换成对应年度的文件。',
    },
    en: {
      title: 'Another year',
      detail:
        'The file is the report of {found}, but that of {year} is wanted here. Choose the file of that year.',
    },
  },
  'report-not-obliged': {
    status: 409,
    zh: {
      title: '无须编报',
      detail: '“{unit}”不属于条例第四十九条规定的编报主体，无须提交年度报告。如有变化，请在单位设置中更改。',
    },
    en: {
      title: 'Not obliged to report',
      detail:
        '“{unit}” is none of the bodies that article 49 obliges to report. If that has changed, change the unit’s settings.',
    },
  },
  'report-published-here': {
    status: 409,
    zh: {
      title: '已在平台公布',
      detail: '{year} 年度报告已在平台公布，比对以公布的为准，无需上传文件。',
    },
    en: {
      title: 'Published here',
      detail: 'The report of {year} was published here and is what is compared with; no file is needed.',
    },
  },
  'report-written-here': {
    status: 409,
    zh: {
      title: '正在平台编写',
      detail: '{year} 年度报告正在平台编写，不能用文件替换；请在平台公布后再比对。',
    },
    en: {
      title: 'Being written here',
      detail: 'The report of {year} is being written here and is not replaced by a file; publish it first.',
    },
  },
  'report-empty': {
    status: 409,
    zh: { title: '还没有内容', detail: '报告还没有填写任何内容。请先填写表格或上传文件，再提交。' },
    en: {
      title: 'Nothing written yet',
      detail: 'Nothing is in the report yet. Fill in the tables or upload a file, then hand it in.',
    },
  },
  'reports-full': {
    status: 409,
    zh: {
      title: '存储空间已满',
      detail: '本单位本年度报告的文件合计已达 {limit}。请联系组织单位管理员。',
    },
    en: {
      title: 'No room left',
      detail: 'The files of this report already take {limit}. Ask the organiser.',
    },
  },
  'report-no-round': {
    status: 409,
    zh: {
      title: '没有可用于发送提醒的评估',
      detail: '所选单位不在任何一次评估中，没有联络员可以提醒。请先建立评估并授权联络员。',
    },
    en: {
      title: 'No assessment to remind in',
      detail:
        'The chosen units are in no assessment, so that nobody speaks for them. Create one and give the units liaisons first.',
    },
  },
  'report-not-ready': {
    status: 409,
    zh: {
      title: '年度报告还不能公布',
      detail: '有 {count} 处需要先处理：请更新已变动的数据、补上缺少的内容、改正检查发现的问题，然后再公布。',
    },
    en: {
      title: 'The annual report cannot be published yet',
      detail:
        '{count} points come first: renew figures that have changed, add what is missing and correct what the checks found, then publish.',
    },
  },
} as const satisfies Record<string, ProblemText>;
