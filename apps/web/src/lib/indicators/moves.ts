import type { Indicator } from '@gongping/contracts';

type Node = Pick<Indicator, 'code' | 'parent'>;

/** Below which node something goes, and above which of its children; null for the top, and for the end. */
export interface Place {
  readonly parent: string | null;
  readonly before: string | null;
}

export type Direction = 'up' | 'down' | 'out' | 'in';

/** Where a step takes a node among the others; null where there is no such step. */
export function placeAfter(nodes: readonly Node[], code: string, direction: Direction): Place | null {
  const node = nodes.find((each) => each.code === code);
  if (!node) return null;
  const siblings = childrenOf(nodes, node.parent);
  const at = siblings.findIndex((each) => each.code === code);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  switch (direction) {
    case 'up':
      return previous ? { parent: node.parent, before: previous.code } : null;
    case 'down':
      return next ? { parent: node.parent, before: siblings[at + 2]?.code ?? null } : null;
    case 'in':
      return previous ? { parent: previous.code, before: null } : null;
    case 'out':
      return node.parent === null ? null : afterNode(nodes, node.parent);
  }
}

/** Right after a node, among its siblings. */
export function afterNode(nodes: readonly Node[], code: string): Place {
  const parent = nodes.find((each) => each.code === code)?.parent ?? null;
  const siblings = childrenOf(nodes, parent);
  const at = siblings.findIndex((each) => each.code === code);
  return { parent, before: siblings[at + 1]?.code ?? null };
}

export function childrenOf<N extends Node>(nodes: readonly N[], parent: string | null): N[] {
  return nodes.filter((each) => each.parent === parent);
}

/** Nodes that are shown: those whose ancestors are all unfolded, in printing order. */
export function shownNodes<N extends Node>(nodes: readonly N[], folded: ReadonlySet<string>): N[] {
  const hidden = new Set<string>();
  return nodes.filter(({ code, parent }) => {
    if (parent !== null && (hidden.has(parent) || folded.has(parent))) hidden.add(code);
    return !hidden.has(code);
  });
}
