import type { UnitKind } from '@gongping/contracts';
import type { NodeContent } from './system-content.ts';

/** What of a node decides its place. */
export type Placed = Pick<NodeContent, 'code' | 'parentCode'>;

/** Children by their parent's code, in order; null at the top. */
export function childrenByParent<N extends Placed>(nodes: readonly N[]): Map<string | null, N[]> {
  return Map.groupBy(nodes, ({ parentCode }) => parentCode);
}

/** The codes of a node and of everything below it. */
export function codesBelow(nodes: readonly Placed[], code: string): Set<string> {
  const children = childrenByParent(nodes);
  const found = new Set<string>();
  const visit = (each: string): void => {
    if (found.has(each)) return;
    found.add(each);
    for (const child of children.get(each) ?? []) visit(child.code);
  };
  visit(code);
  return found;
}

/**
 * The nodes in printing order, with what follows from their place: level, the role of the node at the top and, above
 * the leaves, the kinds of the leaves below and no marks. Nodes that hang from nothing are left out.
 */
export function arrangeNodes(nodes: readonly NodeContent[]): NodeContent[] {
  const children = childrenByParent(nodes);
  const arranged: NodeContent[] = [];
  const visit = (node: NodeContent, level: number, role: NodeContent['role']): readonly UnitKind[] => {
    const at = arranged.length;
    arranged.push(node);
    const below = children.get(node.code) ?? [];
    const kinds = new Set(below.flatMap((child) => visit(child, level + 1, role)));
    if (below.length === 0) {
      arranged[at] = { ...node, level, role };
      return node.unitKinds;
    }
    const unitKinds = (['county', 'department'] as const).filter((kind) => kinds.has(kind));
    arranged[at] = { ...node, level, role, unitKinds, countyMarks: null, departmentMarks: null };
    return unitKinds;
  };
  for (const node of children.get(null) ?? []) visit(node, 1, node.role);
  return arranged;
}
