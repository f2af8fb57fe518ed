import type { CityReportVersion, PublishedCityReport } from '@gongping/contracts';
import { reportHtml, type Press } from '@gongping/documents';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import type { OpenFile } from '../publications/open-data.ts';
import { organisersOnly } from './city-report.access.ts';
import { cityReportDocument } from './city-report-document.ts';
import { cityReportFile, type CityReportFormat } from './city-report-file.ts';
import * as repository from './city-report.repository.ts';
import { draftOf, emptyContent, type DraftReport } from './draft-report.ts';
import { comparable, listVersions } from './read-city-report.ts';
import { seal } from './seal-report.ts';
import { parseSealed, type SealedCityReport } from './sealed-report.ts';
import { yearFigures } from './year-figures.ts';

type Deps = Pick<Dependencies, 'db' | 'memory' | 'clock'>;

/** Which report: its year, and a version or null for the newest. */
export interface WantedReport {
  readonly year: number;
  readonly version: number | null;
}

/** A published report with the bytes that its hash is of. */
export interface FoundReport {
  readonly sealed: SealedCityReport;
  readonly text: string;
  readonly sha256: string;
}

/** @throws ProblemError `not-found` */
export async function findPublishedReport(
  { db }: Pick<Deps, 'db'>,
  wanted: WantedReport,
): Promise<FoundReport> {
  const row = await repository.findPublished(db, wanted);
  if (!row) throw new ProblemError('not-found');
  return { sealed: parseSealed(row.sealed), text: row.sealed, sha256: row.sha256 };
}

/** Every version of every year. */
export function listPublishedReports({ db }: Pick<Deps, 'db'>): Promise<CityReportVersion[]> {
  return listVersions(db, null);
}

/** A published report as its page shows it. @throws ProblemError `not-found` */
export async function readPublishedReport(
  deps: Pick<Deps, 'db'>,
  wanted: WantedReport,
): Promise<PublishedCityReport> {
  const { sealed, sha256 } = await findPublishedReport(deps, wanted);
  const versions = await listVersions(deps.db, wanted.year);
  const version = versions.find((one) => one.sha256 === sha256 && one.version === sealed.version);
  if (!version) throw new ProblemError('not-found');
  return { ...version, html: reportHtml(cityReportDocument(sealed)), versions };
}

/** A published report as a file. */
export function readReportFile(
  press: Press,
  { sealed }: Pick<FoundReport, 'sealed'>,
  format: CityReportFormat,
): Promise<OpenFile> {
  return cityReportFile(press, sealed, { format, draft: false });
}

/** The bytes that the hash is of. */
export function sealedFile({ text, sealed }: Pick<FoundReport, 'text' | 'sealed'>): OpenFile {
  return {
    filename: `${sealed.report.year}-annual-report-v${sealed.version}-sealed.json`,
    mediaType: 'application/json; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  };
}

/** The draft as it would be printed now. @throws ProblemError `not-found` */
export async function previewReport(deps: Deps, actor: Actor, year: number): Promise<string> {
  return reportHtml(cityReportDocument(await sealedDraft(deps, actor, year), { draft: true }));
}

/** The draft as a file, marked as one. @throws ProblemError `not-found` */
export async function draftFile(
  deps: Deps & Pick<Dependencies, 'press'>,
  actor: Actor,
  { year, format }: { year: number; format: CityReportFormat },
): Promise<OpenFile> {
  return cityReportFile(deps.press, await sealedDraft(deps, actor, year), { format, draft: true });
}

async function sealedDraft(deps: Deps, actor: Actor, year: number): Promise<SealedCityReport> {
  const round = await organisersOnly(deps.db, actor, year);
  const row = await repository.findDraft(deps.db, year);
  const draft: DraftReport = row ? draftOf(row) : { year, content: emptyContent, bindings: {} };
  const [last] = await repository.listHeads(deps.db, year);
  const demonstration = row?.demonstration ?? round.demonstration;
  const as = { version: (last?.version ?? 0) + 1, reason: '', at: deps.clock(), demonstration };
  const now = await yearFigures(deps, year);
  return seal({ draft, now, previous: await comparable(deps.db, year) }, as);
}
