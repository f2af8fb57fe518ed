import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import * as repository from './inbox.repository.ts';
import { notify } from './notify.ts';
import { listRoundPeople } from './round-people.ts';

/**
 * Tells everybody who had a part in a round that its results are published, or corrected: its units, those who scored
 * and ruled, and its leaders. Call it in the transaction of the publication.
 */
export async function announcePublication(
  tx: Database,
  { id, slug }: Pick<AssessmentRow, 'id' | 'slug'>,
  publication: { version: number; reason: string; at: Date },
): Promise<void> {
  const { version, reason, at } = publication;
  const people = await listRoundPeople(tx, id);
  const assigned = await repository.listAssignedEvaluators(tx, id);
  const told = people.filter(({ role }) => role === 'liaison' || role === 'reviewer' || role === 'leader');
  const ranking = `/p/${slug}/latest`;
  const places = new Map(
    told.flatMap(({ userId, units: [unit, ...others] }) =>
      unit && others.length === 0 ? [[userId, `${ranking}/units/${unit.code}`] as const] : [],
    ),
  );
  await notify(tx, {
    kind: version === 1 ? 'published' : 'corrected',
    assessmentId: id,
    userIds: [...told.map(({ userId }) => userId), ...assigned],
    occasion: String(version),
    values: version === 1 ? {} : { version: String(version), reason },
    path: (userId) => places.get(userId) ?? ranking,
    at,
  });
}
