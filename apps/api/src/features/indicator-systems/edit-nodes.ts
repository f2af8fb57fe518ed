import type { DraftIndicator, SystemEdit } from '@gongping/contracts';
import { arrangeNodes, childrenByParent, codesBelow } from './arrange-nodes.ts';
import { EditRefusal, editSentences } from './edit-sentences.ts';
import { toNode } from './indicator-system.mapper.ts';
import { firstCodeBelow, nextCode } from './next-code.ts';
import type { NodeContent } from './system-content.ts';

const MOST_NODES = 2000;

/** An edit of the tree; what `describe` changes is not in it. */
export type NodeEdit = Exclude<SystemEdit, { op: 'describe' }>;

export interface EditedNodes {
  readonly nodes: readonly NodeContent[];
  /** The node that the edit was about, or what stands in its place now. */
  readonly selected: string | null;
}

/**
 * The tree after one change; the given one stays as it is.
 *
 * @throws EditRefusal where the change cannot be made
 */
export function editNodes(nodes: readonly NodeContent[], edit: NodeEdit): EditedNodes {
  const { nodes: edited, selected } = apply(nodes, edit);
  if (edited.length > MOST_NODES) throw new EditRefusal(editSentences.tooMany(MOST_NODES));
  const arranged = arrangeNodes(edited);
  if (arranged.length !== edited.length) throw new EditRefusal(editSentences.notConnected);
  return { nodes: arranged, selected };
}

function apply(nodes: readonly NodeContent[], edit: NodeEdit): EditedNodes {
  switch (edit.op) {
    case 'add':
      return addNode(nodes, edit);
    case 'change':
      return changeNode(nodes, edit);
    case 'move':
      return moveNode(nodes, edit);
    case 'copy':
      return copyNode(nodes, edit);
    case 'retire':
      return retireNode(nodes, edit.code);
    case 'restore':
      return restoreNodes(edit.indicators);
  }
}

interface Place {
  readonly parent: string | null;
  readonly before: string | null;
}

function addNode(nodes: readonly NodeContent[], place: Place): EditedNodes {
  const parent = parentAt(nodes, place);
  const siblings = nodes.filter(({ parentCode }) => parentCode === place.parent);
  const taken = codesOf(nodes);
  const last = siblings.at(-1);
  const code = last ? nextCode(last.code, taken) : firstCodeBelow(place.parent, taken);
  const node: NodeContent = {
    code,
    parentCode: place.parent,
    level: 1,
    name: { zh: '', en: '' },
    role: parent?.role ?? 'score',
    unitKinds: ['county', 'department'],
    countyMarks: null,
    departmentMarks: null,
    rule: null,
    ruleText: '',
    evidenceWanted: '',
    naCondition: null,
    clauses: [],
    quote: '',
    legalBasis: null,
    judge: null,
  };
  return { nodes: inserted(nodes, [node], place), selected: code };
}

function changeNode(
  nodes: readonly NodeContent[],
  { code, indicator }: Extract<NodeEdit, { op: 'change' }>,
): EditedNodes {
  const { parentCode } = found(nodes, code);
  if (indicator.code !== code && codesOf(nodes).has(indicator.code)) {
    throw new EditRefusal(editSentences.taken(indicator.code));
  }
  const isInner = nodes.some((node) => node.parentCode === code);
  if (isInner && indicator.rule !== null) throw new EditRefusal(editSentences.innerRule(code));
  const changed = toNode({ ...indicator, parent: parentCode });
  return {
    nodes: nodes.map((node) => {
      if (node.code === code) return changed;
      return node.parentCode === code ? { ...node, parentCode: changed.code } : node;
    }),
    selected: changed.code,
  };
}

function moveNode(nodes: readonly NodeContent[], edit: Extract<NodeEdit, { op: 'move' }>): EditedNodes {
  const { code, parent, before } = edit;
  const moved = { ...found(nodes, code), parentCode: parent };
  const below = codesBelow(nodes, code);
  if (parent !== null && below.has(parent)) throw new EditRefusal(editSentences.belowItself(code));
  parentAt(nodes, edit);
  if (before === code) return { nodes, selected: code };
  const others = nodes.filter((node) => node.code !== code);
  return { nodes: inserted(others, [moved], edit), selected: code };
}

function copyNode(nodes: readonly NodeContent[], edit: Extract<NodeEdit, { op: 'copy' }>): EditedNodes {
  found(nodes, edit.code);
  parentAt(nodes, edit);
  const below = codesBelow(nodes, edit.code);
  const taken = new Set(codesOf(nodes));
  const codes = new Map<string, string>();
  const copies = nodes
    .filter(({ code }) => below.has(code))
    .map((node): NodeContent => {
      const code = copiedCode(node.code, { root: edit.code, codes, taken });
      codes.set(node.code, code);
      taken.add(code);
      const parentCode = node.code === edit.code ? edit.parent : (codes.get(node.parentCode ?? '') ?? null);
      return { ...node, code, parentCode };
    });
  return { nodes: inserted(nodes, copies, edit), selected: codes.get(edit.code) ?? null };
}

/** `A1-2` in a copy of `A1` that is called `A4` is `A4-2`. */
function copiedCode(
  code: string,
  about: { root: string; codes: ReadonlyMap<string, string>; taken: ReadonlySet<string> },
): string {
  const root = about.codes.get(about.root);
  const wanted =
    root !== undefined && code.startsWith(about.root) ? root + code.slice(about.root.length) : '';
  const fits = wanted !== '' && wanted.length <= 32 && !about.taken.has(wanted);
  return fits ? wanted : nextCode(code, about.taken);
}

function retireNode(nodes: readonly NodeContent[], code: string): EditedNodes {
  const { parentCode } = found(nodes, code);
  const siblings = nodes.filter((node) => node.parentCode === parentCode);
  const at = siblings.findIndex((node) => node.code === code);
  const below = codesBelow(nodes, code);
  return {
    nodes: nodes.filter((node) => !below.has(node.code)),
    selected: (siblings[at + 1] ?? siblings[at - 1])?.code ?? parentCode,
  };
}

function restoreNodes(indicators: readonly DraftIndicator[]): EditedNodes {
  const seen = new Set<string>();
  for (const { code } of indicators) {
    if (seen.has(code)) throw new EditRefusal(editSentences.taken(code));
    seen.add(code);
  }
  const nodes = indicators.map(toNode);
  const inner = childrenByParent(nodes);
  const withRule = nodes.find(({ code, rule }) => rule !== null && inner.has(code));
  if (withRule) throw new EditRefusal(editSentences.innerRule(withRule.code));
  return { nodes, selected: null };
}

/** The node below which something goes; null at the top. */
function parentAt(nodes: readonly NodeContent[], { parent }: Place): NodeContent | null {
  if (parent === null) return null;
  const node = found(nodes, parent);
  if (node.rule !== null) throw new EditRefusal(editSentences.belowLeaf(parent));
  return node;
}

/** Among the children of one parent it is their order in the list that counts. */
function inserted(
  nodes: readonly NodeContent[],
  added: readonly NodeContent[],
  { parent, before }: Place,
): NodeContent[] {
  const at = nodes.findIndex((node) => node.code === before && node.parentCode === parent);
  return at < 0 ? [...nodes, ...added] : [...nodes.slice(0, at), ...added, ...nodes.slice(at)];
}

function found(nodes: readonly NodeContent[], code: string): NodeContent {
  const node = nodes.find((each) => each.code === code);
  if (!node) throw new EditRefusal(editSentences.unknown(code));
  return node;
}

function codesOf(nodes: readonly NodeContent[]): ReadonlySet<string> {
  return new Set(nodes.map(({ code }) => code));
}
