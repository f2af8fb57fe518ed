import type { ReportArchive, ReportFormat } from '@gongping/contracts';
import { browserApi } from '#lib/api/browser.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** Of which publication: the slug of its assessment and its version. */
export interface ArchivesOf {
  readonly slug: string;
  readonly version: number;
}

/** What was answered, or the sentence why not. */
export type Told<T> = { readonly answer: T } | { readonly problem: string };

const paramOf = ({ slug, version }: ArchivesOf) => ({ slug, version: String(version) });
const routes = () => browserApi().assessments[':slug'].publications[':version']['report-archives'];

export function beginArchive(of: ArchivesOf, format: ReportFormat): Promise<Told<ReportArchive>> {
  return told(routes().$post({ param: paramOf(of), json: { format } }));
}

export function cancelArchive(of: ArchivesOf, id: string): Promise<Told<ReportArchive>> {
  return told(routes()[':id'].$delete({ param: { ...paramOf(of), id } }));
}

export async function readArchives(of: ArchivesOf): Promise<Told<ReportArchive[]>> {
  const read = await told<{ archives: ReportArchive[] }>(routes().$get({ param: paramOf(of) }));
  return 'answer' in read ? { answer: read.answer.archives } : read;
}

/** Where the zip is, once it is made. */
export function archivePath({ slug, version }: ArchivesOf, { id }: Pick<ReportArchive, 'id'>): string {
  return `/api/v1/assessments/${slug}/publications/${version}/report-archives/${id}/reports.zip`;
}

/** The archives with one as it is now in the place of that of its format. */
export function withArchive(archives: readonly ReportArchive[], changed: ReportArchive): ReportArchive[] {
  return [...archives.filter(({ format }) => format !== changed.format), changed];
}

type Call = Promise<Parameters<typeof problemOf>[0] & { readonly ok: boolean; json(): Promise<unknown> }>;

async function told<T>(call: Call): Promise<Told<T>> {
  const response = await call.catch(() => null);
  if (response === null) return { problem: m.errors_unreachable() };
  if (!response.ok) return { problem: (await problemOf(response)).detail };
  return { answer: (await response.json()) as T };
}
