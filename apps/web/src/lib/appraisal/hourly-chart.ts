import type { SurveyDashboard } from '@gongping/contracts';
import type { ChartOption } from '#lib/charts/option.ts';
import {
  baseOption,
  categoryAxis,
  edgeColour,
  inkColour,
  mutedColour,
  valueAxis,
} from '#lib/charts/style.ts';
import { formatDate, formatTime } from '#lib/format/date.ts';
import { formatCount } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';

/** Standing bars, one an hour: what counts below, what is held or refused on top of it. */
export function hourlyChart(hours: SurveyDashboard['hours']): ChartOption {
  const bars = (name: string, colour: string, values: number[]) => ({
    type: 'bar' as const,
    name,
    stack: 'all',
    barMaxWidth: 16,
    data: values,
    itemStyle: { color: colour },
    emphasis: { disabled: true },
  });
  return {
    ...baseOption,
    animation: false,
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'none' },
      valueFormatter: (value) => (typeof value === 'number' ? formatCount(value) : ''),
    },
    grid: { left: 8, right: 8, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      ...categoryAxis(hours.map(({ hour }) => `${formatDate(hour).slice(5)} ${formatTime(hour)}`)),
      axisLabel: { color: mutedColour, hideOverlap: true },
    },
    yAxis: { ...valueAxis(undefined), minInterval: 1 },
    series: [
      bars(
        m.facts_counted(),
        inkColour,
        hours.map(({ counted }) => counted),
      ),
      bars(
        m.live_set_aside(),
        edgeColour,
        hours.map(({ held, refused }) => held + refused),
      ),
    ],
  };
}
