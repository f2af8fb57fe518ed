import type { SheetList } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { toUnit } from '../units/unit.service.ts';
import { readStands, type CellStands } from './cell-stands.ts';
import { openSheets, visibleParts, type Cell, type Part, type Sheets } from './sheets.access.ts';

/** The units and leaves that the person may look at, with how far each has come. */
export async function listSheets(
  { db }: Dependencies,
  actor: Actor,
  { slug }: { slug: string },
): Promise<SheetList> {
  const sheets = await openSheets(db, actor, slug);
  const { assessment, frame, leaves } = sheets;
  const seen = frame.units.flatMap((unit) => {
    const parts = visibleParts(sheets, unit);
    return parts.length === 0 ? [] : [{ unit, parts }];
  });
  const slots = new Set(seen.flatMap(({ parts }) => parts.map(({ slot }) => slot)));
  const own = [...slots].filter((slot) => slot !== null);
  const stands = await readStands(
    db,
    { assessmentId: assessment.id, units: frame.units, leaves },
    {
      scores: slots.has(null),
      rater: own.length === 0 ? null : { personId: actor.id, slots: own },
    },
  );
  const counts = new Map(leaves.map((leaf) => [leaf, { units: 0, done: 0 }]));
  for (const { parts } of seen) {
    for (const { unit, slot, leaves: alike } of parts) {
      for (const leaf of alike) {
        const count = counts.get(leaf);
        if (!count) continue;
        count.units += 1;
        if (stands.stateOf(unit.id, leaf, slot) !== 'unscored') count.done += 1;
      }
    }
  }
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    held: sheets.held,
    sheets: seen.map(({ unit, parts }) => {
      const heads = parts.map(({ head }) => head);
      return {
        unit: toUnit(unit),
        ...countStands(parts, stands),
        writable: isWritable(sheets, heads),
        evaluators: evaluatorsOf(sheets, heads),
      };
    }),
    indicators: leaves.flatMap((leaf) => {
      const { code, name } = leaf.row;
      const count = counts.get(leaf);
      return count && count.units > 0 ? [{ code, name, family: leaf.family, ...count }] : [];
    }),
  };
}

/** As `countScores`: bonus and veto leaves are not counted, but a bonus without its reason is incomplete. */
function countStands(parts: readonly Part[], stands: CellStands) {
  const counts = { leaves: 0, scored: 0, notApplicable: 0, incomplete: 0 };
  for (const { unit, slot, blind, leaves } of parts) {
    for (const leaf of leaves) {
      if (stands.missing(unit.id, leaf, { slot, blind }).length > 0) counts.incomplete += 1;
      if (leaf.row.role !== 'score') continue;
      const state = stands.stateOf(unit.id, leaf, slot);
      counts.leaves += 1;
      if (state === 'scored') counts.scored += 1;
      if (state === 'not_applicable') counts.notApplicable += 1;
    }
  }
  return counts;
}

/** True where the person may write at least one of the cells now. */
export function isWritable({ assessment, sight, held }: Sheets, cells: readonly Cell[]): boolean {
  if (assessment.phase !== 'scoring' || held) return false;
  return cells.some(({ unit, leaf }) => sight.writes(unit.id, leaf) && !sight.hasHandedIn(unit.id, leaf));
}

function evaluatorsOf({ sight }: Sheets, cells: readonly Cell[]) {
  const names = new Map(
    cells.flatMap(({ unit, leaf }) =>
      sight.evaluatorsOf(unit.id, leaf).map((cell) => [cell.evaluatorId, cell.evaluatorName] as const),
    ),
  );
  return [...names].map(([id, displayName]) => ({ id, displayName }));
}
