import type { ReportTable } from '../official-report.ts';
import { noticeCells, noticeColumns, type NoticeDocument } from './notice.ts';

/** The deductions as a table. */
export function tableOf(notice: NoticeDocument): ReportTable {
  return {
    kind: 'table',
    caption: notice.title,
    head: [noticeColumns.map(({ name }) => ({ text: name }))],
    rows: noticeCells(notice).map((cells) =>
      cells.map((text, at) => ({ text, align: noticeColumns[at]?.align ?? 'left' })),
    ),
    widths: noticeColumns.map(({ share }) => share),
  };
}
