import { scoreWrite, type ScoreWrite } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import type { RowCells } from '../../tables/row-cells.ts';
import { shapeFaults } from '../../tables/shape-faults.ts';
import { trimDecimal } from './decimal.ts';
import { judgeWrite, type Asked, type WriteFault } from './judge-write.ts';
import { readScoreInput } from './read-score-input.ts';
import { inputColumns, scoreShape, stateWords, type ScoreColumn } from './score-table.ts';
import type { Cell } from './sheets.access.ts';

const columns: ReadonlySet<string> = new Set(scoreShape.columns.map(({ name }) => name));
const entered: readonly ScoreColumn[] = ['state', ...inputColumns, 'marks', 'reason'];

const sentences = {
  stateMissing: (choices: string): LocalText => ({
    zh: `此行填了内容但没有状态，请填写以下之一：${choices}。`,
    en: `The row is filled in but has no state; write one of: ${choices}.`,
  }),
  notScored: {
    zh: '只有状态为“已评”的行才填写评分内容',
    en: 'Only a row whose state is scored has an input or marks',
  },
  marks: (computed: string): LocalText => ({
    zh: `按规则计算，得分应为 ${computed}；请清空此格，或改正评分内容。`,
    en: `By the rule of the indicator the marks are ${computed}; empty the cell, or correct what was entered.`,
  }),
  atDeduction: (entry: number, sentence: LocalText): LocalText => ({
    zh: `第 ${entry} 项扣分：${sentence.zh}`,
    en: `Deduction ${entry}: ${sentence.en}`,
  }),
};

/** Whether nothing has been filled in: a row of the template as it came. */
export function isBlankRow(cells: RowCells): boolean {
  return entered.every((column) => cells.isEmpty(column));
}

/** Whether the row says in the same words what an export would say of the cell. */
export function isAsWritten(cells: RowCells, written: Readonly<Record<ScoreColumn, string>>): boolean {
  return entered.every((column) =>
    column === 'state'
      ? stateWords.read(cells.text(column)) === stateWords.read(written[column])
      : cells.text(column) === written[column],
  );
}

/** What a row asks of a cell, held to the checks of the API; null where something is wrong with it. */
export function readScoreRow(cells: RowCells, cell: Cell): Asked | null {
  const write = readWrite(cells, cell);
  if (write === null) return null;
  const judged = judgeWrite(cell, write);
  if (!judged.ok) {
    for (const fault of judged.faults) tell(cells, fault);
    return null;
  }
  const { method } = cell.leaf.rule;
  const { asked } = judged;
  if (asked.state !== 'scored' || method === 'veto' || cells.isEmpty('marks')) return asked;
  const given = Number(cells.text('marks').normalize('NFKC').trim());
  if (given === Number(asked.marks)) return asked;
  cells.problem('marks', sentences.marks(trimDecimal(asked.marks ?? '')));
  return null;
}

function readWrite(cells: RowCells, { leaf }: Cell): ScoreWrite | null {
  if (cells.isEmpty('state')) {
    cells.problem('state', sentences.stateMissing(stateWords.choices));
    return null;
  }
  const state = cells.word('state', stateWords);
  if (state === null) return null;
  if (state !== 'scored') cells.requireEmpty([...inputColumns, 'marks'], sentences.notScored);
  const input = state === 'scored' ? readScoreInput(cells, leaf.rule) : null;
  if (state === 'scored' && input === null) return null;
  const given = { expectedRevision: 0, state, input, reason: cells.text('reason') };
  const { success, data, error } = scoreWrite.safeParse(given);
  if (success) return data;
  for (const fault of shapeFaults(error)) tell(cells, fault);
  return null;
}

/** Tells of a fault where it lies in the table: `input.met.2` under `met`, `input.triggered` under `marks`. */
function tell(cells: RowCells, { path, sentence }: WriteFault): void {
  const [head = '', field = '', entry] = path.split('.');
  if (head !== 'input') cells.problem(columns.has(head) ? head : null, sentence);
  else if (field === 'deductions' && entry !== undefined) {
    cells.problem(field, sentences.atDeduction(Number(entry) + 1, sentence));
  } else cells.problem(columnOf(cells, field), sentence);
}

function columnOf(cells: RowCells, field: string): string | null {
  if (field === 'triggered') return 'marks';
  // What follows from the counts is wrong where they are.
  const isCounted = !cells.isEmpty('counts') && columns.has(field) && cells.isEmpty(field);
  if (isCounted) return 'counts';
  return columns.has(field) ? field : null;
}
