import type { SheetList } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { toUnit } from '../units/unit.service.ts';
import { readScores } from './read-scores.ts';
import { countScores } from './sheet-counts.ts';
import type { Leaf } from './sheet-frame.ts';
import { openSheets, visibleCells, type Cell, type Sheets } from './sheets.access.ts';

/** The units and leaves that the person may look at, with how far each has come. */
export async function listSheets(
  { db }: Dependencies,
  actor: Actor,
  { slug }: { slug: string },
): Promise<SheetList> {
  const sheets = await openSheets(db, actor, slug);
  const { assessment, frame, leaves } = sheets;
  const byUnit = frame.units.map((unit) => ({ unit, cells: visibleCells(sheets, unit) }));
  const cells = byUnit.flatMap((each) => each.cells);
  const scores = await readScores(db, sheets, cells);
  const scoreOf = new Map(cells.map((cell, index) => [cell, scores[index]]));
  const scoresOf = (some: readonly Cell[]) => some.flatMap((cell) => scoreOf.get(cell) ?? []);
  const byLeaf = groupByLeaf(cells);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    sheets: byUnit
      .filter((each) => each.cells.length > 0)
      .map((each) => ({
        unit: toUnit(each.unit),
        ...countScores(each.cells, scoresOf(each.cells)),
        writable: isWritable(sheets, each.cells),
        evaluators: evaluatorsOf(sheets, each.cells),
      })),
    indicators: leaves.flatMap((leaf) => {
      const of = byLeaf.get(leaf);
      if (!of) return [];
      const done = scoresOf(of).filter(({ state }) => state !== 'unscored').length;
      const { code, name } = leaf.row;
      return [{ code, name, family: leaf.family, units: of.length, done }];
    }),
  };
}

/** True where the person may write at least one of the cells now. */
export function isWritable({ assessment, sight }: Sheets, cells: readonly Cell[]): boolean {
  if (assessment.phase !== 'scoring') return false;
  return cells.some(({ unit, leaf }) => sight.writes(unit.id, leaf) && !sight.hasHandedIn(unit.id, leaf));
}

function groupByLeaf(cells: readonly Cell[]): Map<Leaf, Cell[]> {
  const groups = new Map<Leaf, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.leaf);
    if (group) group.push(cell);
    else groups.set(cell.leaf, [cell]);
  }
  return groups;
}

function evaluatorsOf({ sight }: Sheets, cells: readonly Cell[]) {
  const names = new Map(
    cells.flatMap(({ unit, leaf }) =>
      sight.evaluatorsOf(unit.id, leaf).map((cell) => [cell.evaluatorId, cell.evaluatorName] as const),
    ),
  );
  return [...names].map(([id, displayName]) => ({ id, displayName }));
}
