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
const slotOf = (parent: number, rows: readonly number[], absent: ReadonlySet<number>): number[] => {
  const missing = rows.filter((row) => absent.has(row));
  if (missing.length * 2 <= rows.length) return [parent, 1, missing.length, ...missing];
  const present = rows.filter((row) => !absent.has(row));
  return [parent, 0, present.length, ...present];
};

/** What goes to the siblings, level by level: a slot for each node with an absent child. */
const siblingSlots = (
  linear: LinearPlan,
  shareRow: Int32Array,
  has: (node: number) => boolean,
): { readonly slots: number[][]; readonly slotOfNode: Map<number, number> } => {
  const slots: number[][] = [];
  const slotOfNode = new Map<number, number>();
  const parentSlot = new Map<number, number>();
  for (const { node, children } of linear.families) {
    let own = parentSlot.get(node) ?? -1;
    const absent = new Set<number>();
    const rows = Array.from(children, (child) => shareRow[child] ?? 0);
    for (const child of children) if (!has(child)) absent.add(shareRow[child] ?? 0);
    if (absent.size > 0 && has(node)) {
      slots.push(slotOf(own, rows, absent));
      own = slots.length - 1;
    }
    slotOfNode.set(node, own);
    for (const child of children) parentSlot.set(child, own);
  }
  return { slots, slotOfNode };
};

/** One factor for the whole: 1 ÷ (weight of the leaves that are there). */
const wholeSlots = (
  linear: LinearPlan,
  root: number,
  has: (node: number) => boolean,
): { readonly slots: number[][]; readonly slotOfNode: Map<number, number> } => {
  const absent = new Set<number>();
  for (const [row, leaf] of linear.leaves.entries()) if (!has(leaf)) absent.add(row);
  if (absent.size === 0 || !has(root)) return { slots: [], slotOfNode: new Map([[root, -1]]) };
  const rows = [...linear.leaves.keys()];
  return { slots: [slotOf(-1, rows, absent)], slotOfNode: new Map([[root, 0]]) };
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
      slots[i * linear.segments.length + segment] = own.slotOfNode.get(node) ?? -1;
    }
    mostSlots = Math.max(mostSlots, own.slots.length);
  }
  return { program: Int32Array.from(program), starts, slots, mostSlots };
};
