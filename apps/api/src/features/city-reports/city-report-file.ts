import { reportWorkbook } from '@gongping/report-files';
import { reportHtml, type OfficialReport, type Press } from '@gongping/documents';
import type { OpenFile } from '../publications/open-data.ts';
import { DEMONSTRATION } from '../publications/open-data.ts';
import { cityReportDocument } from './city-report-document.ts';
import type { SealedCityReport } from './sealed-report.ts';

export const cityReportFormats = ['html', 'docx', 'pdf', 'xlsx', 'json'] as const;
export type CityReportFormat = (typeof cityReportFormats)[number];

const mediaTypes = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<CityReportFormat, string>;

interface Wanted {
  readonly format: CityReportFormat;
  readonly draft: boolean;
}

/** A report as a file, drawn from what is sealed alone. */
export async function cityReportFile(
  press: Press,
  sealed: SealedCityReport,
  { format, draft }: Wanted,
): Promise<OpenFile> {
  const { year } = sealed.report;
  const mark = sealed.demonstration ? `-${DEMONSTRATION}` : '';
  const version = draft ? '草稿' : `v${sealed.version}`;
  return {
    filename: `${year}-annual-report-${version}${mark}.${format}`,
    mediaType: mediaTypes[format],
    bytes: await bytesOf(press, sealed, { format, draft }),
  };
}

async function bytesOf(
  press: Press,
  sealed: SealedCityReport,
  { format, draft }: Wanted,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = cityReportDocument(sealed, { draft });
  switch (format) {
    case 'html':
      return new TextEncoder().encode(pageOf(document));
    case 'json':
      return new TextEncoder().encode(JSON.stringify(sealed.report, null, 2));
    case 'xlsx':
      return reportWorkbook(sealed.report);
    default:
      return press.print({ kind: 'report', report: document }, format);
  }
}

/** A whole page, which stands on its own: no script, no other file. */
function pageOf(document: OfficialReport): string {
  const title = document.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    `<!doctype html><html lang="${document.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title><style>${style}</style></head><body><main>${reportHtml(document)}</main></body></html>`,
  ].join('');
}

const style = [
  'body{margin:0 auto;max-width:52rem;padding:1.5rem;font-family:FangSong,STFangsong,"Songti SC",serif;line-height:1.9}',
  'h1{text-align:center}h1,h2,h3,caption,th{font-family:SimHei,"Heiti SC",sans-serif}',
  'article>p{text-indent:2em}.report-table{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}',
  'th,td{border:1px solid #888;padding:.2rem .4rem}.report-center{text-align:center}.report-right{text-align:right}',
  '.report-wide table{min-width:44rem}th{text-wrap:balance}',
  'figure{margin:1.5rem 0;text-align:center}svg{max-width:100%;height:auto}',
].join('');
