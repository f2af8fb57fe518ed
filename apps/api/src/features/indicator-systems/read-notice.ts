import { day, type Notice } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import type { ReadTable, TableProblems } from '@gongping/tables';
import { cellSentences } from '../../tables/cell-sentences.ts';
import { wholeRange } from '../../tables/number-ranges.ts';
import { RowCells } from '../../tables/row-cells.ts';
import type { StoredLeadTask } from './lead-tasks.ts';
import { leadWords } from './system-shapes.ts';

const sentences = {
  date: {
    zh: '日期应写作 2020-04-29 的样子（文本格式），没有的请留空。',
    en: 'Write the date like 2020-04-29, as text, or leave the cell empty.',
  },
  clauseUnknown: (number: number): LocalText => ({
    zh: `条款表中没有第 ${number} 条，请核对序号。`,
    en: `There is no clause ${number} among the clauses; check the number.`,
  }),
  unitUnknown: (code: string): LocalText => ({
    zh: `没有代码为“${code}”的单位；请核对代码，或先用 gongping import units 导入单位。`,
    en: `There is no unit with the code “${code}”; check it, or import the units first (gongping import units).`,
  }),
};

/** The clauses of the notice, in order; one number is one clause. */
export function readClauses(table: ReadTable | undefined, problems: TableProblems): Notice['clauses'] {
  if (table === undefined) return [];
  const seen = new Map<number, number>();
  return table.rows.map((row) => {
    const cells = new RowCells(table, row, problems);
    const number = cells.requiredNumber('number', wholeRange) ?? 0;
    const earlier = seen.get(number);
    if (number > 0 && earlier !== undefined) {
      cells.problem('number', cellSentences.repeated(String(number), earlier));
    }
    seen.set(number, earlier ?? row.row);
    return {
      number,
      section: cells.text('section'),
      title: cells.requiredText('title'),
      text: cells.requiredText('text'),
      leads: cells.optionalText('leads'),
    };
  });
}

/** The notice as the row of the system tells of it. */
export function readNotice(cells: RowCells, clauses: Notice['clauses']): Notice {
  const date = cells.text('date').trim();
  if (date !== '' && !day.safeParse(date).success) cells.problem('date', sentences.date);
  return {
    documentNumber: cells.text('document_number'),
    title: cells.text('notice_title'),
    issuer: cells.text('issuer'),
    date,
    preamble: cells.text('preamble'),
    clauses,
  };
}

/** Which unit answers for which task of the notice. */
export function readLeadTasks(
  table: ReadTable | undefined,
  known: { readonly clauses: ReadonlySet<number>; readonly units: ReadonlySet<string> },
  problems: TableProblems,
): StoredLeadTask[] {
  if (table === undefined) return [];
  return table.rows.map((row) => {
    const cells = new RowCells(table, row, problems);
    const clause = cells.requiredNumber('clause', wholeRange);
    if (clause !== null && !known.clauses.has(clause)) {
      cells.problem('clause', sentences.clauseUnknown(clause));
    }
    const unitCode = cells.requiredText('unit').trim();
    if (unitCode !== '' && !known.units.has(unitCode)) cells.problem('unit', sentences.unitUnknown(unitCode));
    return {
      clause: clause ?? 0,
      role: cells.word('role', leadWords) ?? 'lead',
      unitCode,
      text: { zh: cells.requiredText('text'), en: cells.requiredText('text_en') },
    };
  });
}
