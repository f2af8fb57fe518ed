import type { ReportPassage } from '@gongping/contracts';
import { passageDocx } from '@gongping/documents';
import type { Dependencies } from '../../http/dependencies.ts';
import { DEMONSTRATION, exportName, type OpenFile } from '../publications/open-data.ts';
import { findPublication, type WantedPublication } from '../publications/publication.service.ts';
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
  deps: Pick<Dependencies, 'db' | 'memory'>,
  wanted: WantedPublication,
): Promise<{ file: OpenFile; sha256: string }> {
  const { snapshot, sha256 } = await findPublication(deps, wanted);
  const { heading, paragraphs, tables, source, year, demonstration } = reportPassageOf(snapshot, sha256);
  const bytes = await passageDocx({
    title: `${year}年政务公开考核、社会评议结果`,
    author: '公评',
    notice: demonstration ? `${DEMONSTRATION}：由系统生成，不是真实的评估结果` : null,
    heading,
    paragraphs,
    tables,
    source,
  });
  return { file: { filename: exportName(snapshot, 'report-passage', 'docx'), mediaType, bytes }, sha256 };
}
