import type { SurveyView } from '@gongping/contracts';
import type { ChartOption } from '#lib/charts/option.ts';
import {
  baseOption,
  categoryAxis,
  inkColour,
  mutedColour,
  textColour,
  valueAxis,
} from '#lib/charts/style.ts';
import { formatCount } from '#lib/format/number.ts';

/** Standing bars, one a day, labelled while there is room for the figures. */
export function dailyChart(byDay: SurveyView['byDay']): ChartOption {
  return {
    ...baseOption,
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'none' },
      valueFormatter: (value) => (typeof value === 'number' ? formatCount(value) : ''),
    },
    grid: { left: 8, right: 8, top: 24, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      ...categoryAxis(byDay.map(({ day }) => day.slice(5))),
      axisLabel: { color: mutedColour, hideOverlap: true },
    },
    yAxis: { ...valueAxis(undefined), minInterval: 1 },
    series: [
      {
        type: 'bar',
        barMaxWidth: 32,
        data: byDay.map(({ responses }) => responses),
        itemStyle: { color: inkColour },
        label: { show: byDay.length <= 14, position: 'top', color: textColour },
        emphasis: { disabled: true },
      },
    ],
  };
}
