import type { LocalText } from '@gongping/scoring';
import type { ReadTable, TableProblems } from '@gongping/tables';
import { momentInShanghai } from '../../http/moment-in-shanghai.ts';
import { cellSentences, shown } from '../../tables/cell-sentences.ts';
import { RowCells } from '../../tables/row-cells.ts';
import { isSame, type Asked } from './judge-write.ts';
import { isAsWritten, isBlankRow, readScoreRow } from './read-score-row.ts';
import type { ScoreRow } from './score.repository.ts';
import { scoreCells } from './score-table.ts';
import { cellsOf, isOwnCell, type Cell, type Sheets } from './sheets.access.ts';

export interface ScoreChange {
  readonly cell: Cell;
  readonly before: ScoreRow | null;
  readonly asked: Asked;
  /** Of the table that asks for it. */
  readonly row: number;
}

export interface ScorePlan {
  readonly changes: readonly ScoreChange[];
  readonly unchanged: number;
}

/** What a table of scores is held against. */
export interface ScoredRound {
  readonly sheets: Sheets;
  /** Name of the account that writes. */
  readonly account: string;
  /** The scores as they stand. */
  readonly scores: readonly ScoreRow[];
}

const sentences = {
  unit: (code: string): LocalText => ({
    zh: `本轮评估没有单位“${shown(code)}”，请核对代码或删去此行。`,
    en: `There is no unit “${shown(code)}” in this round; check the code or delete the row.`,
  }),
  indicator: (code: string): LocalText => ({
    zh: `“${shown(code)}”不是本轮计分的末级指标（不存在、已停用或有下级指标），请核对代码或删去此行。`,
    en: `“${shown(code)}” is no leaf that counts in this round (unknown, switched off or an inner node); check the code or delete the row.`,
  }),
  kind: (indicator: string, unit: string): LocalText => ({
    zh: `指标“${indicator}”不适用于单位“${unit}”的类别，请删去此行。`,
    en: `“${indicator}” does not apply to the kind of unit that “${unit}” is; delete the row.`,
  }),
  notOwn: (account: string, evaluator: string | undefined): LocalText => ({
    zh: `此项未分配给账号“${account}”（${evaluator === undefined ? '尚未分配给任何人' : `由${evaluator}评分`}），不能由其修改；请删去此行或恢复原值。`,
    en: `The cell is not assigned to “${account}” (${evaluator === undefined ? 'nobody has it' : `${evaluator} scores it`}), who cannot change it; delete the row or put back what was there.`,
  }),
  revision: (cell: string): LocalText => ({
    zh: `“${shown(cell)}”不是修订号：应为导出文件中的整数，或留空。`,
    en: `“${shown(cell)}” is no revision: it is the whole number of the export, or empty.`,
  }),
  stale: (row: ScoreRow): LocalText => {
    const time = momentInShanghai(row.updatedAt);
    return {
      zh: `导出之后，${row.updatedByName}已于 ${time} 修改此项（现为修订号 ${row.revision}）；请重新导出后再改，或留空修订号以覆盖。`,
      en: `${row.updatedByName} changed the cell on ${time}, after it was exported (now revision ${row.revision}); export it again, or empty the revision to write over it.`,
    };
  },
  neverTouched: {
    zh: '此项还没有得分，修订号应为 0 或留空。',
    en: 'The cell has no score yet; its revision is 0 or empty.',
  },
};

/** What the rows of a table ask for that is not there already. Problems are added to `problems`. */
export function planScores(table: ReadTable, round: ScoredRound, problems: TableProblems): ScorePlan {
  const { sheets } = round;
  const find = cellFinder(sheets);
  const before = new Map(round.scores.map((row) => [`${row.unitId}/${row.indicatorId}`, row]));
  const seen = new Map<Cell, number>();
  const changes: ScoreChange[] = [];
  let unchanged = 0;
  for (const row of table.rows) {
    const cells = new RowCells(table, row, problems);
    const cell = find(cells);
    if (cell === null) continue;
    const earlier = seen.get(cell);
    if (earlier !== undefined) {
      cells.problem('indicator', cellSentences.repeated(subjectOf(cell), earlier));
      continue;
    }
    seen.set(cell, row.row);
    const present = before.get(`${cell.unit.id}/${cell.leaf.row.id}`);
    const asked = askedOf(cells, cell, present);
    if (asked === 'unchanged') unchanged += 1;
    else if (asked !== null) {
      checkMayWrite(cells, { round, cell, present });
      changes.push({ cell, before: present ?? null, asked, row: row.row });
    }
  }
  return { changes, unchanged };
}

function askedOf(cells: RowCells, cell: Cell, present: ScoreRow | undefined): Asked | 'unchanged' | null {
  if (isBlankRow(cells) || isAsWritten(cells, scoreCells(cell, present, 'csv'))) return 'unchanged';
  const asked = readScoreRow(cells, cell);
  const state = present ?? { state: 'unscored', input: null, marks: null, reason: '' };
  return asked && isSame(state, asked) ? 'unchanged' : asked;
}

/** As the API decides it: the cell is the person's, and nobody has written since. */
function checkMayWrite(
  cells: RowCells,
  { round, cell, present }: { round: ScoredRound; cell: Cell; present: ScoreRow | undefined },
): void {
  const { sheets, account } = round;
  if (!isOwnCell(sheets, cell)) {
    const evaluator = sheets.sight.evaluatorOf(cell.unit.id, cell.leaf)?.evaluatorName;
    cells.problem(null, sentences.notOwn(account, evaluator));
  }
  const seen = cells.text('revision').trim();
  if (seen === '' || seen === String(present?.revision ?? 0)) return;
  if (!/^\d{1,9}$/.test(seen)) cells.problem('revision', sentences.revision(seen));
  else cells.problem('revision', present ? sentences.stale(present) : sentences.neverTouched);
}

/** Looks the cell of a row up; null, with a problem, where the round has none. */
function cellFinder({ frame, leaves }: Sheets): (cells: RowCells) => Cell | null {
  const units = new Map(
    frame.units.map((unit) => {
      const cells = cellsOf(leaves, unit);
      return [unit.code, new Map(cells.map((cell) => [cell.leaf.row.code, cell]))] as const;
    }),
  );
  const known = new Set(leaves.map(({ row }) => row.code));
  return (cells) => {
    const unit = cells.requiredText('unit').trim();
    const indicator = cells.requiredText('indicator').trim();
    const ofUnit = units.get(unit);
    const cell = ofUnit?.get(indicator);
    if (cell !== undefined) return cell;
    if (unit !== '' && ofUnit === undefined) cells.problem('unit', sentences.unit(unit));
    if (indicator === '') return null;
    if (!known.has(indicator)) cells.problem('indicator', sentences.indicator(indicator));
    else if (ofUnit !== undefined) cells.problem('indicator', sentences.kind(indicator, unit));
    return null;
  };
}

function subjectOf({ unit, leaf }: Cell): string {
  return `${unit.code} ${leaf.row.code}`;
}
