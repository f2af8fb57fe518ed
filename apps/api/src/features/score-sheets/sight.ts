import { hasRole, type Actor } from '../../http/actor.ts';
import type { AssessmentFrame } from '../assessments/assessment-frame.ts';
import type { AssignedCell } from './cell.repository.ts';
import type { Leaf } from './sheet-frame.ts';

/** Which cells (a leaf of a unit) a person may look at and write. */
export interface Sight {
  sees(unitId: string, leaf: Leaf): boolean;
  /** Whether the cell is assigned to the person; the phase decides besides. */
  writes(unitId: string, leaf: Leaf): boolean;
  /** Who scores the cell, if anybody. */
  evaluatorOf(unitId: string, leaf: Leaf): AssignedCell | undefined;
}

/**
 * Organisers and reviewers look at everything and write nothing; evaluators see and write the families of the
 * units that are assigned to them, as long as they hold the role. Bonus and veto leaves stand outside the scored
 * families: where nobody is assigned to them by name, whoever scores the unit's first family scores them too.
 */
export function sightOf(actor: Actor, frame: AssessmentFrame, cells: readonly AssignedCell[]): Sight {
  const everything = hasRole(actor, ['organiser', 'reviewer'], frame.assessment.id);
  const evaluates = hasRole(actor, ['evaluator'], frame.assessment.id);
  const first = frame.families.find(({ role }) => role === 'score')?.code;
  const byKey = new Map(cells.map((cell) => [`${cell.unitId}/${cell.family}`, cell]));
  const evaluatorOf = (unitId: string, { family, row }: Leaf) => {
    const named = byKey.get(`${unitId}/${family}`);
    return named ?? (row.role === 'score' ? undefined : byKey.get(`${unitId}/${first}`));
  };
  const writes = (unitId: string, leaf: Leaf) =>
    evaluates && evaluatorOf(unitId, leaf)?.evaluatorId === actor.id;
  return { evaluatorOf, writes, sees: (unitId, leaf) => everything || writes(unitId, leaf) };
}
