import type { Model } from '../model.ts';
import type { NodeScores } from '../node-scores.ts';
import type { LinearPlan } from './linear-plan.ts';

/**
 * What the kernel does for the absent values of a kind's units, as numbers: for each unit a list of slots, each a
 * factor 1 ÷ (share present) built from rows; for each segment the slot that it takes.
 */
export interface AbsentProgram {
  /** For each slot: its parent's slot or -1; 1 to take the rows from 1, 0 to add them up; how many; the rows. */
  readonly program: Int32Array;
  /** Units + 1 places in the program. */
  readonly starts: Int32Array;
  /** Units × segments, -1 where everything is there. */
  readonly slots: Int32Array;
  /** The most slots of a unit. */
  readonly mostSlots: number;
}

/** Of present and absent rows the shorter list: 1 less what is absent, or the sum of what is present. */
const slotOf = (parent: number, present: readonly number[], absent: readonly number[]): number[] =>
  absent.length <= present.length
    ? [parent, 1, absent.length, ...absent]
    : [parent, 0, present.length, ...present];

interface UnitSlots {
  readonly slots: readonly number[][];
  /** By node: the slot of what hangs below it, or -1. */
  readonly slotOfNode: Int32Array;
}

/** What goes to the siblings, level by level: a slot for each node with an absent child. */
const siblingSlots = (
  linear: LinearPlan,
  shareRow: Int32Array,
  has: (node: number) => boolean,
): UnitSlots => {
  const slots: number[][] = [];
  const slotOfNode = new Int32Array(shareRow.length).fill(-1);
  for (const { node, children } of linear.families) {
    const present: number[] = [];
    const absent: number[] = [];
    for (const child of children) (has(child) ? present : absent).push(shareRow[child] ?? 0);
    // Filled in when the family above was looked at.
    let own = slotOfNode[node] ?? -1;
    if (absent.length > 0 && has(node)) own = slots.push(slotOf(own, present, absent)) - 1;
    slotOfNode[node] = own;
    for (const child of children) slotOfNode[child] = own;
  }
  return { slots, slotOfNode };
};

/** One factor for the whole: 1 ÷ (weight of the leaves that are there). */
const wholeSlots = (linear: LinearPlan, root: number, has: (node: number) => boolean): UnitSlots => {
  const slotOfNode = new Int32Array(root + 1).fill(-1);
  if (!has(root)) return { slots: [], slotOfNode };
  const present: number[] = [];
  const absent: number[] = [];
  for (let row = 0; row < linear.leaves.length; row += 1) {
    (has(linear.leaves[row] ?? 0) ? present : absent).push(row);
  }
  if (absent.length === 0) return { slots: [], slotOfNode };
  slotOfNode[root] = 0;
  return { slots: [slotOf(-1, present, absent)], slotOfNode };
};

export const absentProgram = (
  model: Model,
  scores: NodeScores,
  at: { readonly linear: LinearPlan; readonly units: Int32Array },
): AbsentProgram => {
  const { linear, units } = at;
  const width = model.units.length;
  const program: number[] = [];
  const starts = new Int32Array(units.length + 1);
  const slots = new Int32Array(units.length * linear.segments.length).fill(-1);
  let mostSlots = 0;
  for (const [i, unit] of units.entries()) {
    const has = (node: number): boolean => !Number.isNaN(scores.score[node * width + unit]);
    const own =
      linear.shareRow === null
        ? wholeSlots(linear, model.tree.root, has)
        : siblingSlots(linear, linear.shareRow, has);
    for (const slot of own.slots) program.push(...slot);
    starts[i + 1] = program.length;
    for (const [segment, { node }] of linear.segments.entries()) {
      slots[i * linear.segments.length + segment] = own.slotOfNode[node] ?? -1;
    }
    mostSlots = Math.max(mostSlots, own.slots.length);
  }
  return { program: Int32Array.from(program), starts, slots, mostSlots };
};
