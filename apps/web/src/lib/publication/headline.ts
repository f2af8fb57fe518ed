import type { Publication, PublishedVersion, RankedUnit, UnitKind } from '@gongping/contracts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { kinds, unitsOfKind } from '#lib/results/groups.ts';
import { rankingSentence } from '#lib/results/ranking-sentence.ts';
import { bandPlace } from '#lib/results/words.ts';

/** How many units of each kind the first page names. */
const leading = 3;

/** The leading units of one kind, with the ranking said in a sentence. */
export interface HeadlineGroup {
  readonly kind: UnitKind;
  readonly count: number;
  readonly sentence: string;
  readonly units: readonly (Pick<RankedUnit, 'code' | 'name' | 'rank' | 'total'> & {
    readonly band: ReturnType<typeof bandPlace>;
  })[];
}

export interface Headline {
  readonly publication: PublishedVersion;
  readonly groups: readonly HeadlineGroup[];
}

/** What the first page says of a published ranking; units on the last shown rank are cut at three. */
export function headlineOf(
  { ranking, versions: _versions, ...publication }: Publication,
  locale: Locale,
): Headline {
  const groups = kinds
    .map((kind) => ({ kind, all: unitsOfKind(ranking, kind) }))
    .filter(({ all }) => all.length > 0)
    .map(({ kind, all }) => ({
      kind,
      count: all.length,
      sentence: rankingSentence(ranking, { units: all, kind, locale }),
      units: all
        .filter(({ rank }) => rank !== null)
        .slice(0, leading)
        .map(({ code, name, rank, total, band }) => ({
          code,
          name,
          rank,
          total,
          band: bandPlace(ranking.method, band),
        })),
    }));
  return { publication, groups };
}
