import type { ReadTable, TableProblems } from '@gongping/tables';
import { givenTable } from '../../tables/given-table.ts';
import { RowCells } from '../../tables/row-cells.ts';
import { placeNodes } from './place-nodes.ts';
import { readNodes } from './read-nodes.ts';
import { readClauses, readLeadTasks, readNotice } from './read-notice.ts';
import { readRuleItems } from './read-rule-items.ts';
import type { SystemContent } from './system-content.ts';
import { clauseShape, indicatorShape, leadTaskShape, ruleItemShape, systemShape } from './system-shapes.ts';

const oneRow = {
  zh: '体系表应恰有一行内容，写明代码和名称；请删去多余的行。',
  en: 'The table of the system has exactly one row, with its code and title; delete the others.',
};
const noRow = {
  zh: '体系表没有内容，请填写一行：代码、名称和英文名称。',
  en: 'The table of the system is empty; fill in one row with its code and its titles.',
};

/**
 * What the tables of an indicator system say. Problems are added to `problems`; where there are any, what is returned
 * is no system.
 *
 * @param units codes of the units that may answer for tasks
 */
export function readSystem(
  tables: ReadonlyMap<string, ReadTable>,
  units: ReadonlySet<string>,
  problems: TableProblems,
): { readonly code: string; readonly content: SystemContent } {
  const systemTable = givenTable(tables, systemShape);
  const indicatorTable = givenTable(tables, indicatorShape);
  const clauses = readClauses(tables.get(clauseShape.name), problems);
  const numbers = new Set(clauses.map(({ number }) => number));
  const codes = new Set(indicatorTable.rows.map((row) => row.cell('code').trim()));
  const items = readRuleItems(tables.get(ruleItemShape.name), codes, problems);
  const nodes = readNodes(indicatorTable, { items, clauses: numbers }, problems);
  const known = { clauses: numbers, units };
  const contents = {
    leadTasks: readLeadTasks(tables.get(leadTaskShape.name), known, problems),
    nodes: placeNodes(indicatorTable, nodes, problems),
  };
  const [row, second] = systemTable.rows;
  if (second !== undefined) problems.at(systemTable, second, null, oneRow);
  if (row === undefined) {
    problems.at(systemTable, null, null, noRow);
    return { code: '', content: { ...contents, ...emptySystem } };
  }
  const cells = new RowCells(systemTable, row, problems);
  return {
    code: cells.code('code'),
    content: {
      ...contents,
      title: { zh: cells.requiredText('title'), en: cells.requiredText('title_en') },
      notice: readNotice(cells, clauses),
    },
  };
}

const emptySystem = {
  title: { zh: '', en: '' },
  notice: { documentNumber: '', title: '', issuer: '', date: '', preamble: '', clauses: [] },
} satisfies Partial<SystemContent>;
