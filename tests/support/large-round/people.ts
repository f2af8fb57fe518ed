import { insertRows, schema, type Database } from '@gongping/db';
import { randomUUID } from 'node:crypto';
import { createTestSession } from '../session.ts';
import type { Frame } from './system.ts';

/** Who is signed in for the tests and measurements; two raters share all units, a liaison speaks for the first. */
export const personas = ['organiser', 'evaluator', 'second', 'reviewer', 'leader', 'liaison'] as const;
export type Persona = (typeof personas)[number];

export interface People {
  readonly ids: Readonly<Record<Persona, string>>;
  readonly cookies: Readonly<Record<Persona, string>>;
}

const roles = {
  organiser: 'organiser',
  evaluator: 'evaluator',
  second: 'evaluator',
  reviewer: 'reviewer',
  leader: 'leader',
  liaison: 'liaison',
} as const satisfies Record<Persona, string>;

/** The personas, and a liaison for every other unit. All have their role in every round. */
export async function insertPeople(db: Database, { units }: Frame, now: Date): Promise<People> {
  const ids: Record<Persona, string> = {
    organiser: randomUUID(),
    evaluator: randomUUID(),
    second: randomUUID(),
    reviewer: randomUUID(),
    leader: randomUUID(),
    liaison: randomUUID(),
  };
  const [home, ...others] = units.map((unit) => unit.id);
  const people = personas.map((persona) => {
    const unitId = persona === 'liaison' ? (home ?? null) : null;
    return { id: ids[persona], name: persona, role: roles[persona], unitId };
  });
  const liaisons = others.map((unitId, at) => {
    return { id: randomUUID(), name: `liaison ${at + 2}`, role: 'liaison' as const, unitId };
  });
  const all = [...people, ...liaisons];
  const accounts = all.map(({ id, name, unitId }): typeof schema.users.$inferSelect => ({
    id,
    username: `${name}-${id.slice(0, 8)}`,
    displayName: name,
    passwordHash: null,
    homeUnitId: unitId,
    email: null,
    mailLanguage: 'zh',
    disabledAt: null,
    createdAt: now,
  }));
  await insertRows(db, schema.users, accounts);
  await insertRows(
    db,
    schema.roleGrants,
    all.map(({ id, role, unitId }) => ({ id: randomUUID(), userId: id, role, assessmentId: null, unitId })),
  );
  const cookies: Record<Persona, string> = { ...ids };
  for (const persona of personas) cookies[persona] = await createTestSession(db, ids[persona]);
  return { ids, cookies };
}
