import type { Slot } from '@gongping/contracts';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { AssessmentFrame } from '../assessments/assessment-frame.ts';
import type { AssignedCell, HandedIn } from './cell.repository.ts';
import type { Leaf } from './sheet-frame.ts';

/** Which cells (a leaf of a unit) a person may look at and write. */
export interface Sight {
  sees(unitId: string, leaf: Leaf): boolean;
  /** Whether the cell is assigned to the person; the phase decides besides. */
  writes(unitId: string, leaf: Leaf): boolean;
  /** Who scores the cell, if anybody; the first of two raters. */
  evaluatorOf(unitId: string, leaf: Leaf): AssignedCell | undefined;
  /** Everybody who scores the cell; of two raters who are blind to each other, only the person. */
  evaluatorsOf(unitId: string, leaf: Leaf): readonly AssignedCell[];
  /** The family that the cell is handed in with. */
  familyOf(unitId: string, leaf: Leaf): string;
  /** The person's place as one of two raters; null elsewhere, and where the round is scored once. */
  slotOf(unitId: string, leaf: Leaf): Slot | null;
  /** Whether the person, as one of two raters, has handed the cell in. */
  hasHandedIn(unitId: string, leaf: Leaf): boolean;
  /** Whether both raters have handed the cell in: from then on they see each other. */
  bothHandedIn(unitId: string, leaf: Leaf): boolean;
  /** Whether the person is one of two raters and may not see anything of the other yet. */
  isBlind(unitId: string, leaf: Leaf): boolean;
}

/** Who scores what, and what has been handed in where the round is scored twice. */
export interface Raters {
  readonly cells: readonly AssignedCell[];
  readonly handedIn: readonly HandedIn[];
}

/**
 * Organisers and reviewers look at everything and write nothing; evaluators see and write the families of the
 * units that are assigned to them, as long as they hold the role. Bonus and veto leaves stand outside the scored
 * families: where nobody is assigned to them by name, whoever scores the unit's first family scores them too. One of
 * two raters is blind to the other whatever other role the person has.
 */
export function sightOf(actor: Actor, frame: AssessmentFrame, { cells, handedIn }: Raters): Sight {
  const { id, procedure } = frame.assessment;
  const everything = hasRole(actor, ['organiser', 'reviewer'], id);
  const evaluates = hasRole(actor, ['evaluator'], id);
  const first = frame.families.find(({ role }) => role === 'score')?.code;
  const byUnit = new Map(
    [...Map.groupBy(cells, ({ unitId }) => unitId)].map(
      ([unitId, own]) => [unitId, Map.groupBy(own, (cell) => cell.family)] as const,
    ),
  );
  const submitted = new Set(handedIn.map((one) => `${one.unitId}/${one.family}/${one.slot}`));

  const ratersOf = (unitId: string, { family, row }: Leaf): readonly AssignedCell[] => {
    const ofUnit = byUnit.get(unitId);
    const named = ofUnit?.get(family);
    return named ?? (row.role === 'score' || first === undefined ? [] : (ofUnit?.get(first) ?? []));
  };
  const ownCell = (unitId: string, leaf: Leaf) =>
    ratersOf(unitId, leaf).find(({ evaluatorId }) => evaluatorId === actor.id);
  const isIn = (unitId: string, leaf: Leaf, slot: number) => {
    const family = ratersOf(unitId, leaf)[0]?.family ?? leaf.family;
    return submitted.has(`${unitId}/${family}/${slot}`);
  };
  const slotOf = (unitId: string, leaf: Leaf): Slot | null => {
    const own = procedure.doubleScoring ? ownCell(unitId, leaf) : undefined;
    return own === undefined ? null : own.slot === 2 ? 2 : 1;
  };
  const bothHandedIn = (unitId: string, leaf: Leaf) => [1, 2].every((slot) => isIn(unitId, leaf, slot));
  const isBlind = (unitId: string, leaf: Leaf) =>
    slotOf(unitId, leaf) !== null && !bothHandedIn(unitId, leaf);
  const writes = (unitId: string, leaf: Leaf) => evaluates && ownCell(unitId, leaf) !== undefined;

  return {
    writes,
    slotOf,
    bothHandedIn,
    isBlind,
    sees: (unitId, leaf) => everything || writes(unitId, leaf),
    evaluatorOf: (unitId, leaf) => ratersOf(unitId, leaf)[0],
    evaluatorsOf: (unitId, leaf) =>
      ratersOf(unitId, leaf).filter(({ evaluatorId }) => evaluatorId === actor.id || !isBlind(unitId, leaf)),
    familyOf: (unitId, leaf) => ratersOf(unitId, leaf)[0]?.family ?? leaf.family,
    hasHandedIn: (unitId, leaf) => {
      const slot = slotOf(unitId, leaf);
      return slot !== null && isIn(unitId, leaf, slot);
    },
  };
}
