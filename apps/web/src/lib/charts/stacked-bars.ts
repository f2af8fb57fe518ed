import { familyColours } from '#lib/components/families.ts';
import type { ChartOption } from './option.ts';
import { baseOption, categoryAxis, valueAxis } from './style.ts';

export interface StackedBars {
  /** One bar each, from the top down; the caller sorts. */
  readonly categories: readonly string[];
  /** From the zero line outwards; `key` is a family's code or anything else (grey). */
  readonly series: readonly {
    readonly key: string;
    readonly name: string;
    readonly values: readonly number[];
  }[];
  readonly maximum?: number;
}

/** Lying bars, families in their colours, the total being the length. */
export function stackedBars({ categories, series, maximum }: StackedBars): ChartOption {
  return {
    ...baseOption,
    tooltip: { ...baseOption.tooltip, trigger: 'axis', axisPointer: { type: 'none' } },
    grid: { left: 8, right: 16, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: valueAxis(maximum),
    yAxis: { ...categoryAxis(categories), inverse: true },
    series: series.map(({ key, name, values }) => {
      const colours = familyColours(key);
      return {
        type: 'bar',
        name,
        stack: 'total',
        barMaxWidth: 20,
        // The outline of a bar without length would still be drawn.
        data: values.map((value) => (value === 0 ? null : value)),
        itemStyle: { color: colours.fill, borderColor: colours.edge, borderWidth: 1 },
        emphasis: { disabled: true },
      };
    }),
  };
}
