import type { Model } from '../model.ts';
import { openKernelDraws } from './kernel-draws.ts';
import type { RobustnessOptions } from './options.ts';
import { openPlainDraws } from './plain-draws.ts';
import type { RankMatrix } from './rank-matrix.ts';

/** A model made ready for drawing weights. Draws are numbered from 0; each depends on seed and number alone. */
export interface Draws {
  /** Ranks of every unit in some draws. */
  run(from: number, draws: number): RankMatrix;
  /** Totals of every unit in one draw, NaN where there is none; to the step that they are ranked by. */
  totals(draw: number): Float64Array;
}

/** The fastest way to draw that the method and the platform allow. */
export const openDraws = (model: Model, options: RobustnessOptions): Draws =>
  openKernelDraws(model, options) ?? openPlainDraws(model, options);
