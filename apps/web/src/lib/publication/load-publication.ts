import type { Publication, PublicationSummary } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';

/** A publication, and the newest of its assessment: what it says of itself never changes, what came after it does. */
export type ShownPublication = Publication & { readonly newest: PublicationSummary | null };

/** @param at as in the address: `version` may be `latest` @throws the error page 404 where there is no such version */
export async function loadPublication(
  api: ApiClient,
  at: { readonly year: string; readonly version: string },
): Promise<ShownPublication> {
  const [publication, { publications }] = await Promise.all([
    answer(api.publications[':year'][':version'].$get({ param: at })),
    answer(api.publications.$get()),
  ]);
  const newest = publications.find(({ slug, current }) => current && slug === publication.slug);
  return { ...publication, newest: newest ?? null };
}
