import type { PublicationSummary, SessionUser } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';

async function newestPublication(api: ApiClient): Promise<PublicationSummary | null> {
  const { publications } = await answer(api.publications.$get());
  return (
    publications.filter(({ current }) => current).sort((a, b) => b.slug.localeCompare(a.slug, 'en'))[0] ??
    null
  );
}

/** The newest published ranking with whoever is first in each kind; null while nothing is published. */
export async function loadNewestRanking(api: ApiClient) {
  const newest = await newestPublication(api);
  if (!newest) return null;
  const param = { year: newest.slug, version: 'latest' };
  const { ranking } = await answer(api.publications[':year'][':version'].$get({ param }));
  const firsts = ranking.units
    .filter(({ rank }) => rank === 1)
    .map(({ code, name, kind, total }) => ({ code, name, kind, total }));
  return { publication: newest, firsts };
}

/** A liaison's units with their newest published results. */
export async function loadOwnUnits(api: ApiClient, user: SessionUser) {
  const ids = new Set(
    user.grants.flatMap(({ role, unitId }) => (role === 'liaison' && unitId !== null ? [unitId] : [])),
  );
  if (ids.size === 0) return [];
  const [{ units }, newest] = await Promise.all([answer(api.units.$get()), newestPublication(api)]);
  return Promise.all(
    units
      .filter(({ id }) => ids.has(id))
      .map(async (unit) => {
        if (!newest) return { unit, result: null };
        const param = { year: newest.slug, version: 'latest', unit: unit.code };
        const call = api.publications[':year'][':version'].units[':unit'].$get({ param });
        // A unit that was not part of that round has no page in it.
        const found = await answer(call).catch(() => null);
        if (!found) return { unit, result: null };
        const { rank, total, band } = found.unit;
        const bandName = found.ranking.method.bands.find(({ code }) => code === band)?.name ?? null;
        return { unit, result: { publication: newest, rank, total, band: bandName, of: found.groupSize } };
      }),
  );
}
