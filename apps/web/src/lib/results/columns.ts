import type { RankedUnit, Ranking, Robustness } from '@gongping/contracts';
import type { Column } from '#lib/components/table.ts';
import { localText } from '#lib/format/local-text.ts';
import { formatScore, formatScoreOr } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import { intervalText, robustnessByUnit } from './rank-interval.ts';
import { bandPlace } from './words.ts';

/**
 * Columns of the ranking without their cells, in the order shown.
 *
 * @param robustness null where there are no intervals to show
 */
export function rankingColumns(
  { families, method, units }: Ranking,
  robustness: Robustness | null,
): Column<RankedUnit>[] {
  const none = m.results_no_score();
  const previousYear = units.find(({ previous }) => previous !== null)?.previous?.year;
  const appraised = method.socialWeight > 0;
  return [
    { key: 'rank', label: m.results_rank(), numeric: true, value: ({ rank }) => rank },
    ...(robustness === null ? [] : [intervalColumn(robustness)]),
    { key: 'unit', label: m.results_unit(), rowHeader: true, value: ({ name }) => localText(name) },
    {
      key: 'total',
      label: m.results_total(),
      numeric: true,
      value: ({ total }) => total,
      text: ({ total }) => formatScoreOr(total, none),
    },
    { key: 'parts', label: m.results_make_up(), width: '100%' },
    ...families.map(({ code, name }): Column<RankedUnit> => ({
      key: `family-${code}`,
      label: code,
      title: m.results_family_title({ name: localText(name) }),
      numeric: true,
      value: (unit) => unit.families[code]?.score ?? null,
      text: (unit) => formatScoreOr(unit.families[code]?.score ?? null, none),
    })),
    {
      key: 'third-party',
      label: m.results_third_party(),
      title: m.results_third_party_title(),
      numeric: true,
      value: ({ thirdParty }) => thirdParty,
    },
    ...(appraised
      ? [
          {
            key: 'social',
            label: m.results_social(),
            numeric: true,
            value: (unit: RankedUnit) => unit.social,
          },
        ]
      : []),
    ...(units.some(({ bonus }) => bonus > 0)
      ? [
          {
            key: 'bonus',
            label: m.results_bonus(),
            numeric: true,
            value: ({ bonus }: RankedUnit) => bonus,
            text: ({ bonus }: RankedUnit) => (bonus > 0 ? formatScore(bonus) : none),
          },
        ]
      : []),
    {
      key: 'band',
      label: m.results_band(),
      // By its place, so that the best comes first.
      value: ({ band }) => bandPlace(method, band)?.position ?? null,
    },
    ...(previousYear === undefined
      ? []
      : [
          {
            key: 'change',
            label: m.results_change(),
            title: m.results_change_title({ year: previousYear }),
            numeric: true,
            value: rankChange,
          },
        ]),
  ];
}

function intervalColumn(robustness: Robustness): Column<RankedUnit> {
  const ranks = robustnessByUnit(robustness);
  return {
    key: 'interval',
    label: m.results_interval(),
    title: m.results_interval_title(),
    value: ({ code }) => ranks.get(code)?.q5 ?? null,
    text: ({ code }) => {
      const unit = ranks.get(code);
      return unit ? intervalText(unit) : m.results_no_score();
    },
  };
}

/** Places risen since the year before; null where the unit had no rank then or has none now. */
export function rankChange({ rank, previous }: Pick<RankedUnit, 'rank' | 'previous'>): number | null {
  const before = previous?.rank ?? null;
  return rank === null || before === null ? null : before - rank;
}
