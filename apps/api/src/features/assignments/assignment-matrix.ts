import type { AssignmentMatrix, Slot } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { familyCodes, leavesFor, type AssessmentFrame } from '../assessments/assessment-frame.ts';
import * as repository from './assignment.repository.ts';
import type { AssignmentRow } from './assignment.repository.ts';

export interface Evaluator {
  readonly id: string;
  readonly displayName: string;
  readonly homeUnitId: string | null;
}

/** A family of a unit with the leaves that somebody has to score there. */
export interface MatrixCell {
  readonly unitId: string;
  readonly family: string;
  readonly slot: Slot;
  readonly leaves: number;
  readonly evaluatorId: string | null;
}

/** Units × families (× raters); a family without a leaf for the unit's kind has no cell. */
export function matrixCells(frame: AssessmentFrame, rows: readonly AssignmentRow[]): MatrixCell[] {
  const evaluatorOf = new Map(rows.map((row) => [cellKey(row), row.evaluatorId]));
  const familyOf = familyCodes(frame.indicators);
  const leavesOf = (kind: 'county' | 'department') =>
    frame.families.map(({ code }) => ({
      family: code,
      leaves: leavesFor(frame.indicators, kind).filter((leaf) => familyOf.get(leaf.code) === code).length,
    }));
  const byKind = { county: leavesOf('county'), department: leavesOf('department') };
  const slots = slotsOf(frame.assessment);
  return frame.units.flatMap((unit) =>
    byKind[unit.kind]
      .filter(({ leaves }) => leaves > 0)
      .flatMap(({ family, leaves }) =>
        slots.map((slot) => {
          const evaluatorId = evaluatorOf.get(cellKey({ unitId: unit.id, family, slot })) ?? null;
          return { unitId: unit.id, family, slot, leaves, evaluatorId };
        }),
      ),
  );
}

/** One rater a cell, or two who score blindly. */
export function slotsOf({ procedure }: Pick<AssessmentFrame['assessment'], 'procedure'>): readonly Slot[] {
  return procedure.doubleScoring ? [1, 2] : [1];
}

export function cellKey({ unitId, family, slot }: { unitId: string; family: string; slot: number }): string {
  return `${unitId} ${family} ${slot}`;
}

/** The cell of the other rater of the same leaves. */
export function otherSlot<T extends { readonly slot: Slot }>(cell: T): T {
  return { ...cell, slot: cell.slot === 1 ? 2 : 1 };
}

/** The whole matrix: three queries, whatever its size. */
export async function readMatrix(db: Database, frame: AssessmentFrame): Promise<AssignmentMatrix> {
  const cells = matrixCells(frame, await repository.listAssignments(db, frame.assessment.id));
  const people = new Map<string, Evaluator>();
  for (const person of await repository.listEvaluators(db, frame.assessment.id))
    people.set(person.id, person);
  for (const person of await repository.listAssigned(db, frame.assessment.id)) people.set(person.id, person);

  return {
    evaluators: [...people.values()].map((person) => {
      const own = cells.filter(({ evaluatorId }) => evaluatorId === person.id);
      return { ...person, cells: own.length, leaves: sumOfLeaves(own) };
    }),
    families: frame.families.map(({ code, name }) => ({ code, name })),
    units: frame.units.map(({ id, code, nameZh, nameEn, kind }) => ({
      id,
      code,
      name: { zh: nameZh, en: nameEn },
      kind,
    })),
    cells,
    conflicts: conflictsIn(cells, people),
    unassigned: cells.filter(({ evaluatorId }) => evaluatorId === null).length,
  };
}

export function sumOfLeaves(cells: readonly MatrixCell[]): number {
  return cells.reduce((sum, { leaves }) => sum + leaves, 0);
}

/** Pairs that should not be: the person joined the unit, or was given it before that was looked at. */
function conflictsIn(cells: readonly MatrixCell[], people: ReadonlyMap<string, Evaluator>) {
  const conflicts = new Map<string, { unitId: string; evaluatorId: string }>();
  for (const { unitId, evaluatorId } of cells) {
    if (evaluatorId === null || people.get(evaluatorId)?.homeUnitId !== unitId) continue;
    conflicts.set(`${unitId} ${evaluatorId}`, { unitId, evaluatorId });
  }
  return [...conflicts.values()];
}
