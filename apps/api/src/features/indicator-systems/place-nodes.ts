import type { UnitKind } from '@gongping/contracts';
import { buildModel, describeProblem, ScoringInputError, type LocalText } from '@gongping/scoring';
import type { ReadTable, TableProblems } from '@gongping/tables';
import { engineIndicators } from '../assessments/engine-input.ts';
import { kindWords } from '../units/unit-table.ts';
import type { ReadNode } from './read-nodes.ts';
import type { NodeContent } from './system-content.ts';

const sentences = {
  parentBelow: (parent: string): LocalText => ({
    zh: `上级“${parent}”排在本行之后，请把上级移到下级之前。`,
    en: `The parent “${parent}” stands below this row; move it above.`,
  }),
  roleOfParent: (parent: string, role: string): LocalText => ({
    zh: `角色应与上级“${parent}”一致，为 ${role}。`,
    en: `The role must be that of the parent “${parent}”: ${role}.`,
  }),
  level: (level: number): LocalText => ({
    zh: `按上级推算，层级应为 ${level}；请改正，或留空由系统推算。`,
    en: `By its parent the level is ${level}; correct it, or leave the cell empty.`,
  }),
  kinds: (kinds: string): LocalText => ({
    zh: `适用类别应与其下各末级指标合起来一致：${kinds}；请改正，或留空由系统推算。`,
    en: `The kinds must be those of the leaves below: ${kinds}; correct them, or leave the cell empty.`,
  }),
};

/**
 * Puts the nodes of a table into their tree: levels and, above the leaves, kinds of units. Codes, parents, cycles and
 * what else cannot be computed are checked by the engine.
 */
export function placeNodes(
  table: ReadTable,
  nodes: readonly ReadNode[],
  problems: TableProblems,
): NodeContent[] {
  const placed = withKinds(nodes, withLevels(nodes));
  try {
    const kinds = new Set(placed.flatMap(({ unitKinds }) => unitKinds));
    buildModel({
      units: [...(kinds.size === 0 ? ['county'] : kinds)].map((kind) => ({ code: kind, name: kind, kind })),
      indicators: engineIndicators(
        placed.map((node, position) => ({ ...node, id: '', systemId: '', position })),
      ),
      scores: [],
    });
  } catch (error) {
    if (!(error instanceof ScoringInputError)) throw error;
    for (const problem of error.problems) {
      const { index, field } = problem.at;
      const sentence = { zh: describeProblem(problem, 'zh'), en: describeProblem(problem, 'en') };
      const cells = index === null ? undefined : nodes[index]?.cells;
      // An empty code has been told of in words of the table.
      if (problem.code === 'code-empty') continue;
      if (cells === undefined) problems.at(table, null, null, sentence);
      else cells.problem(field === 'marks' ? 'marks_county' : field, sentence);
    }
  }
  return placed;
}

function withLevels(nodes: readonly ReadNode[]): NodeContent[] {
  const all = new Set(nodes.map(({ content }) => content.code));
  const seen = new Map<string, NodeContent>();
  return nodes.map(({ cells, content }) => {
    const { code, parentCode, role } = content;
    const parent = parentCode === null ? undefined : seen.get(parentCode);
    if (parentCode !== null && parent === undefined && all.has(parentCode) && parentCode !== code) {
      cells.problem('parent', sentences.parentBelow(parentCode));
    }
    if (parent !== undefined && parent.role !== role && !cells.isEmpty('role')) {
      cells.problem('role', sentences.roleOfParent(parent.code, parent.role));
    }
    const level = (parent?.level ?? 0) + 1;
    const isPlaced = parentCode === null || parent !== undefined;
    if (isPlaced && !cells.isEmpty('level') && cells.text('level').trim() !== String(level)) {
      cells.problem('level', sentences.level(level));
    }
    const placed = { ...content, level };
    if (!seen.has(code)) seen.set(code, placed);
    return placed;
  });
}

/** From the last row to the first, so that what is below a node is known before it. */
function withKinds(nodes: readonly ReadNode[], levelled: readonly NodeContent[]): NodeContent[] {
  const below = new Map<string, Set<UnitKind>>();
  const placed = levelled.map((content) => ({ ...content }));
  for (const [i, node] of [...nodes.entries()].toReversed()) {
    const content = placed[i];
    if (content === undefined) continue;
    if (node.isInner) content.unitKinds = kindsOf(node, below.get(content.code) ?? new Set());
    if (content.parentCode === null) continue;
    const above = below.get(content.parentCode) ?? new Set();
    for (const kind of content.unitKinds) above.add(kind);
    below.set(content.parentCode, above);
  }
  return placed;
}

function kindsOf({ cells, content }: ReadNode, below: ReadonlySet<UnitKind>): UnitKind[] {
  const derived = (['county', 'department'] as const).filter((kind) => below.has(kind));
  if (cells.isEmpty('applies_to')) return derived;
  const given = content.unitKinds;
  if (derived.some((kind) => !given.includes(kind)) || given.some((kind) => !below.has(kind))) {
    const names = derived.map((kind) => `${kind}（${kindWords.write(kind, 'workbook')}）`);
    if (derived.length > 0) cells.problem('applies_to', sentences.kinds(names.join('、')));
  }
  return given;
}
