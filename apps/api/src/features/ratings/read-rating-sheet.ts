import type { RatingSheet, Slot } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { findUnit, openSheets, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import type { HandInRow } from './hand-in.repository.ts';
import { requireTwoRaters } from './rated-families.ts';
import { handInKey, handInsByFamily, readRatedFacts, toRatedLeaf } from './rating-views.ts';

/**
 * The two raters of a unit as far as the person may see them: of a family that both have not handed in, a rater learns
 * nothing of the other, and nobody reads a rating.
 * @throws ProblemError `not-found`, `unit-not-assessed`
 */
export async function readRatingSheet(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  wanted: { slug: string; unit: string },
): Promise<RatingSheet> {
  const sheets = await openSheets(db, actor, wanted.slug);
  requireTwoRaters(sheets);
  const { unit, cells } = findUnit(sheets, wanted.unit);
  const handIns = await handInsByFamily(db, sheets.assessment.id, unit.id);
  const open = cells.filter(({ leaf }) => sheets.sight.bothHandedIn(unit.id, leaf));
  const facts = await readRatedFacts(db, sheets, open);
  const families = Map.groupBy(cells, ({ leaf }) => sheets.sight.familyOf(unit.id, leaf));
  return {
    unitId: unit.id,
    families: [...families].map(([family, group]) => ({
      family,
      name: sheets.frame.families.find(({ code }) => code === family)?.name ?? { zh: family, en: family },
      leaves: group.map(({ leaf }) => leaf.row.code),
      ...standOfFamily(sheets, group, handIns),
    })),
    leaves: open.map((cell) => toRatedLeaf(facts, cell)),
  };
}

/** Who has handed in a family, as far as the person may know. @param cells those of the family, at least one */
export function standOfFamily(
  { sight }: Sheets,
  cells: readonly Cell[],
  handIns: ReadonlyMap<string, HandInRow>,
): Omit<RatingSheet['families'][number], 'family' | 'name' | 'leaves'> {
  const [first] = cells;
  if (!first) return { own: null, both: false, handIns: [] };
  const { unit, leaf } = first;
  const own = sight.slotOf(unit.id, leaf);
  const slots: readonly Slot[] = sight.isBlind(unit.id, leaf) ? (own === null ? [] : [own]) : [1, 2];
  const raters = sight.evaluatorsOf(unit.id, leaf);
  return {
    own,
    both: sight.bothHandedIn(unit.id, leaf),
    handIns: slots.map((slot) => {
      const rater = raters.find((one) => one.slot === slot);
      const found = handIns.get(handInKey(unit.id, sight.familyOf(unit.id, leaf), slot));
      return {
        slot,
        rater: rater ? { id: rater.evaluatorId, displayName: rater.evaluatorName } : null,
        handedInAt: found?.submittedAt.toISOString() ?? null,
        handedInBy: found?.submittedByName ?? null,
      };
    }),
  };
}
