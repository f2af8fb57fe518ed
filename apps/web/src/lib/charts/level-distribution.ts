import { levelColours } from '#lib/appraisal/level-colours.ts';
import { formatPercent } from '#lib/format/number.ts';
import type { ChartOption } from './option.ts';
import { baseOption, edgeColour, textColour, valueAxis } from './style.ts';
import { wrappedNames } from './wrapped-names.ts';

export interface LevelDistribution {
  /** From the best. */
  readonly levels: readonly string[];
  /** From the top down; the caller sorts. Shares, 0 to 1, in the order of the levels; null where one is not known. */
  readonly rows: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[];
}

/** Parts narrower than this have no room for their figure. */
const narrowest = 0.1;

/** Bars of equal length, one a row, cut by how often each level was chosen. */
export function levelDistribution({ levels, rows }: LevelDistribution): ChartOption {
  const colours = levelColours(levels.length);
  const share = (value: unknown): string => (typeof value === 'number' ? formatPercent(value, 1) : '\u2014');
  return {
    ...baseOption,
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'none' },
      valueFormatter: share,
    },
    grid: { left: 8, right: 16, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { ...valueAxis(1), show: false },
    yAxis: wrappedNames(rows.map(({ name }) => name)),
    series: levels.map((name, at) => ({
      type: 'bar' as const,
      name,
      stack: 'levels',
      barMaxWidth: 20,
      // The outline of a bar without length would still be drawn.
      data: rows.map(({ shares }) => shares[at] || null),
      itemStyle: { color: colours[at] ?? edgeColour, borderColor: edgeColour, borderWidth: 1 },
      label: {
        show: true,
        color: at === 0 || at === levels.length - 1 ? 'var(--on-ink)' : textColour,
        formatter: ({ value }: { value?: unknown }) =>
          typeof value === 'number' && value >= narrowest ? formatPercent(value) : '',
      },
      emphasis: { disabled: true },
    })),
  };
}
