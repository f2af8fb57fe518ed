import type { LocalText } from '@gongping/scoring';
import { text } from '../text.ts';
import type { TemplateUnit } from '../types.ts';
import { counties } from './counties.ts';
import { departments } from './departments.ts';

/** The ten county-type units and the 27 bodies that the notice names. */
export const units2020: readonly TemplateUnit[] = [...counties, ...departments];

/** Wording of the units' legal natures, by their `category`. */
export const unitCategories: Readonly<Record<string, LocalText>> = {
  县级行政区: text('县级行政区', 'County-level division'),
  功能区: text('功能区', 'Functional zone'),
  行政机关: text('行政机关', 'Administrative organ'),
  群团组织: text('群团组织', 'Mass organisation'),
  公用企业: text('公用企业', 'Public utility'),
  '待核实(可能为事业单位)': text(
    '待核实（可能为事业单位）',
    'To be verified (possibly a public institution)',
  ),
};
