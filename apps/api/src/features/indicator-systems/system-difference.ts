import type { SystemDifference, UnitKind } from '@gongping/contracts';
import { longestRising } from './longest-rising.ts';
import { marksTotal } from './marks-advice.ts';
import type { NodeContent, SystemContent } from './system-content.ts';
import { fieldsOfNodes, noticeFields } from './table-differences.ts';

/** What two versions say differently, without naming the versions. */
export type ContentDifference = Omit<SystemDifference, 'from' | 'to'>;

interface Pair {
  readonly from: NodeContent;
  readonly to: NodeContent;
}

const kinds: readonly UnitKind[] = ['county', 'department'];

/** What `to` says that `from` does not: nodes by their codes, then what is in them cell by cell. */
export function systemDifference(from: SystemContent, to: SystemContent): ContentDifference {
  const pairs = pairNodes(from.nodes, to.nodes);
  const places = new Map(from.nodes.map((node, place) => [node, place]));
  const [kept, come] = [new Set(pairs.map((pair) => pair.from)), new Set(pairs.map((pair) => pair.to))];
  const renamed = new Map(pairs.map((pair) => [pair.from.code, pair.to.code]));
  return {
    marks: kinds.map((kind) => ({
      kind,
      from: String(marksTotal(from.nodes, kind)),
      to: String(marksTotal(to.nodes, kind)),
    })),
    added: to.nodes.filter((node) => !come.has(node)).map(standing),
    removed: from.nodes.filter((node) => !kept.has(node)).map(standing),
    moved: movedNodes(pairs, { places, renamed }),
    changed: pairs.flatMap((pair) => {
      const fields = fieldsOfNodes(pair.from, pair.to);
      return fields.length === 0 ? [] : [{ ...named(pair.to), fields }];
    }),
    notice: noticeFields(from, to),
  };
}

/**
 * Nodes of the same code, and nodes that have another code but the same name, where only one on either side has it.
 * In the order of the newer version.
 */
function pairNodes(from: readonly NodeContent[], to: readonly NodeContent[]): Pair[] {
  const before = new Map(from.map((node) => [node.code, node]));
  const after = new Set(to.map(({ code }) => code));
  const gone = Map.groupBy(
    from.filter(({ code }) => !after.has(code)),
    nameOf,
  );
  const come = Map.groupBy(
    to.filter(({ code }) => !before.has(code)),
    nameOf,
  );
  return to.flatMap((node) => {
    const same = before.get(node.code);
    if (same) return [{ from: same, to: node }];
    const [only, second] = gone.get(nameOf(node)) ?? [];
    const isOnly = second === undefined && come.get(nameOf(node))?.length === 1;
    return only && isOnly && node.name.zh !== '' ? [{ from: only, to: node }] : [];
  });
}

/** A leaf never turns into the heading of the same name. */
function nameOf({ name, rule }: NodeContent): string {
  return JSON.stringify([name.zh, rule === null]);
}

/** Those with another parent, and the fewest of each parent's children that explain their new order. */
function movedNodes(
  pairs: readonly Pair[],
  { places, renamed }: { places: ReadonlyMap<NodeContent, number>; renamed: ReadonlyMap<string, string> },
): ContentDifference['moved'] {
  const parentBefore = ({ from }: Pair): string | null =>
    from.parentCode === null ? null : (renamed.get(from.parentCode) ?? from.parentCode);
  const stayed = Map.groupBy(
    pairs.filter((pair) => parentBefore(pair) === pair.to.parentCode),
    ({ to }) => to.parentCode,
  );
  const inOrder = new Set(
    [...stayed.values()].flatMap((siblings) => {
      const kept = longestRising(siblings.map(({ from }) => places.get(from) ?? 0));
      return siblings.filter((_sibling, at) => kept.has(at));
    }),
  );
  return pairs
    .filter((pair) => !inOrder.has(pair))
    .map((pair) => ({ ...named(pair.to), from: parentBefore(pair), to: pair.to.parentCode }));
}

const named = ({ code, name }: NodeContent) => ({ code, name });

const standing = (node: NodeContent) => ({
  ...named(node),
  parent: node.parentCode,
  isLeaf: node.rule !== null,
});
