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
const slotOf = (parent: number, present: readonly number[], absent: readonly number[]): readonly number[] =>
  absent.length <= present.length
    ? [parent, 1, absent.length, ...absent]
    : [parent, 0, present.length, ...present];

/** The slots of one unit, and for each segment the slot that it takes, or -1. */
type UnitSlots = (absent: Uint8Array, segmentSlots: Int32Array) => readonly (readonly number[])[];

/** Places of a list, split by whether they are absent. */
const split = (
  nodes: Int32Array,
  absent: Uint8Array,
  rowOf: (place: number) => number,
): { present: number[]; missing: number[] } => {
  const present: number[] = [];
  const missing: number[] = [];
  for (let i = 0; i < nodes.length; i += 1) (absent[nodes[i] ?? 0] === 1 ? missing : present).push(rowOf(i));
  return { present, missing };
};

const anyAbsent = (nodes: Int32Array, absent: Uint8Array): boolean => {
  for (let i = 0; i < nodes.length; i += 1) if (absent[nodes[i] ?? 0] === 1) return true;
  return false;
};

/** What goes to the siblings, level by level: a slot for each node with an absent child. */
const siblingSlots = (linear: LinearPlan, shareRow: Int32Array): UnitSlots => {
  const slotOfNode = new Int32Array(shareRow.length);
  return (absent, segmentSlots) => {
    const slots: (readonly number[])[] = [];
    slotOfNode.fill(-1);
    for (const { node, children } of linear.families) {
      // Filled in when the family above was looked at.
      let own = slotOfNode[node] ?? -1;
      if (absent[node] === 0 && anyAbsent(children, absent)) {
        const { present, missing } = split(children, absent, (i) => shareRow[children[i] ?? 0] ?? 0);
        own = slots.push(slotOf(own, present, missing)) - 1;
      }
      slotOfNode[node] = own;
      if (own >= 0) for (const child of children) slotOfNode[child] = own;
    }
    for (const [segment, { node }] of linear.segments.entries())
      segmentSlots[segment] = slotOfNode[node] ?? -1;
    return slots;
  };
};

/** One factor for the whole: 1 ÷ (weight of the leaves that are there). */
const wholeSlots =
  ({ leaves }: LinearPlan, root: number): UnitSlots =>
  (absent, segmentSlots) => {
    const isLeft = absent[root] === 1 || !anyAbsent(leaves, absent);
    segmentSlots.fill(isLeft ? -1 : 0);
    if (isLeft) return [];
    const { present, missing } = split(leaves, absent, (row) => row);
    return [slotOf(-1, present, missing)];
  };

/** Unit × node: 1 where there is no score. Read node by node, as the scores lie in memory. */
const absentNodes = (model: Model, { score }: NodeScores, units: Int32Array): Uint8Array => {
  const nodes = model.tree.root + 1;
  const absent = new Uint8Array(units.length * nodes);
  for (let node = 0; node < nodes; node += 1) {
    const base = node * model.units.length;
    for (let i = 0; i < units.length; i += 1) {
      if (Number.isNaN(score[base + (units[i] ?? 0)] ?? NaN)) absent[i * nodes + node] = 1;
    }
  }
  return absent;
};

export const absentProgram = (
  model: Model,
  scores: NodeScores,
  at: { readonly linear: LinearPlan; readonly units: Int32Array },
): AbsentProgram => {
  const { linear, units } = at;
  const nodes = model.tree.root + 1;
  const segments = linear.segments.length;
  const absent = absentNodes(model, scores, units);
  const slotsOf =
    linear.shareRow === null ? wholeSlots(linear, model.tree.root) : siblingSlots(linear, linear.shareRow);
  const program: number[] = [];
  const starts = new Int32Array(units.length + 1);
  const slots = new Int32Array(units.length * segments);
  let mostSlots = 0;
  for (let i = 0; i < units.length; i += 1) {
    const own = slotsOf(
      absent.subarray(i * nodes, (i + 1) * nodes),
      slots.subarray(i * segments, (i + 1) * segments),
    );
    for (const slot of own) for (const word of slot) program.push(word);
    starts[i + 1] = program.length;
    mostSlots = Math.max(mostSlots, own.length);
  }
  return { program: Int32Array.from(program), starts, slots, mostSlots };
};
