import { formatCount } from '#lib/format/number.ts';
import type { ChartOption } from './option.ts';
import { baseOption, categoryAxis, edgeColour, inkColour, textColour, valueAxis } from './style.ts';

export interface Distribution {
  /** In their own order: levels of a scale, bins from the lowest. */
  readonly bins: readonly { readonly label: string; readonly count: number; readonly highlight?: boolean }[];
}

/** Counts by level or bin, each labelled; grey for context, ink for the point. */
export function distribution({ bins }: Distribution): ChartOption {
  return {
    ...baseOption,
    tooltip: { ...baseOption.tooltip, show: false },
    grid: { left: 8, right: 48, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { ...valueAxis(undefined), show: false },
    yAxis: { ...categoryAxis(bins.map(({ label }) => label)), inverse: true },
    series: [
      {
        type: 'bar',
        barMaxWidth: 20,
        data: bins.map(({ count, highlight }) => ({
          value: count,
          itemStyle: { color: highlight === true ? inkColour : edgeColour },
        })),
        label: {
          show: true,
          position: 'right',
          color: textColour,
          formatter: ({ value }) => (typeof value === 'number' ? formatCount(value) : ''),
        },
        emphasis: { disabled: true },
      },
    ],
  };
}
