import type { Language, ReportFormat } from '@gongping/contracts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import type { OpenFile } from '../publications/open-data.ts';
import { findPublication, type WantedPublication } from '../publications/publication.service.ts';
import { composeReport, reportFilename, reportMediaTypes } from './report-documents.ts';

interface WantedReport extends WantedPublication {
  /** Code of the unit; null for the overall report. */
  readonly unit: string | null;
  readonly format: ReportFormat;
  readonly language: Language;
  /** Given when whoever asked has gone. */
  readonly signal: AbortSignal;
}

/**
 * A report of a publication, drawn from its snapshot alone.
 * @returns with the hash of the snapshot
 * @throws ProblemError `not-found`, `unit-not-assessed`, `too-many-attempts`
 */
export async function readReport(
  deps: Pick<Dependencies, 'db' | 'memory' | 'press' | 'robustness'>,
  { unit, format, language, signal, ...wanted }: WantedReport,
): Promise<{ file: OpenFile; sha256: string }> {
  const { snapshot, sha256 } = await findPublication(deps, wanted);
  const of = { snapshot, sha256, unit };
  const key = [sha256, unit ?? '', format].join(' ');
  const known = deps.memory.reportDocuments.get(key);
  const bytes = known ?? (await print());
  deps.memory.reportDocuments.set(key, bytes);
  return {
    file: { filename: reportFilename(of, format), mediaType: reportMediaTypes[format], bytes },
    sha256,
  };

  async function print() {
    const report = await composeReport(deps, of, { language, signal });
    if (report === null) throw new ProblemError('unit-not-assessed', { values: { unit: unit ?? '' } });
    return deps.press.print({ kind: 'report', report }, format);
  }
}
