import type { ProblemText } from './problem-text.ts';

/** What a round, its systems and its procedure refuse. */
export const roundProblemTexts = {
  'archive-not-ready': {
    status: 409,
    zh: {
      title: '报告尚未全部生成',
      detail: '已生成 {done} 份，共 {total} 份。请等全部生成后再下载；如已停止，请重新生成。',
    },
    en: {
      title: 'Reports not all made',
      detail:
        '{done} of {total} reports are made. Download them once all are; if the making has ended, begin it again.',
    },
  },
  'wrong-phase': {
    status: 409,
    zh: { title: '当前阶段不能进行此操作', detail: '评估目前处于“{phase}”阶段，不能进行此操作。{advice}' },
    en: {
      title: 'Not in this phase',
      detail: 'The assessment is in the phase “{phase}”, in which this cannot be done. {advice}',
    },
  },
  'unscored-leaves': {
    status: 409,
    zh: {
      title: '还有未评分的指标',
      detail: '还有 {count} 项未评分。请先评完，或说明理由并确认按“不计入”处理后再结束评分。',
    },
    en: {
      title: 'Leaves unscored',
      detail:
        '{count} leaves are unscored. Score them, or give a reason and confirm that they are left out, then close.',
    },
  },
  'past-last-day': {
    status: 409,
    zh: {
      title: '已过截止日期',
      detail:
        '{what}的截止日期是 {day}，现在不能再填写、提交或撤回；此前已保存的内容都在。如确需延期，请联系组织单位管理员。',
    },
    en: {
      title: 'Past the last day',
      detail:
        'The last day for {what} was {day}; nothing can be written, handed in or taken back any more. What was saved before is kept. Ask the organiser if you need more time.',
    },
  },
  'claims-submitted': {
    status: 409,
    zh: {
      title: '自评已提交',
      detail: '{name} 已于 {time} 提交了本单位的自评，提交后不能修改。如需修改，请先撤回提交，改好后再提交。',
    },
    en: {
      title: 'Self-assessment handed in',
      detail:
        '{name} handed in the self-assessment of the unit at {time}; it cannot be changed since. Take the submission back first, then change it and hand it in again.',
    },
  },
  'claims-incomplete': {
    status: 409,
    zh: {
      title: '自评还不完整',
      detail: '还有 {count} 项未填写或缺少证明材料。请按清单补齐；如确实无法补齐，请说明理由后提交。',
    },
    en: {
      title: 'Self-assessment incomplete',
      detail:
        '{count} entries are not filled in or lack their proof. Complete them as listed; if you cannot, give a reason and hand it in.',
    },
  },
  'claims-not-submitted': {
    status: 409,
    zh: { title: '自评尚未提交', detail: '本单位的自评尚未提交，无需撤回或退回，可直接修改。' },
    en: {
      title: 'Self-assessment not handed in',
      detail: 'The self-assessment of the unit has not been handed in; it can be changed as it is.',
    },
  },
  'unit-not-assessed': {
    status: 404,
    zh: {
      title: '单位不在评估范围内',
      detail: '代码为“{unit}”的单位不在本次评估范围内。请从单位列表中选择。',
    },
    en: {
      title: 'Unit not assessed',
      detail:
        'The unit with the code “{unit}” is not part of this assessment. Choose one from the list of units.',
    },
  },
  'evidence-full': {
    status: 409,
    zh: {
      title: '佐证材料已满',
      detail:
        '{what}的佐证文件合计不能超过 {limit}，已存 {used}，放不下这个 {size} 的文件（已移除的文件留作审计，也计入）。请压缩文件、改用链接，或请管理员调高上限。',
    },
    en: {
      title: 'No room for more evidence',
      detail:
        'Files of evidence of {what} may have {limit} in all; {used} are stored and this file has {size} (removed files are kept for the audit and count too). Compress it, use a link, or ask the administrator to raise the limit.',
    },
  },
  'page-not-kept': {
    status: 422,
    zh: { title: '网页没有存证', detail: '没有存证：{why}' },
    en: { title: 'The page was not kept', detail: 'The page was not kept: {why}' },
  },
  'frozen-settings': {
    status: 409,
    zh: {
      title: '准备阶段已结束，不能修改此项',
      detail: '准备阶段结束后不能再更改{name}。如确需更改，请先退回准备阶段并说明理由。',
    },
    en: {
      title: 'Fixed once planning has ended',
      detail:
        '{name} cannot be changed once planning has ended. If it must be, return to the planning phase with a reason.',
    },
  },
  'frozen-system': {
    status: 409,
    zh: {
      title: '已发布的版本不能更改',
      detail: '“{name}”已发布，不能再改。请由它新建草稿，在草稿中修改后发布。',
    },
    en: {
      title: 'A published version does not change',
      detail: '“{name}” is published and does not change any more. Make a new draft of it and edit that.',
    },
  },
  'indicator-edit': {
    status: 409,
    zh: { title: '此改动不能进行', detail: '{why}' },
    en: { title: 'This change cannot be made', detail: '{why}' },
  },
  'faulty-system': {
    status: 409,
    zh: {
      title: '草稿还有问题',
      detail: '草稿还有 {count} 处问题，不能发布。请按“检查”中列出的逐项改正后再发布。',
    },
    en: {
      title: 'The draft is not right yet',
      detail: 'The draft has {count} problems and cannot be published. Correct each under “Checks” first.',
    },
  },
  'tables-invalid': {
    status: 422,
    zh: {
      title: '表格中有问题，未导入',
      detail: '文件中有 {count} 处问题，没有导入任何内容。请按列出的工作表、行、列改正后重新上传。',
    },
    en: {
      title: 'Problems in the tables, nothing imported',
      detail:
        'The file has {count} problems and nothing of it was imported. Correct each at its sheet, row and column and upload it again.',
    },
  },
  'proposal-not-ready': {
    status: 409,
    zh: { title: '暂时没有可采用的建议分', detail: '台账目前不能提出建议：{why}请补齐台账，或直接评分。' },
    en: {
      title: 'Nothing is proposed yet',
      detail: 'The log proposes no score at present: {why} Complete the log, or score the leaf directly.',
    },
  },
  'cannot-compute': {
    status: 409,
    zh: { title: '暂时无法计算结果', detail: '当前数据无法计算出结果：{why}。请补充后重试。' },
    en: {
      title: 'Results cannot be computed',
      detail: 'The present data give no result: {why}. Complete them and try again.',
    },
  },
  'open-findings': {
    status: 409,
    zh: {
      title: '体检还有严重问题',
      detail:
        '体检还有 {count} 项严重问题未处理，不能公布。请到“体检”页逐项改正，或说明理由予以接受，然后再公布。',
    },
    en: {
      title: 'Severe findings are open',
      detail:
        'The standing checks have {count} severe findings open, so nothing can be published. On the page “Checks” mend each, or accept it with a reason; then publish.',
    },
  },
  'finding-changed': {
    status: 409,
    zh: {
      title: '体检结果已变化',
      detail: '所选事项中有 {count} 项已不存在或情况有变，未作任何更改。请查看最新的体检结果后重新选择。',
    },
    en: {
      title: 'Findings have changed',
      detail:
        '{count} of the chosen findings are gone or no longer what they were; nothing was changed. Look at the present findings and choose again.',
    },
  },
  'appeal-open': {
    status: 409,
    zh: { title: '已有申诉', detail: '该项已有一件申诉待裁定。如要改写，请先撤回该申诉再重新提交。' },
    en: {
      title: 'An appeal is open',
      detail:
        'An appeal at this indicator waits for its ruling. To word it anew, withdraw it and appeal again.',
    },
  },
  'nothing-to-appeal': {
    status: 409,
    zh: { title: '该项没有可申诉的内容', detail: '该项没有扣分，无需申诉。请从问题清单中选择要申诉的指标。' },
    en: {
      title: 'Nothing to appeal',
      detail: 'No marks were lost at this indicator. Choose one from the list of problems.',
    },
  },
  'appeal-closed': {
    status: 409,
    zh: { title: '申诉已处理', detail: '该申诉已裁定或已撤回，不能再更改。请刷新页面查看结果。' },
    en: {
      title: 'The appeal is closed',
      detail: 'It has been ruled or withdrawn and stays as it is. Reload the page to see the outcome.',
    },
  },
  'may-not-rule': {
    status: 409,
    zh: { title: '应当回避', detail: '{why}请由其他复核员或管理员裁定。' },
    en: {
      title: 'Somebody else must rule',
      detail: '{why} Have another reviewer or an organiser rule.',
    },
  },
} as const satisfies Record<string, ProblemText>;
