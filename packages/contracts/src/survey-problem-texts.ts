import type { ProblemText } from './problem-text.ts';

/** What the questionnaire and its channels refuse. */
export const surveyProblemTexts = {
  'survey-paused': {
    status: 409,
    zh: { title: '暂停收集', detail: '组织单位暂停了这一渠道的收集。您填的内容仍在本页，请过一会儿再提交。' },
    en: {
      title: 'Paused',
      detail:
        'The organiser has paused this channel. What you filled in is still on the page; send it again later.',
    },
  },
  'channel-full': {
    status: 409,
    zh: { title: '名额已满', detail: '这一渠道计划收集的份数已满，不再接收答卷。感谢您的关注。' },
    en: {
      title: 'Full',
      detail: 'This channel has all the answers that were planned and takes no more. Thank you.',
    },
  },
  'channel-not-open': {
    status: 403,
    zh: {
      title: '不能由此填写',
      detail: '这一渠道须凭邀请或在工作人员的设备上填写。请使用邀请中的链接或二维码。',
    },
    en: {
      title: 'Not open to everybody',
      detail:
        'This channel takes answers by invitation or on a staffed device. Use the link or code of your invitation.',
    },
  },
  'token-not-valid': {
    status: 403,
    zh: {
      title: '邀请码不能使用',
      detail: '邀请码不存在、已停用或已经用过一次。每个邀请码只能提交一份答卷；如有疑问请联系组织单位。',
    },
    en: {
      title: 'Invitation cannot be used',
      detail:
        'The code does not exist, was withdrawn, or was used before: each is good for one answer. Ask the organiser if in doubt.',
    },
  },
  'token-needs-key': {
    status: 422,
    zh: {
      title: '缺少请求编号',
      detail: '凭邀请码提交须带 Idempotency-Key 请求头，以便中断后重发而不重复。',
    },
    en: {
      title: 'Request key missing',
      detail:
        'An answer with a token needs an Idempotency-Key header, so that it can be repeated without counting twice.',
    },
  },
  'channel-closed': {
    status: 409,
    zh: { title: '渠道已截止', detail: '这一渠道已经截止，不能再发邀请。请先在设置中延长截止时间。' },
    en: {
      title: 'Channel closed',
      detail: 'This channel is closed, and nobody can be invited to it. Let it close later in its settings.',
    },
  },
  'mail-not-set': {
    status: 409,
    zh: {
      title: '没有邮件服务器',
      detail: '管理员尚未设置邮件服务器，不能发送邮件。请打印纸条，或请管理员设置后再发。',
    },
    en: {
      title: 'No mail server',
      detail:
        'The administrator has set no mail server, so nothing can be sent. Print slips, or ask for a server to be set.',
    },
  },
  'paper-second-person': {
    status: 409,
    zh: {
      title: '须由另一人录入',
      detail: '这张问卷您已录入过一遍，第二遍须由另一人录入。请录入下一张。',
    },
    en: {
      title: 'Needs somebody else',
      detail:
        'You have keyed this sheet in already; somebody else has to do it the second time. Take the next one.',
    },
  },
  'paper-third-person': {
    status: 409,
    zh: {
      title: '须由第三人核定',
      detail: '两遍录入不一致，须由没有录入过这张问卷的人对照原件核定。',
    },
    en: {
      title: 'Needs a third person',
      detail: 'The two entries differ. Somebody who keyed in neither has to look at the sheet and settle it.',
    },
  },
  'paper-settled': {
    status: 409,
    zh: { title: '这张已经完成', detail: '这张问卷已核对一致并计入，不再接受录入。请检查编号。' },
    en: {
      title: 'The sheet is done',
      detail: 'This sheet is agreed and counts; it takes no more entries. Check its number.',
    },
  },
  'proof-used': {
    status: 409,
    zh: {
      title: '此页已提交过',
      detail: '这一页已经提交过一份答卷。如需评价另一个单位，请重新打开问卷再填。',
    },
    en: {
      title: 'Page sent before',
      detail:
        'This page has sent one answer already. To appraise another unit, open the questionnaire again.',
    },
  },
  'survey-not-open': {
    status: 409,
    zh: {
      title: '问卷未开放',
      detail: '本问卷的开放时间为 {opens} 至 {closes}，目前不能提交。感谢您的关注。',
    },
    en: {
      title: 'Survey not open',
      detail:
        'This survey is open from {opens} to {closes} and takes no answers now. Thank you for your interest.',
    },
  },
  'idempotency-mismatch': {
    status: 409,
    zh: {
      title: '重复的提交编号',
      detail: '该提交编号已用于另一份内容不同的答卷。请刷新页面后重新填写提交。',
    },
    en: {
      title: 'Submission key used already',
      detail: 'This submission key was used for different answers. Reload the page and submit again.',
    },
  },
  'faulty-questionnaire': {
    status: 409,
    zh: {
      title: '问卷还有问题',
      detail: '问卷草稿还有 {count} 处问题，不能启用。请按“检查”中列出的逐项改正后再启用。',
    },
    en: {
      title: 'The questionnaire is not right yet',
      detail: 'The draft has {count} problems and cannot be used. Correct each under “Checks” first.',
    },
  },
  'no-draft': {
    status: 409,
    zh: { title: '没有草稿', detail: '没有可启用的问卷草稿：它可能已被启用或放弃。请刷新页面查看。' },
    en: {
      title: 'No draft',
      detail: 'There is no draft of the questionnaire: it was put into use or discarded. Reload the page.',
    },
  },
  'questionnaire-file': {
    status: 422,
    zh: {
      title: '文件中有问题，未导入',
      detail: '文件中有 {count} 处问题，没有导入任何内容。请按列出的位置改正后重新上传。',
    },
    en: {
      title: 'Problems in the file, nothing imported',
      detail:
        'The file has {count} problems and nothing of it was imported. Correct each where it is listed and upload the file again.',
    },
  },
} as const satisfies Record<string, ProblemText>;
