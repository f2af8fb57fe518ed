import { seedTemplates } from '@gongping/api';
import {
  changedDraft,
  indicatorSystemList,
  type ChangedDraft,
  type IndicatorSystem,
  type SystemEdit,
} from '@gongping/contracts';
import { schema } from '@gongping/db';
import { expect } from 'vitest';
import type { Bench, Person } from './app.ts';

/** The system of 2020 alone, and somebody who organises the platform. */
export async function onlyTemplate(bench: Bench): Promise<{ organiser: Person; frozenId: string }> {
  const { db } = bench.database;
  await db.delete(schema.assessments);
  await db.delete(schema.indicatorSystems);
  await seedTemplates(db, bench.clock.now);
  const organiser = await bench.person([{ role: 'organiser' }]);
  return { organiser, frozenId: (await versions(organiser))[0]?.id ?? '' };
}

export async function versions({ call }: Person) {
  return indicatorSystemList.parse(await (await call('GET', '/indicator-systems')).json()).systems;
}

/** A new draft of a version. */
export async function draftOf({ call }: Person, systemId: string): Promise<string> {
  const response = await call('POST', `/indicator-systems/${systemId}/drafts`);
  expect(response.status, await response.clone().text()).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

export async function systemOf({ call }: Person, systemId: string): Promise<IndicatorSystem> {
  return (await (await call('GET', `/indicator-systems/${systemId}`)).json()) as IndicatorSystem;
}

/** Makes a change of a draft at the revision that it has. */
export async function edit(
  person: Person,
  systemId: string,
  { expectedRevision, ...change }: SystemEdit & { expectedRevision?: number },
): Promise<ChangedDraft> {
  const seen = expectedRevision ?? (await systemOf(person, systemId)).revision;
  const response = await person.call('POST', `/indicator-systems/${systemId}/edits`, {
    expectedRevision: seen,
    edit: change,
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return changedDraft.parse(await response.json());
}

/** A node as it is sent back. */
export function typedNode(system: IndicatorSystem, code: string) {
  const node = system.indicators.find((each) => each.code === code);
  if (!node) throw new Error(`There is no ${code}.`);
  const { level: _level, parent: _parent, ...typed } = structuredClone(node);
  // The same as it is on the wire, where nothing is read-only.
  return typed as Extract<SystemEdit, { op: 'change' }>['indicator'];
}
