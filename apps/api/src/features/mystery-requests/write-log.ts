import { isOpen, type Language, type MysteryEntry, type MysteryRequest } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { describeEntryFault, entryFaults } from './entry-faults.ts';
import { loggedChange, type LogAction } from './logged-change.ts';
import { mayWrite, openLog, reckoningOf, type Logs } from './log.access.ts';
import { entryOf, toMysteryRequest } from './mystery-request.mapper.ts';
import * as repository from './mystery-request.repository.ts';

interface Asked {
  readonly slug: string;
  readonly unit: string;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Writes a request or an enquiry down.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `invalid-input`
 */
export async function addEntry(
  { db, clock }: Dependencies,
  actor: Actor,
  args: Asked & { entry: MysteryEntry },
): Promise<MysteryRequest> {
  const { logs, unitId } = await openOwnLog(db, actor, args);
  const now = clock();
  requireSound(args.entry, { now, language: args.language });
  const { assessment } = logs.sheets;
  const row = {
    ...args.entry,
    id: newId(now),
    assessmentId: assessment.id,
    unitId,
    revision: 1,
    updatedBy: actor.id,
    updatedAt: now,
  };
  await db.transaction(async (tx) => {
    await holdLog(tx, assessment.id, args.language);
    await repository.insertEntry(tx, row);
    await keepTrack(tx, 'add', { before: null, after: row, actor, now, requestId: args.requestId });
  });
  return written(db, { logs, row: { ...row, updatedByName: actor.displayName }, now });
}

/** @throws ProblemError as `addEntry`; `stale` with the newer entry */
export async function changeEntry(
  { db, clock }: Dependencies,
  actor: Actor,
  args: Asked & { id: string; expectedRevision: number; entry: MysteryEntry },
): Promise<MysteryRequest> {
  const { logs, unitId } = await openOwnLog(db, actor, args);
  const now = clock();
  requireSound(args.entry, { now, language: args.language });
  const key = { assessmentId: logs.sheets.assessment.id, unitId, id: args.id };
  const revision = args.expectedRevision + 1;
  const row = { ...args.entry, ...key, revision, updatedBy: actor.id, updatedAt: now };
  await db.transaction(async (tx) => {
    await holdLog(tx, key.assessmentId, args.language);
    const before = await repository.findEntry(tx, key);
    if (!before) throw new ProblemError('not-found');
    if (!(await repository.updateEntry(tx, row, args.expectedRevision))) {
      const newer = (await repository.findEntry(tx, key)) ?? before;
      const current = await written(tx, { logs, row: newer, now });
      throw new ProblemError('stale', { values: { name: newer.updatedByName }, current });
    }
    await keepTrack(tx, 'change', { before, after: row, actor, now, requestId: args.requestId });
  });
  return written(db, { logs, row: { ...row, updatedByName: actor.displayName }, now });
}

/** Takes an entry out that was put in by mistake. @throws ProblemError as `addEntry` */
export async function removeEntry(
  { db, clock }: Dependencies,
  actor: Actor,
  args: Asked & { id: string },
): Promise<void> {
  const { logs, unitId } = await openOwnLog(db, actor, args);
  const key = { assessmentId: logs.sheets.assessment.id, unitId, id: args.id };
  await db.transaction(async (tx) => {
    await holdLog(tx, key.assessmentId, args.language);
    const before = await repository.findEntry(tx, key);
    if (!before || !(await repository.deleteEntry(tx, key))) throw new ProblemError('not-found');
    await keepTrack(tx, 'remove', { before, after: null, actor, now: clock(), requestId: args.requestId });
  });
}

async function openOwnLog(db: Database, actor: Actor, at: Asked): Promise<{ logs: Logs; unitId: string }> {
  const { logs, unit, cells } = await openLog(db, actor, at);
  if (!mayWrite(logs, actor, cells)) throw new ProblemError('forbidden');
  return { logs, unitId: unit.id };
}

function requireSound(entry: MysteryEntry, { now, language }: { now: Date; language: Language }): void {
  const faults = entryFaults(entry, dayInShanghai(now));
  if (faults.length === 0) return;
  const errors = faults.map((fault) => describeEntryFault(fault, language));
  throw new ProblemError('invalid-input', { errors });
}

/** Keeps the log open until the transaction ends. */
async function holdLog(tx: Database, assessmentId: string, language: Language): Promise<void> {
  const phase = await repository.holdPhase(tx, assessmentId);
  if (phase === undefined) throw new ProblemError('not-found');
  if (!isOpen('request.write', phase)) throw wrongPhase(phase, 'closedLog', language);
}

async function keepTrack(
  tx: Database,
  action: LogAction,
  of: {
    before: repository.NewMysteryRow | null;
    after: repository.NewMysteryRow | null;
    actor: Actor;
    now: Date;
    requestId: string;
  },
): Promise<void> {
  const change = loggedChange(of.before, of.after);
  if (!change) return;
  const { assessmentId, id, ...facts } = change;
  await appendAudit(tx, {
    scope: assessmentId,
    at: of.now,
    actor: of.actor,
    action: `mystery-request.${action}`,
    subject: `mystery-request ${id}`,
    ...facts,
    reason: '',
    requestId: of.requestId,
  });
}

async function written(
  db: Database,
  { logs, row, now }: { logs: Logs; row: repository.MysteryRow; now: Date },
): Promise<MysteryRequest> {
  const { sentOn } = entryOf(row);
  return toMysteryRequest(row, await reckoningOf(db, logs.sheets, { first: sentOn, now }));
}
