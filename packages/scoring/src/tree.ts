import { ROOT } from './input.ts';
import type { Indicator, Role } from './input.ts';
import type { ProblemList } from './scoring-input-error.ts';

/** The indicator system as numbers: node i is `indicators[i]`, and the node after the last is the root. */
export interface Tree {
  readonly indicators: readonly Indicator[];
  readonly root: number;
  readonly index: ReadonlyMap<string, number>;
  /** Parent of each node; the root's is -1. */
  readonly parent: Int32Array;
  /** Children of each node in the order of their codes, so that sums do not depend on the order of rows. */
  readonly children: readonly (readonly number[])[];
  /** Every node after its parent; reversed, every node after its children. */
  readonly order: readonly number[];
  /** Number of an inner node among the inner nodes (the root is one); -1 for a leaf. */
  readonly inner: Int32Array;
  readonly innerCount: number;
}

export const isLeaf = (tree: Tree, node: number): boolean => (tree.inner[node] ?? -1) < 0;
export const codeOf = (tree: Tree, node: number): string => tree.indicators[node]?.code ?? ROOT;
export const roleOf = (tree: Tree, node: number): Role => tree.indicators[node]?.role ?? 'score';

const indexCodes = (indicators: readonly Indicator[], problems: ProblemList): Map<string, number> => {
  const index = new Map<string, number>();
  for (const [i, { code }] of indicators.entries()) {
    const at = { table: 'indicators', index: i, field: 'code' } as const;
    if (code === '') problems.add('code-empty', {}, at);
    else if (code === ROOT) problems.add('code-reserved', { indicator: code }, at);
    else if (index.has(code)) problems.add('indicator-duplicate', { indicator: code }, at);
    else index.set(code, i);
  }
  return index;
};

const byCode = (indicators: readonly Indicator[]) => (a: number, b: number) => {
  const left = indicators[a]?.code ?? '';
  const right = indicators[b]?.code ?? '';
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Builds the tree; adds a problem for every empty, reserved or repeated code, unknown parent and cycle. */
export const buildTree = (indicators: readonly Indicator[], problems: ProblemList): Tree => {
  const root = indicators.length;
  const index = indexCodes(indicators, problems);
  const parent = new Int32Array(root + 1).fill(-1);
  const children: number[][] = Array.from({ length: root + 1 }, () => []);
  for (const [i, { code, parent: parentCode }] of indicators.entries()) {
    const isTop = parentCode === null || parentCode === '';
    const above = isTop ? root : index.get(parentCode);
    if (above === undefined) {
      const params = { indicator: code, parent: parentCode ?? '' };
      problems.add('parent-unknown', params, { table: 'indicators', index: i, field: 'parent' });
    }
    parent[i] = above ?? root;
    children[above ?? root]?.push(i);
  }
  const compare = byCode(indicators);
  for (const list of children) list.sort(compare);
  const order = [root];
  for (let next = 0; next < order.length; next += 1) {
    for (const child of children[order[next] ?? root] ?? []) order.push(child);
  }
  for (const i of nodesOnCycles(parent, root)) {
    const at = { table: 'indicators', index: i, field: 'parent' } as const;
    problems.add('tree-cycle', { indicator: indicators[i]?.code ?? '' }, at);
  }
  let innerCount = 0;
  const inner = Int32Array.from(children, (list, node) =>
    list.length > 0 || node === root ? innerCount++ : -1,
  );
  return { indicators, root, index, parent, children, order, inner, innerCount };
};

/** The cycles themselves; what hangs below one is unreachable too, but only the cycle needs mending. */
const nodesOnCycles = (parent: Int32Array, root: number): number[] => {
  const walk = new Int32Array(parent.length);
  const found: number[] = [];
  for (let start = 0; start < root; start += 1) {
    let node = start;
    while (node !== root && walk[node] === 0) {
      walk[node] = start + 1;
      node = parent[node] ?? root;
    }
    if (node === root || walk[node] !== start + 1) continue;
    const entry = node;
    do {
      found.push(node);
      node = parent[node] ?? root;
    } while (node !== entry);
  }
  return found;
};
