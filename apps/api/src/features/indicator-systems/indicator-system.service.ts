import { notice, type IndicatorSystem, type Notice } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { toSystem, toSystemSummary } from './indicator-system.mapper.ts';
import * as repository from './indicator-system.repository.ts';
import { storedLeadTasks, type StoredLeadTask } from './lead-tasks.ts';

export type { IndicatorRow, IndicatorSystemRow } from './indicator-system.repository.ts';
export { plainDecimal, toIndicator } from './indicator-system.mapper.ts';
export type { StoredLeadTask } from './lead-tasks.ts';
export { seedTemplates } from './seed-templates.ts';

export async function listSystems({ db }: Pick<Dependencies, 'db'>) {
  return (await repository.listSystems(db)).map(toSystemSummary);
}

/** @throws ProblemError `not-found` */
export async function getSystem(
  { db }: Pick<Dependencies, 'db'>,
  systemId: string,
): Promise<IndicatorSystem> {
  const system = await repository.findSystem(db, systemId);
  if (!system) throw new ProblemError('not-found');
  return toSystem(system, await repository.listIndicators(db, systemId));
}

/** A system's row and its nodes, parents before children; undefined where there is none of that id. */
export async function findSystemTree(db: Database, systemId: string) {
  const system = await repository.findSystem(db, systemId);
  return system && { system, indicators: await repository.listIndicators(db, systemId) };
}

/** All nodes of a system, parents before children, in printing order. */
export function listSystemIndicators(db: Database, systemId: string): Promise<repository.IndicatorRow[]> {
  return repository.listIndicators(db, systemId);
}

/** The newest system that may no longer change, or undefined. */
export async function newestFrozenSystem(db: Database) {
  return (await repository.listSystems(db)).find(({ frozenAt }) => frozenAt !== null);
}

/** The notice that a system stands on; null where the system has none that can be read. */
export async function findNotice(db: Database, systemId: string): Promise<Notice | null> {
  const system = await repository.findSystem(db, systemId);
  return notice.safeParse(system?.notice).data ?? null;
}

/** The tasks of the notice with the units that answer for them. */
export async function listLeadTasks(db: Database, systemId: string): Promise<StoredLeadTask[]> {
  const system = await repository.findSystem(db, systemId);
  return system ? storedLeadTasks.parse(system.leadTasks) : [];
}
