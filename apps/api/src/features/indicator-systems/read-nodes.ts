import type { UnitKind } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import type { ReadTable, TableProblems } from '@gongping/tables';
import { cellSentences } from '../../tables/cell-sentences.ts';
import { readList } from '../../tables/list-cell.ts';
import { marksRange, onlyZero } from '../../tables/number-ranges.ts';
import { RowCells } from '../../tables/row-cells.ts';
import { kindWords } from '../units/unit-table.ts';
import { readRule } from './read-rule.ts';
import type { ReadItem } from './read-rule-items.ts';
import type { NodeContent } from './system-content.ts';
import { judgeWords, roleWords } from './system-shapes.ts';

/** A node with the row it stands in. Its level is set once its parent is known. */
export interface ReadNode {
  readonly cells: RowCells;
  readonly isInner: boolean;
  readonly content: NodeContent;
}

const sentences = {
  innerMethod: {
    zh: '该指标下还有指标，不能计分；请清空计分方法，或改正下级指标的“上级”。',
    en: 'Other indicators stand below this one, so it is not scored itself; empty the method, or correct the parent of those below.',
  },
  leafMethod: {
    zh: '末级指标必须有计分方法；若它应有下级指标，请检查下级的“上级”代码。',
    en: 'A leaf needs a method of scoring; if others should stand below it, check the parent they name.',
  },
  innerMarks: { zh: '分值只填在末级指标上', en: 'Only leaves carry marks' },
  otherKind: { zh: '该指标不适用于这类单位', en: 'The indicator does not apply to units of this kind' },
  roleOfMethod: (method: string): LocalText => ({
    zh: `计分方法“${method}”与角色不一致：加分指标用 bonus，一票否决用 veto，计分指标用其余方法。`,
    en: `The method “${method}” does not go with the role: a bonus is scored by bonus, a veto by veto, and what is scored by the other methods.`,
  }),
  clauseUnknown: (number: number): LocalText => ({
    zh: `条款表中没有第 ${number} 条，请核对序号，或在条款表中加上。`,
    en: `There is no clause ${number} among the clauses; check the number, or add the clause there.`,
  }),
};

/** The rows of the indicators, each by itself; how they hang together is checked by `placeNodes`. */
export function readNodes(
  table: ReadTable,
  given: { readonly items: ReadonlyMap<string, readonly ReadItem[]>; readonly clauses: ReadonlySet<number> },
  problems: TableProblems,
): ReadNode[] {
  const parents = new Set(table.rows.map((row) => row.cell('parent').trim()));
  return table.rows.map((row) => {
    const cells = new RowCells(table, row, problems);
    const code = cells.code('code');
    const isInner = code !== '' && parents.has(code);
    const content = readNode(cells, { code, isInner, items: given.items.get(code) ?? [] });
    for (const number of content.clauses) {
      if (!given.clauses.has(number)) cells.problem('clauses', sentences.clauseUnknown(number));
    }
    return { cells, isInner, content };
  });
}

function readNode(
  cells: RowCells,
  { code, isInner, items }: { code: string; isInner: boolean; items: readonly ReadItem[] },
): NodeContent {
  const rule = readRule(cells, items);
  if (isInner && !cells.isEmpty('method')) cells.problem('method', sentences.innerMethod);
  if (!isInner && cells.isEmpty('method')) cells.problem('method', sentences.leafMethod);
  const role = cells.word('role', roleWords) ?? 'score';
  if (rule && !isInner && !cells.isEmpty('role') && role !== roleOfMethod(rule.method)) {
    cells.problem('method', sentences.roleOfMethod(rule.method));
  }
  const unitKinds = readKinds(cells, isInner);
  const marks = (kind: UnitKind) =>
    isInner ? noMarks(cells, kind) : leafMarks(cells, kind, { isVeto: role === 'veto', unitKinds });
  return {
    code,
    parentCode: cells.optionalText('parent')?.trim() ?? null,
    level: 1,
    name: { zh: cells.requiredText('name'), en: cells.requiredText('name_en') },
    role,
    unitKinds,
    countyMarks: marks('county'),
    departmentMarks: marks('department'),
    rule: isInner ? null : rule,
    ruleText: cells.text('rule_text'),
    evidenceWanted: cells.text('evidence_wanted'),
    naCondition: cells.optionalText('na_condition'),
    clauses: cells.wholeNumbers('clauses'),
    quote: cells.text('quote'),
    legalBasis: cells.optionalText('legal_basis'),
    judge: isInner || cells.isEmpty('judge') ? null : cells.word('judge', judgeWords),
  };
}

function roleOfMethod(method: string): NodeContent['role'] {
  return method === 'bonus' || method === 'veto' ? method : 'score';
}

/** Of an inner node they follow from the leaves below where the cell is empty. */
function readKinds(cells: RowCells, isInner: boolean): UnitKind[] {
  const column = 'applies_to';
  if (isInner && cells.isEmpty(column)) return [];
  cells.requiredText(column);
  const kinds = readList(cells.text(column)).map((entry) => {
    const kind = kindWords.read(entry);
    if (kind === null) cells.problem(column, cellSentences.word(entry, kindWords.choices));
    return kind;
  });
  return [...new Set(kinds.filter((kind) => kind !== null))];
}

function noMarks(cells: RowCells, kind: UnitKind): null {
  cells.requireEmpty([`marks_${kind}`], sentences.innerMarks);
  return null;
}

/** Marks that are wrong count as 1, so that the rest can be checked. */
function leafMarks(
  cells: RowCells,
  kind: UnitKind,
  { isVeto, unitKinds }: { isVeto: boolean; unitKinds: readonly UnitKind[] },
): string | null {
  const column = `marks_${kind}`;
  if (!unitKinds.includes(kind)) {
    if (unitKinds.length > 0) cells.requireEmpty([column], sentences.otherKind);
    return null;
  }
  if (isVeto) return String(cells.number(column, onlyZero) ?? 0);
  return String(cells.requiredNumber(column, marksRange) ?? 1);
}
