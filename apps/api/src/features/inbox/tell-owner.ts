import type { Database } from '@gongping/db';
import type { LocalText } from '@gongping/scoring';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import type { UnitRow } from '../units/unit.service.ts';
import { notify } from './notify.ts';
import { listRoundPeople } from './round-people.ts';

type Round = Pick<AssessmentRow, 'id' | 'slug'>;

interface Returned {
  readonly assessment: Round;
  readonly unit: UnitRow;
  readonly reason: string;
  /** The request by which it was given back. */
  readonly occasion: string;
  readonly at: Date;
}

const nameOf = ({ nameZh, nameEn }: UnitRow): LocalText => ({ zh: nameZh, en: nameEn });

/** Ids of those who speak for a unit in a round. */
async function liaisonsOf(tx: Database, { id }: Round, unit: UnitRow): Promise<string[]> {
  const people = await listRoundPeople(tx, id);
  return people
    .filter(({ role, units }) => role === 'liaison' && units.some((own) => own.id === unit.id))
    .map(({ userId }) => userId);
}

/** Tells the liaisons of a unit that its self-assessment was opened again. Call it in the same transaction. */
export async function tellReturnedClaims(tx: Database, of: Returned): Promise<void> {
  const { assessment, unit, reason, occasion, at } = of;
  await notify(tx, {
    kind: 'claims-returned',
    assessmentId: assessment.id,
    userIds: await liaisonsOf(tx, assessment, unit),
    occasion,
    values: { unit: nameOf(unit), reason },
    path: `/work/assessments/${assessment.slug}/self-assessment/${unit.code}`,
    at,
  });
}

/** Tells a rater that a family of theirs was given back. Call it in the same transaction. */
export async function tellReturnedScores(
  tx: Database,
  of: Returned & { readonly family: LocalText; readonly raterId: string },
): Promise<void> {
  const { assessment, unit, reason, family, raterId, occasion, at } = of;
  await notify(tx, {
    kind: 'scores-returned',
    assessmentId: assessment.id,
    userIds: [raterId],
    occasion,
    values: { unit: nameOf(unit), family, reason },
    path: `/work/assessments/${assessment.slug}/scoring/units/${unit.code}`,
    at,
  });
}

/** Tells the liaisons of a unit, once a day, that something is asked of it. Call it in the same transaction. */
export async function tellAskedUnit(
  tx: Database,
  of: Pick<Returned, 'assessment' | 'unit' | 'at'> & { readonly day: string },
): Promise<void> {
  const { assessment, unit, day, at } = of;
  await notify(tx, {
    kind: 'rectification-asked',
    assessmentId: assessment.id,
    userIds: await liaisonsOf(tx, assessment, unit),
    occasion: `${unit.code}:${day}`,
    values: { unit: nameOf(unit) },
    path: `/work/assessments/${assessment.slug}/feedback/${unit.code}`,
    at,
  });
}
