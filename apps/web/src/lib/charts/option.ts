import type {
  BarSeriesOption,
  CustomSeriesOption,
  RadarSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import type { GridComponentOption, RadarComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** What the parts of ECharts that the product loads can draw (see `engine.ts`). */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | RadarSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | RadarComponentOption
  | TooltipComponentOption
>;
