import type { ProblemText } from './problem-text.ts';
import { ratingProblemTexts } from './rating-problem-texts.ts';
import { reportProblemTexts } from './report-problem-texts.ts';
import { roundProblemTexts } from './round-problem-texts.ts';
import { surveyProblemTexts } from './survey-problem-texts.ts';

/** Every problem the API answers with: status, and what is said in both languages. */
export const problemTexts = {
  'bad-request': {
    status: 400,
    zh: { title: '请求无法理解', detail: '提交的内容不是有效的 JSON，或缺少必需的部分。请检查后重新提交。' },
    en: {
      title: 'Request not understood',
      detail: 'The body is not valid JSON or lacks a required part. Check it and send it again.',
    },
  },
  'invalid-input': {
    status: 422,
    zh: { title: '填写内容有误', detail: '有 {count} 处内容不符合要求，请按提示逐项改正后重新提交。' },
    en: {
      title: 'Input not valid',
      detail: '{count} entries do not meet the requirements. Correct each as indicated and send again.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    zh: { title: '内容类型不对', detail: '此接口只接受 {expected}。请改用该格式提交。' },
    en: {
      title: 'Wrong content type',
      detail: 'This address only accepts {expected}. Send it in that format.',
    },
  },
  'body-too-large': {
    status: 413,
    zh: { title: '内容过大', detail: '提交的内容超过上限 {limit}。请精简或压缩后重新提交。' },
    en: {
      title: 'Too large',
      detail: 'What was sent exceeds the limit of {limit}. Shorten or compress it and send again.',
    },
  },
  'cross-site': {
    status: 403,
    zh: { title: '来源不明的请求', detail: '请求不是从本站页面发出的，已被拒绝。请回到本站页面重新操作。' },
    en: {
      title: 'Cross-site request',
      detail:
        'The request did not come from a page of this site and was refused. Go back to the site and try again.',
    },
  },
  'not-signed-in': {
    status: 401,
    zh: { title: '尚未登录', detail: '请先登录；如果刚才已登录，登录状态可能已到期，重新登录后可继续操作。' },
    en: {
      title: 'Not signed in',
      detail: 'Sign in first. If you were signed in, the session may have ended; sign in again to go on.',
    },
  },
  'wrong-credentials': {
    status: 401,
    zh: {
      title: '用户名或密码不正确',
      detail: '请核对用户名和密码后重试；如果忘记密码，请联系组织单位管理员重新发放一次性链接。',
    },
    en: {
      title: 'Wrong user name or password',
      detail:
        'Check both and try again. If you forgot the password, ask the organiser for a new one-time link.',
    },
  },
  'too-many-attempts': {
    status: 429,
    zh: { title: '尝试次数过多', detail: '尝试次数过多，请在 {seconds} 秒后再试。' },
    en: { title: 'Too many attempts', detail: 'Too many attempts. Try again in {seconds} seconds.' },
  },
  forbidden: {
    status: 403,
    zh: { title: '没有权限', detail: '您的角色不能进行此操作。如需办理，请联系组织单位管理员。' },
    en: {
      title: 'Not permitted',
      detail: 'Your role cannot do this. Ask the organiser if you need it done.',
    },
  },
  'not-found': {
    status: 404,
    zh: { title: '没有找到', detail: '所请求的内容不存在，或您无权查看。请检查地址，或从首页重新进入。' },
    en: {
      title: 'Not found',
      detail:
        'This does not exist, or is not yours to see. Check the address or start again from the front page.',
    },
  },
  'method-not-allowed': {
    status: 405,
    zh: { title: '不支持的操作', detail: '此地址不支持 {method} 操作。请查看接口说明。' },
    en: {
      title: 'Method not allowed',
      detail: 'This address does not support {method}. See the description of the interface.',
    },
  },
  stale: {
    status: 409,
    zh: {
      title: '内容已被他人更新',
      detail: '在您修改期间，{name} 已保存了更新的内容。您的输入仍保留在页面上，请对照后重新保存。',
    },
    en: {
      title: 'Changed by somebody else',
      detail:
        '{name} saved a newer version while you were editing. Your input is still on the page; compare and save again.',
    },
  },
  'already-exists': {
    status: 409,
    zh: { title: '已经存在', detail: '“{name}”已经存在，请换一个名称或代码。' },
    en: { title: 'Already exists', detail: '“{name}” exists already. Choose another name or code.' },
  },
  'file-type': {
    status: 415,
    zh: {
      title: '文件类型不允许',
      detail: '不能上传{found}。佐证材料可以是 PNG、JPEG、WebP、PDF、DOCX、XLSX 文件；请转换后上传。',
    },
    en: {
      title: 'File type not allowed',
      detail:
        '{found} cannot be uploaded. Evidence may be PNG, JPEG, WebP, PDF, DOCX or XLSX; convert it and upload again.',
    },
  },
  'file-too-large': {
    status: 413,
    zh: { title: '文件过大', detail: '单个文件不能超过 20 MB。请压缩或拆分后上传。' },
    en: {
      title: 'File too large',
      detail: 'A file may have 20 MB at the most. Compress or split it and upload again.',
    },
  },
  'link-unusable': {
    status: 410,
    zh: { title: '一次性链接已失效', detail: '该链接已使用过或已过期。请联系组织单位管理员重新发放。' },
    en: {
      title: 'One-time link no longer valid',
      detail: 'The link has been used or has expired. Ask the organiser for a new one.',
    },
  },
  'last-organiser': {
    status: 409,
    zh: {
      title: '至少保留一名管理员',
      detail: '这是最后一名可登录的组织单位管理员，不能停用或取消其角色。请先设置另一名管理员。',
    },
    en: {
      title: 'Last administrator',
      detail:
        'This is the last organiser who can sign in and cannot be disabled or lose the role. Appoint another first.',
    },
  },
  'reason-required': {
    status: 422,
    zh: { title: '需要说明理由', detail: '此操作需要说明理由，理由将记入审计日志。请填写后重新提交。' },
    en: {
      title: 'A reason is needed',
      detail: 'This needs a reason, which is kept in the audit log. Give one and send again.',
    },
  },
  ...reportProblemTexts,
  ...roundProblemTexts,
  ...ratingProblemTexts,
  ...surveyProblemTexts,
  ...reportProblemTexts,
  internal: {
    status: 500,
    zh: {
      title: '系统内部错误',
      detail:
        '系统出现意外错误，您的数据没有丢失。请稍后重试；如仍出现，请将请求编号 {requestId} 告知管理员。',
    },
    en: {
      title: 'Internal error',
      detail:
        'Something unexpected went wrong; nothing you saved is lost. Try again; if it happens again, tell the administrator the request id {requestId}.',
    },
  },
} as const satisfies Record<string, ProblemText>;
