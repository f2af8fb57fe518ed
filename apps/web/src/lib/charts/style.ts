import { formatScore } from '#lib/format/number.ts';
import type { ChartOption } from './option.ts';

/*
 * Colours are CSS variables all the way into the SVG, so that theme, print and forced colours change a
 * chart without drawing it again.
 */
export const textColour = 'var(--text)';
export const mutedColour = 'var(--muted)';
export const lineColour = 'var(--line)';
export const edgeColour = 'var(--edge)';
export const surfaceColour = 'var(--surface)';
export const inkColour = 'var(--ink)';

/** Colours of units that are compared, up to five; the order of families, which differ without hue too. */
export const comparedColours = [
  'var(--family-a-edge)',
  'var(--family-c-edge)',
  'var(--family-b-edge)',
  'var(--family-d-edge)',
  'var(--text)',
] as const;

/** Shapes that go with `comparedColours`, so that colour is not the only difference. */
export const comparedSymbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'] as const;

const font = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

/** What all charts share: type, quiet motion, and a tooltip that prints numbers as tables do. */
export const baseOption = {
  animationDuration: 120,
  animationDurationUpdate: 120,
  textStyle: { fontFamily: font, fontSize: 12, color: textColour },
  tooltip: {
    confine: true,
    backgroundColor: 'var(--raised)',
    borderColor: lineColour,
    borderRadius: 6,
    padding: [8, 12],
    textStyle: { color: textColour, fontSize: 12, fontFamily: font },
    valueFormatter: (value) => (typeof value === 'number' ? formatScore(value) : '—'),
  },
} as const satisfies ChartOption;

/** A value axis from zero with hairlines and no line of its own. */
export function valueAxis(maximum: number | undefined) {
  return {
    type: 'value' as const,
    min: 0,
    ...(maximum === undefined ? {} : { max: maximum }),
    axisLabel: { color: mutedColour },
    splitLine: { lineStyle: { color: lineColour } },
  };
}

/** A category axis that writes every name. */
export function categoryAxis(names: readonly string[]) {
  return {
    type: 'category' as const,
    data: [...names],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: edgeColour } },
    axisLabel: { color: textColour, interval: 0 },
  };
}
