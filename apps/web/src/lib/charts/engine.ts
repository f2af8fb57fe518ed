import { BarChart, CustomChart, RadarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './option.ts';

use([
  BarChart,
  CustomChart,
  RadarChart,
  ScatterChart,
  GridComponent,
  RadarComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** Draws `option` into `element`; imported dynamically, so that pages without charts do not load it. */
export function drawChart(element: HTMLElement, option: ChartOption): EChartsType {
  const chart = init(element, null, { renderer: 'svg' });
  chart.setOption(option);
  return chart;
}
