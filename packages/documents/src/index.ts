export { openNoticePress } from './notice-press.ts';
export type { NoticePress } from './notice-press.ts';
export type { NoticeDocument, NoticeRow } from './notice.ts';
export { passageDocx } from './passage-docx.ts';
export type { PassageDocument, PassageTable } from './passage.ts';
