import { readDocument } from '@gongping/annual-report';
import type { AnnualReport, Block, DocumentReading } from '@gongping/annual-report';
import { basename, extname } from 'node:path';
import { checkSize } from './check-size.ts';
import { docxBlocks } from './docx-blocks.ts';
import { htmlBlocks } from './html-blocks.ts';
import { htmlText } from './html-text.ts';
import { readReportJson } from './read-report-json.ts';
import { fileRefused } from './report-file-error.ts';
import { readBytes } from './stored-bytes.ts';
import { xlsxBlocks } from './xlsx-blocks.ts';

/** A report from a file, and how it was read out of a document. */
export interface ReportFile {
  readonly report: AnnualReport;
  /** Null for JSON: every cell is where it says. */
  readonly reading: Pick<DocumentReading, 'found' | 'unread'> | null;
}

const blocksOf = async (path: string): Promise<readonly Block[]> => {
  switch (extname(path).toLowerCase()) {
    case '.html':
    case '.htm':
      return htmlBlocks(htmlText(readBytes(path)));
    case '.docx':
      return docxBlocks(readBytes(path));
    case '.xlsx':
      return xlsxBlocks(path);
    case '.doc':
    case '.docm':
      throw fileRefused({
        zh: `${path} 是旧式或带宏的 Word 文件，请在 Word 或 WPS 中另存为 .docx 后再试。`,
        en: `${path} is a Word file of the old kind or with macros; save it as .docx in Word or WPS and try again.`,
      });
    case '.pdf':
      throw fileRefused({
        zh: `${path} 是 PDF，其中的表格无法可靠读取；请给出 .docx、.html、.xlsx 或 .json。`,
        en: `${path} is a PDF, whose tables cannot be read reliably; give a .docx, .html, .xlsx or .json.`,
      });
    default:
      throw fileRefused({
        zh: `${path} 不是可读取的年度报告，请给出 .json、.html、.docx 或 .xlsx。`,
        en: `${path} is no annual report that can be read; give a .json, .html, .docx or .xlsx.`,
      });
  }
};

/**
 * A statutory annual report from a file: JSON, or as it was published.
 *
 * @throws BundleError or TablesError where it cannot be read, with the place of what is wrong in it
 */
export const readReportFile = async (path: string): Promise<ReportFile> => {
  if (extname(path).toLowerCase() === '.json') {
    return { report: readReportJson(basename(path), readBytes(path)), reading: null };
  }
  const { report, found, unread } = readDocument(checkSize(await blocksOf(path)));
  if (report !== null) return { report, reading: { found, unread } };
  throw fileRefused({
    zh: `${path} 的标题和表头中没有年度（如“2024年政府信息公开工作年度报告”），无法判断是哪一年的报告；请补上标题。`,
    en: `Neither the title nor a header of ${path} names a year, such as 2024年政府信息公开工作年度报告, so that it cannot be told which year it reports on; add the title.`,
  });
};
