import type { ReportPassage } from '@gongping/contracts';
import type { OfficialReport } from '@gongping/documents';
import type { Dependencies } from '../../http/dependencies.ts';
import { DEMONSTRATION, exportName, type OpenFile } from '../publications/open-data.ts';
import { findPublication, type WantedPublication } from '../publications/publication.service.ts';
import { longDay } from './figures.ts';
import { reportPassageOf } from './report-passage.ts';

/** @throws ProblemError `not-found` */
export async function readReportPassage(
  deps: Pick<Dependencies, 'db' | 'memory'>,
  wanted: WantedPublication,
): Promise<ReportPassage> {
  const { snapshot, sha256 } = await findPublication(deps, wanted);
  return reportPassageOf(snapshot, sha256);
}

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The passage as a Word document. @throws ProblemError `not-found` */
export async function readReportDocument(
  deps: Pick<Dependencies, 'db' | 'memory' | 'press'>,
  wanted: WantedPublication,
): Promise<{ file: OpenFile; sha256: string }> {
  const { snapshot, sha256 } = await findPublication(deps, wanted);
  const passage = reportPassageOf(snapshot, sha256);
  const report = passageReport(passage, longDay(snapshot.publishedAt));
  const bytes = await deps.press.print({ kind: 'report', report }, 'docx');
  return { file: { filename: exportName(snapshot, 'report-passage', 'docx'), mediaType, bytes }, sha256 };
}

function passageReport(passage: ReportPassage, date: string): OfficialReport {
  return {
    title: `${passage.year}年政务公开考核、社会评议结果`,
    subtitle: null,
    author: '公评',
    date,
    language: 'zh-CN',
    warning: passage.demonstration ? `${DEMONSTRATION}：由系统生成，不是真实的评估结果` : null,
    contents: false,
    blocks: [
      { kind: 'heading', level: 1, text: passage.heading },
      ...passage.paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
      ...passage.tables.map(({ caption, columns, rows }) => ({
        kind: 'table' as const,
        caption,
        head: [columns.map((text) => ({ text }))],
        rows: rows.map((row) => row.map((text) => ({ text }))),
      })),
    ],
    source: passage.source,
  };
}
