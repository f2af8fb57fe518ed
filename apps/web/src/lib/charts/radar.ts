import type { ChartOption } from './option.ts';
import { baseOption, comparedColours, comparedSymbols, lineColour, textColour } from './style.ts';

export interface Radar {
  /** At least three, clockwise from the top; a value at `maximum` touches the rim. */
  readonly axes: readonly { readonly name: string; readonly maximum: number }[];
  /** Two to five units; values in the order of the axes. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Families of a few units laid over one another; outlines only, so that none hides another. */
export function radar({ axes, series }: Radar): ChartOption {
  return {
    ...baseOption,
    radar: {
      indicator: axes.map(({ name, maximum }) => ({ name, max: maximum, min: 0 })),
      radius: '68%',
      axisName: { color: textColour },
      axisLine: { lineStyle: { color: lineColour } },
      splitLine: { lineStyle: { color: lineColour } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        data: series.map(({ name, values }, index) => {
          const colour = comparedColours[index % comparedColours.length] ?? textColour;
          return {
            name,
            value: [...values],
            symbol: comparedSymbols[index % comparedSymbols.length] ?? 'circle',
            symbolSize: 8,
            lineStyle: { color: colour, width: 2 },
            itemStyle: { color: colour },
          };
        }),
        emphasis: { disabled: true },
      },
    ],
  };
}
