import type { Language, ReportFormat } from '@gongping/contracts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import type { OpenFile } from '../publications/open-data.ts';
import { findPublication, type WantedPublication } from '../publications/publication.service.ts';
import { composeReport, reportFilename, reportMediaTypes, type ReportOf } from './report-documents.ts';

interface WantedReport extends WantedPublication {
  /** Code of the unit; null for the overall report. */
  readonly unit: string | null;
  readonly format: ReportFormat;
  readonly language: Language;
}

type Deps = Pick<Dependencies, 'db' | 'memory' | 'press' | 'robustness'>;

/** Different documents that the public may have printed at a time. */
const mostPrinting = 8;
const retrySeconds = 5;

/**
 * A report of a publication, drawn from its snapshot alone.
 * @returns with the hash of the snapshot
 * @throws ProblemError `not-found`, `unit-not-assessed`, `too-many-attempts`
 */
export async function readReport(
  deps: Deps,
  { unit, format, language, ...wanted }: WantedReport,
): Promise<{ file: OpenFile; sha256: string }> {
  const { snapshot, sha256 } = await findPublication(deps, wanted);
  const of = { snapshot, sha256, unit };
  if (unit !== null && !snapshot.facts.units.some(({ code }) => code === unit))
    throw new ProblemError('unit-not-assessed', { values: { unit } });
  const bytes = await documentOf(deps, of, { format, language });
  return {
    file: { filename: reportFilename(of, format), mediaType: reportMediaTypes[format], bytes },
    sha256,
  };
}

/** Printed once for all who want it at the same time, and kept. */
async function documentOf(
  deps: Deps,
  of: ReportOf,
  { format, language }: { format: ReportFormat; language: Language },
): Promise<Uint8Array<ArrayBuffer>> {
  const { recent, printing } = deps.memory.reportDocuments;
  const key = [of.sha256, of.unit ?? '', format].join(' ');
  const known = recent.get(key) ?? printing.get(key);
  if (known !== undefined) return known;
  if (printing.size >= mostPrinting)
    throw new ProblemError('too-many-attempts', { values: { seconds: retrySeconds } });
  const printed = print(deps, of, { format, language });
  printing.set(key, printed);
  try {
    const bytes = await printed;
    recent.set(key, bytes);
    return bytes;
  } finally {
    printing.delete(key);
  }
}

/** Goes on where whoever asked first has gone: others may wait for it, and it is kept. */
async function print(
  deps: Deps,
  of: ReportOf,
  { format, language }: { format: ReportFormat; language: Language },
): Promise<Uint8Array<ArrayBuffer>> {
  const { signal } = new AbortController();
  const report = await composeReport(deps, of, { language, signal });
  if (report === null) throw new ProblemError('not-found');
  return deps.press.print({ kind: 'report', report }, format);
}
