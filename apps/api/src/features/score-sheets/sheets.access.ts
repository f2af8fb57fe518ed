import type { Slot } from '@gongping/contracts';
import { atOnce, type Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { assessmentFrame, fullMarksOf, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import { isHeldBack } from '../calibrations/calibration-hold.ts';
import type { UnitRow } from '../units/unit.service.ts';
import { listAssignedCells, listHandedIn } from './cell.repository.ts';
import { leavesOf, type Leaf } from './sheet-frame.ts';
import { sightOf, type Sight } from './sight.ts';

/** An assessment as one person may score or look at it. */
export interface Sheets {
  readonly actor: Actor;
  readonly assessment: AssessmentFrame['assessment'];
  readonly frame: AssessmentFrame;
  readonly leaves: readonly Leaf[];
  readonly sight: Sight;
  /** The person has to hand in the calibration before scoring anything. */
  readonly held: boolean;
}

/** A leaf of a unit. `fullMarks` as the database keeps them: `3.4400`. */
export interface Cell {
  readonly unit: UnitRow;
  readonly leaf: Leaf;
  readonly fullMarks: string;
}

const roles = ['evaluator', 'organiser', 'reviewer'] as const;

/** @throws ProblemError `not-found`, `forbidden` as `visibleAssessment` */
export async function openSheets(db: Database, actor: Actor, slug: string): Promise<Sheets> {
  const assessment = await visibleAssessment(db, actor, { slug, roles });
  const frame = await assessmentFrame(db, assessment);
  const [cells, handedIn] = await atOnce(db, [
    () => listAssignedCells(db, assessment.id),
    async () => (assessment.procedure.doubleScoring ? listHandedIn(db, assessment.id) : []),
  ]);
  const sight = sightOf(actor, frame, { cells, handedIn });
  const held = await isHeldBack(db, actor, assessment.id);
  return { actor, assessment, frame, leaves: leavesOf(frame), sight, held };
}

/** The cells of a unit in printing order, whoever may look at them. */
export function cellsOf(leaves: readonly Leaf[], unit: UnitRow): Cell[] {
  return leaves.flatMap((leaf) => {
    const fullMarks = fullMarksOf(leaf.row, unit.kind);
    return fullMarks === null ? [] : [{ unit, leaf, fullMarks }];
  });
}

/** The cells of a unit that the person may look at, in printing order. */
export function visibleCells({ leaves, sight }: Sheets, unit: UnitRow): Cell[] {
  return cellsOf(leaves, unit).filter(({ leaf }) => sight.sees(unit.id, leaf));
}

/** Leaves of a unit that are seen and scored alike: of one family, inside the 100 or outside. */
export interface Part {
  readonly unit: UnitRow;
  readonly leaves: readonly Leaf[];
  /** Any of its cells: what holds of it holds of all. */
  readonly head: Cell;
  /** The person's place among two raters; null elsewhere. */
  readonly slot: Slot | null;
  readonly blind: boolean;
}

/** As `visibleCells`, family by family: whole rounds have too many cells to look at each. */
export function visibleParts(sheets: Sheets, unit: UnitRow): Part[] {
  return partsOf(sheets, unit).filter(({ head }) => sheets.sight.sees(unit.id, head.leaf));
}

/** As `visibleParts`, whoever may look at them. */
export function partsOf({ leaves, sight }: Sheets, unit: UnitRow): Part[] {
  return alikeLeaves(leaves, unit.kind).flatMap((own) => {
    const [head] = cellsOf(own.slice(0, 1), unit);
    if (!head) return [];
    const slot = sight.slotOf(unit.id, head.leaf);
    return [{ unit, leaves: own, head, slot, blind: sight.isBlind(unit.id, head.leaf) }];
  });
}

const alikeBefore = new WeakMap<readonly Leaf[], Map<UnitRow['kind'], Leaf[][]>>();

/** The leaves that count for a kind of unit, by family and role; found once for the leaves of a sheet. */
function alikeLeaves(leaves: readonly Leaf[], kind: UnitRow['kind']): Leaf[][] {
  const byKind = alikeBefore.get(leaves) ?? new Map<UnitRow['kind'], Leaf[][]>();
  alikeBefore.set(leaves, byKind);
  const known = byKind.get(kind);
  if (known) return known;
  const counting = leaves.filter(({ row }) => fullMarksOf(row, kind) !== null);
  const alike = [...Map.groupBy(counting, ({ family, row }) => `${family} ${row.role}`).values()];
  byKind.set(kind, alike);
  return alike;
}

/** Whether the person may write the cell; the phase decides besides. */
export function isOwnCell({ sight }: Sheets, { unit, leaf }: Cell): boolean {
  return sight.writes(unit.id, leaf);
}

/**
 * The unit with what the person may see of it.
 * @throws ProblemError `unit-not-assessed`, `not-found` where nothing of the unit is the person's
 */
export function findUnit(sheets: Sheets, unitCode: string): { unit: UnitRow; cells: Cell[] } {
  const unit = sheets.frame.units.find(({ code }) => code === unitCode);
  if (!unit) throw new ProblemError('unit-not-assessed', { values: { unit: unitCode } });
  const cells = visibleCells(sheets, unit);
  if (cells.length === 0) throw new ProblemError('not-found');
  return { unit, cells };
}

/** @throws ProblemError `unit-not-assessed`, `not-found` where the cell is not there or not the person's to see */
export function findCell(sheets: Sheets, wanted: { unit: string; indicator: string }): Cell {
  const { cells } = findUnit(sheets, wanted.unit);
  const cell = cells.find(({ leaf }) => leaf.row.code === wanted.indicator);
  if (!cell) throw new ProblemError('not-found');
  return cell;
}

/** As `findCell`, for somebody who wants to write: a cell assigned to another looks as if it were not there. */
export function findOwnCell(sheets: Sheets, wanted: { unit: string; indicator: string }): Cell {
  const cell = findCell(sheets, wanted);
  if (!isOwnCell(sheets, cell)) throw new ProblemError('not-found');
  return cell;
}

/** What says of a piece of evidence who may see it. */
export interface EvidenceKey {
  readonly unitId: string;
  readonly indicatorId: string;
  readonly purpose: 'score' | 'claim' | 'appeal' | 'rectification';
  readonly addedBy: string;
}

/** Whether a piece of evidence of a cell is the person's to see: not what the other of two blind raters added. */
export function showsEvidence({ actor, sight }: Sheets, { unit, leaf }: Cell, row: EvidenceKey): boolean {
  return row.purpose !== 'score' || row.addedBy === actor.id || !sight.isBlind(unit.id, leaf);
}

/** The cell that a row belongs to. @throws ProblemError `not-found` where it is not the person's to see */
export function findCellOfRow(sheets: Sheets, row: Pick<EvidenceKey, 'unitId' | 'indicatorId'>): Cell {
  const unit = sheets.frame.units.find(({ id }) => id === row.unitId);
  const cells = unit ? visibleCells(sheets, unit) : [];
  const cell = cells.find(({ leaf }) => leaf.row.id === row.indicatorId);
  if (!cell) throw new ProblemError('not-found');
  return cell;
}

/** As `findCellOfRow`, for evidence. @throws ProblemError `not-found`, also where the other of two blind raters added it */
export function findCellOfEvidence(sheets: Sheets, row: EvidenceKey): Cell {
  const cell = findCellOfRow(sheets, row);
  if (!showsEvidence(sheets, cell, row)) throw new ProblemError('not-found');
  return cell;
}
