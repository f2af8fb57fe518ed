export { docxBlocks } from './docx-blocks.ts';
export { htmlBlocks } from './html-blocks.ts';
export { readReportFile } from './read-report-file.ts';
export type { ReportFile } from './read-report-file.ts';
export { reportWorkbook } from './report-workbook.ts';
export { readReportJson } from './read-report-json.ts';
