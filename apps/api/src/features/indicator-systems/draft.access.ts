import type { Database } from '@gongping/db';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import * as repository from './indicator-system.repository.ts';

/** @throws ProblemError `forbidden` for somebody who does not organise the platform */
export function requirePlatformOrganiser(actor: Actor): void {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
}

/**
 * A draft for somebody who changes it; nobody else does until the transaction ends.
 *
 * @param expectedRevision the one that the change was made to
 * @throws ProblemError `forbidden`, `not-found`, `frozen-system`, `stale` with the present revision
 */
export async function holdDraft(
  tx: Database,
  actor: Actor,
  { systemId, expectedRevision }: { systemId: string; expectedRevision: number | null },
): Promise<repository.IndicatorSystemRow> {
  requirePlatformOrganiser(actor);
  const system = await repository.holdSystem(tx, systemId);
  if (!system) throw new ProblemError('not-found');
  if (system.frozenAt !== null) {
    throw new ProblemError('frozen-system', { values: { name: nameOf(system) } });
  }
  if (expectedRevision !== null && system.revision !== expectedRevision) {
    const last = (await subjectHistory(tx, 'platform', subjectOf(system))).at(-1);
    const values = { name: last?.actorName ?? nameOf(system) };
    throw new ProblemError('stale', { values, current: { revision: system.revision } });
  }
  return system;
}

/** As the log names what was done to a version. */
export function subjectOf(system: { code: string; version: number }): string {
  return `indicator-system ${nameOf(system)}`;
}

/** As people name a version: `zhuzhou-2020@2`. */
export function nameOf({ code, version }: { code: string; version: number }): string {
  return `${code}@${version}`;
}
