import { findingSentences } from './finding-sentences.ts';
import type { Figure, Finding } from './finding.ts';
import type { LocalText } from './report.ts';

export interface Wording {
  readonly language: keyof LocalText;
  /** The product's one way to round for display. */
  readonly format: (x: number, decimals: number) => string;
}

type Param = string | number | LocalText | Figure;

const shown = (param: Param, { language, format }: Wording): string => {
  if (typeof param !== 'object') return String(param);
  return 'decimals' in param ? format(param.value, param.decimals) : param[language];
};

/** One sentence for people about what a check found. */
export const describeFinding = (
  { code, params }: Pick<Finding, 'code' | 'params'>,
  wording: Wording,
): string =>
  findingSentences[code][wording.language].replace(/\{(\w+)\}/g, (gap, name: string) => {
    const param = params[name];
    return param === undefined ? gap : shown(param, wording);
  });
