import type { Language, SystemCheck, SystemDifference, indicatorSystemSummary } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { checkSystem, toChecks } from './check-system.ts';
import { holdDraft, nameOf, requirePlatformOrganiser, subjectOf } from './draft.access.ts';
import { unitCodes } from './edit-draft.ts';
import { toSystemSummary } from './indicator-system.mapper.ts';
import * as repository from './indicator-system.repository.ts';
import { contentOf, toRows, type SystemContent } from './system-content.ts';
import { systemDifference } from './system-difference.ts';

type Summary = z.infer<typeof indicatorSystemSummary>;

/**
 * A draft that begins as a copy of any version, numbered after the newest of its code.
 *
 * @throws ProblemError `forbidden`, `not-found`
 */
export async function createDraft(
  { db, clock }: Dependencies,
  actor: Actor,
  { systemId, requestId }: { systemId: string; requestId: string },
): Promise<Summary> {
  requirePlatformOrganiser(actor);
  return db.transaction(async (tx) => {
    await repository.holdSystems(tx);
    const { system, content } = await readVersion(tx, systemId);
    const newest = await repository.findVersion(tx, system.code, null);
    const now = clock();
    const draft = {
      ...system,
      id: newId(now),
      version: (newest ?? system).version + 1,
      revision: 1,
      frozenAt: null,
      createdAt: now,
    };
    const rows = toRows(content.nodes, { systemId: draft.id, now });
    await repository.insertSystem(tx, draft, rows);
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'indicator-system.draft',
      subject: subjectOf(draft),
      after: { code: draft.code, version: draft.version, from: nameOf(system), indicators: rows.length },
      reason: '',
      requestId,
    });
    return toSystemSummary({ ...draft, leaves: leavesOf(content) });
  });
}

/** @throws ProblemError `forbidden`, `not-found`, `frozen-system` */
export async function deleteDraft(
  { db, clock }: Dependencies,
  actor: Actor,
  { systemId, requestId }: { systemId: string; requestId: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const system = await holdDraft(tx, actor, { systemId, expectedRevision: null });
    await repository.deleteSystem(tx, system.id);
    await appendAudit(tx, {
      scope: 'platform',
      at: clock(),
      actor,
      action: 'indicator-system.delete',
      subject: subjectOf(system),
      before: { code: system.code, version: system.version, title: system.title.zh },
      reason: '',
      requestId,
    });
  });
}

/**
 * Publishes a draft: it never changes again, and rounds can be assessed by it.
 *
 * @throws ProblemError `forbidden`, `not-found`, `frozen-system`, `stale`, `faulty-system` with every problem
 */
export async function freezeDraft(
  { db, clock }: Dependencies,
  actor: Actor,
  args: {
    systemId: string;
    expectedRevision: number;
    reason: string;
    language: Language;
    requestId: string;
  },
): Promise<Summary> {
  return db.transaction(async (tx) => {
    const system = await holdDraft(tx, actor, args);
    const content = contentOf(system, await repository.listIndicators(tx, system.id));
    refuseFaulty(checkSystem(system.code, content, await unitCodes(tx)), args.language);
    const now = clock();
    await repository.freezeSystem(tx, system.id, now);
    const { code, version } = system;
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'indicator-system.freeze',
      subject: subjectOf(system),
      before: { code, version, frozen: false },
      after: { code, version, frozen: true },
      reason: args.reason,
      requestId: args.requestId,
    });
    return toSystemSummary({ ...system, frozenAt: now, leaves: leavesOf(content) });
  });
}

function refuseFaulty(found: ReturnType<typeof checkSystem>, language: Language): void {
  const errors = toChecks(found, language).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new ProblemError('faulty-system', {
    errors: errors.map(({ indicator, field, message }) => ({
      path: [indicator, field].filter((part) => part !== null).join('.'),
      message,
    })),
  });
}

/** What is wrong with a version, or looks so. @throws ProblemError `forbidden`, `not-found` */
export async function readChecks(
  { db }: Dependencies,
  actor: Actor,
  { systemId, language }: { systemId: string; language: Language },
): Promise<SystemCheck[]> {
  requirePlatformOrganiser(actor);
  const { system, content } = await readVersion(db, systemId);
  return toChecks(checkSystem(system.code, content, await unitCodes(db)), language);
}

/** What a version says that another does not. @throws ProblemError `not-found` */
export async function readDifference(
  { db }: Dependencies,
  { from, to }: { from: string; to: string },
): Promise<SystemDifference> {
  const [before, after] = [await readVersion(db, from), await readVersion(db, to)];
  return {
    from: toSystemSummary({ ...before.system, leaves: leavesOf(before.content) }),
    to: toSystemSummary({ ...after.system, leaves: leavesOf(after.content) }),
    ...systemDifference(before.content, after.content),
  };
}

/** @throws ProblemError `not-found` */
export async function readVersion(
  db: Database,
  systemId: string,
): Promise<{ system: repository.IndicatorSystemRow; content: SystemContent }> {
  const system = await repository.findSystem(db, systemId);
  if (!system) throw new ProblemError('not-found');
  return { system, content: contentOf(system, await repository.listIndicators(db, systemId)) };
}

function leavesOf({ nodes }: SystemContent): number {
  return nodes.filter(({ rule }) => rule !== null).length;
}
