import { error } from '@sveltejs/kit';
import type { PublicationSummary, ReportPassage } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { m } from '#lib/paraglide/messages.js';

export interface Report {
  readonly publication: PublicationSummary & {
    readonly versions: PublicationSummary[];
    readonly newest: PublicationSummary | null;
  };
  readonly passage: ReportPassage;
}

/** All versions of an assessment's publication, newest first; empty before the first. */
export async function versionsOf(api: ApiClient, slug: string): Promise<PublicationSummary[]> {
  const { publications } = await answer(api.publications.$get());
  return publications.filter((one) => one.slug === slug);
}

/**
 * The passage of one version with what it is bound to.
 *
 * @param version its number or `latest`, as in the address
 * @throws the error page 404 where there is no such version
 */
export async function loadReport(
  api: ApiClient,
  { slug, version }: { slug: string; version: string },
): Promise<Report> {
  const versions = await versionsOf(api, slug);
  const publication = versions.find((one) =>
    version === 'latest' ? one.current : String(one.version) === version,
  );
  if (!publication) error(404, m.errors_not_found_sentence());
  const param = { year: slug, version: String(publication.version) };
  const passage = await answer(api.publications[':year'][':version']['report-passage'].$get({ param }));
  const newest = versions.find(({ current }) => current) ?? null;
  return { publication: { ...publication, versions, newest }, passage };
}
