export { openNoticePress } from './notice-press.ts';
export type { NoticePress } from './notice-press.ts';
export type { NoticeDocument, NoticeRow } from './notice.ts';
export type { OfficialReport, ReportBlock, ReportCell, ReportFigure } from './official-report.ts';
export type { ReportHeading, ReportTable } from './official-report.ts';
export { passageDocx } from './passage-docx.ts';
export type { PassageDocument, PassageTable } from './passage.ts';
