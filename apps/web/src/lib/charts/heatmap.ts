import { roundHalfUp } from '@gongping/scoring';
import { formatPercent } from '#lib/format/number.ts';
import type { ChartOption } from './option.ts';
import { baseOption, categoryAxis, surfaceColour } from './style.ts';

export interface Heatmap {
  readonly columns: readonly { readonly code: string; readonly name: string }[];
  readonly rows: readonly { readonly name: string }[];
  /** `values[row][column]`, shares from 0 to 1; `null` is not applicable or unscored and stays empty. */
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * The colour of a share: the more is lost, the darker the ink, so that what needs attention stands out
 * and a good row is nearly paper.
 */
export function heatColour(share: number): string {
  const lost = roundHalfUp(100 * (1 - Math.max(0, Math.min(share, 1))), 0);
  return `color-mix(in srgb, var(--ink) ${lost}%, var(--ink-soft))`;
}

/** Units by leaves. */
export function heatmap({ columns, rows, values }: Heatmap): ChartOption {
  return {
    ...baseOption,
    tooltip: {
      ...baseOption.tooltip,
      // A text node: names come from data and must not be read as HTML.
      formatter: (parameters) => {
        const cell = Array.isArray(parameters) ? parameters[0] : parameters;
        const [x, y, share] = Array.isArray(cell?.value) ? cell.value.map(Number) : [];
        const column = columns[x ?? -1];
        const row = rows[y ?? -1];
        const element = document.createElement('span');
        if (column && row && share !== undefined) {
          element.textContent = `${row.name} · ${column.code} ${column.name} ${formatPercent(share)}`;
        }
        return element;
      },
    },
    grid: { left: 8, right: 8, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      ...categoryAxis(columns.map(({ code }) => code)),
      position: 'top',
      axisLabel: { color: 'var(--muted)', interval: 0, rotate: 60, fontSize: 12 },
      axisLine: { show: false },
    },
    yAxis: { ...categoryAxis(rows.map(({ name }) => name)), inverse: true, axisLine: { show: false } },
    series: [
      {
        // Not ECharts' own heat map, which takes its colours from a scale beside it only.
        type: 'custom',
        encode: { x: 0, y: 1 },
        data: values.flatMap((shares, y) =>
          shares.flatMap((share, x) => (share === null ? [] : [{ value: [x, y, share] }])),
        ),
        renderItem: (_parameters, api) => {
          const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
          const size = api.size?.([1, 1]) ?? 0;
          const [width = 0, height = 0] = Array.isArray(size) ? size : [size, size];
          return {
            type: 'rect',
            shape: { x: x - width / 2, y: y - height / 2, width, height },
            style: { fill: heatColour(Number(api.value(2))), stroke: surfaceColour, lineWidth: 1 },
          };
        },
      },
    ],
  };
}
