import type { Role } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import * as repository from './inbox.repository.ts';
import { placeOfWork } from './place-of-work.ts';

/** Everybody with a role in a round, once for each role; liaisons with the units that they speak for. */
export interface RoundPerson {
  readonly userId: string;
  readonly role: Role;
  readonly units: readonly { readonly id: string; readonly code: string }[];
}

export async function listRoundPeople(db: Database, assessmentId: string): Promise<RoundPerson[]> {
  const rows = await repository.listPeople(db, assessmentId);
  const groups = Map.groupBy(rows, ({ userId, role }) => `${role} ${userId}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const units = own.flatMap(({ unitId: id, unitCode: code }) => (id && code ? [{ id, code }] : []));
    return [{ userId: first.userId, role: first.role, units }];
  });
}

/** Where each of some people sees to their work; by the first of their roles among them. */
export function placesOfWork(
  assessment: AssessmentRow,
  people: readonly RoundPerson[],
): (userId: string) => string {
  const places = new Map<string, string>();
  for (const { userId, role, units } of people) {
    if (places.has(userId)) continue;
    places.set(userId, placeOfWork(assessment, { role, units: units.map(({ code }) => code) }));
  }
  return (userId) => places.get(userId) ?? '/work';
}
