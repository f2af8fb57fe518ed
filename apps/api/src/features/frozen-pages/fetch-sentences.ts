import type { Language } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';
import { FetchError, type FetchFailure } from '../../outbound/fetch-failure.ts';

type Sentence = Record<Language, string>;

const sentences: Record<FetchFailure, Sentence> = {
  address: {
    zh: '网址应以 http:// 或 https:// 开头，不含用户名和密码。请核对网址。',
    en: 'an address begins with http:// or https:// and has no user name in it. Check the address.',
  },
  port: {
    zh: '只能抓取 80 和 443 端口的网页。请核对网址，或改为上传截图。',
    en: 'only pages at the ports 80 and 443 can be fetched. Check the address, or upload a screenshot.',
  },
  private: {
    zh: '网址指向内部网络，服务器不能代为访问。请核对网址，或改为上传截图。',
    en: 'the address leads into a private network, where the server does not go. Check it, or upload a screenshot.',
  },
  'no-host': {
    zh: '找不到这个网站。请核对网址。',
    en: 'there is no such site. Check the address.',
  },
  unreachable: {
    zh: '网站没有响应。请稍后再试；如网站确已无法访问，请上传截图作为佐证。',
    en: 'the site does not answer. Try again later; if it is down for good, upload a screenshot as evidence.',
  },
  certificate: {
    zh: '网站的安全证书无效，抓取的内容不能作准。请上传截图。',
    en: 'the certificate of the site is not valid, so that what it sends proves nothing. Upload a screenshot.',
  },
  timeout: {
    zh: '网站在 15 秒内没有送完网页。请稍后再试，或上传截图。',
    en: 'the site did not send the page within 15 seconds. Try again later, or upload a screenshot.',
  },
  'too-large': {
    zh: '网页超过 5 MB。请下载后作为文件上传，或上传截图。',
    en: 'the page is larger than 5 MB. Download it and upload it as a file, or upload a screenshot.',
  },
  'too-many-redirects': {
    zh: '网址跳转超过 5 次。请填写最终的网址。',
    en: 'the address redirects more than five times. Enter the final address.',
  },
  broken: {
    zh: '网页内容损坏，无法读取。请上传截图。',
    en: 'what the site sent is broken and cannot be read. Upload a screenshot.',
  },
};

const wrongKind: Sentence = {
  zh: '该网址不是网页，也不是 PDF、图片、DOCX 或 XLSX 文件。请下载并转换后上传。',
  en: 'the address is neither a page nor a PDF, a picture, DOCX or XLSX. Download it, convert it and upload it.',
};

/** The refusal of a page that could not be fetched. Other errors pass as they are. */
export function notKept(error: unknown, language: Language): unknown {
  if (!(error instanceof FetchError)) return error;
  return new ProblemError('page-not-kept', { values: { why: sentences[error.failure][language] } });
}

export function wrongKindOfPage(language: Language): ProblemError {
  return new ProblemError('page-not-kept', { values: { why: wrongKind[language] } });
}
