import type { Ordinals } from './factors.ts';
import type { KernelMemory } from './kernel.ts';
import { LANES } from './linear-plan.ts';
import type { RobustnessOptions } from './options.ts';

export const DOUBLE = 8;
/** Bytes of a row: a figure for each of the draws side by side. */
export const ROW = LANES * DOUBLE;
/** Sets of rows and keys: blocks of draws for which a unit's values are read once. */
export const SETS = 4;

/** Where what all kinds and groups use lies. */
export interface Shared {
  readonly memory: KernelMemory;
  readonly options: RobustnessOptions;
  readonly ordinals: Ordinals;
  /** Rows of factors by ordinal. */
  readonly factors: number;
  readonly keys: number;
  readonly laneBytes: number;
  /** By unit: its place in a lane of the keys and among the ranks; the units of a group lie side by side. */
  readonly placeOf: Int32Array;
  readonly ranks: number;
  /** Draws whose ranks have room. */
  readonly block: number;
  readonly fills: Fill[];
}

/** Writes once the memory is open. */
export type Fill = (buffer: ArrayBuffer) => void;

export const reserveNumbers = (
  memory: KernelMemory,
  fills: Fill[],
  numbers: Float64Array | Int32Array,
): number => {
  const address = memory.reserve(numbers.byteLength);
  fills.push((buffer) => {
    const array = numbers instanceof Int32Array ? Int32Array : Float64Array;
    new array(buffer, address, numbers.length).set(numbers);
  });
  return address;
};
