import type { AuditEntry } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import type { AuditFilter } from './audit-filter.ts';
import { concealedFrom, type Concealed } from './concealed.ts';
import { toAuditEntry } from './audit.mapper.ts';
import * as repository from './audit.repository.ts';
import type { AuditRow } from './audit.repository.ts';
import { verifyChain } from './verify-chain.ts';

export type { AuditRow } from './audit.repository.ts';

export interface AuditPageWanted {
  /** Entries older than this sequence; null begins with the newest. */
  readonly before: number | null;
  readonly limit: number;
  readonly filter: AuditFilter;
}

interface AuditPage {
  entries: AuditEntry[];
  next: number | null;
  actions: string[];
}

/** What happened in an assessment, newest first: for its organiser, as far as one who rates blindly may know it. */
export async function readAssessmentAudit(
  { db }: Dependencies,
  actor: Actor,
  wanted: AuditPageWanted & { slug: string },
): Promise<AuditPage> {
  const assessment = await visibleAssessment(db, actor, { slug: wanted.slug, roles: ['organiser'] });
  const concealed = await concealedFrom(db, actor, wanted.slug);
  return readPage(db, assessment.id, { ...wanted, concealed });
}

/** What happened outside the assessments (accounts, units, systems): for organisers of the platform. */
export async function readPlatformAudit(
  { db }: Dependencies,
  actor: Actor,
  wanted: AuditPageWanted,
): Promise<AuditPage> {
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
  return readPage(db, 'platform', { ...wanted, concealed: null });
}

async function readPage(
  db: Database,
  scope: string,
  wanted: AuditPageWanted & { concealed: Concealed | null },
): Promise<AuditPage> {
  const { limit, concealed } = wanted;
  const rows = await repository.listEntries(db, scope, { ...wanted, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? (shown.at(-1)?.sequence ?? null) : null;
  const actions = await repository.listActionNames(db, scope, concealed);
  return { entries: shown.map(toAuditEntry), next, actions };
}

/**
 * Recomputes the chain of an assessment's log.
 * @returns how many entries the person may read, all of which and the others were looked at, and the sequence of the first one that was altered, removed or put in
 *   later; null where the chain holds.
 */
export async function verifyAssessmentAudit(
  { db }: Dependencies,
  actor: Actor,
  { slug }: { slug: string },
): Promise<{ entries: number; brokenAt: number | null }> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const { brokenAt } = await verifyChain(db, assessment.id);
  const concealed = await concealedFrom(db, actor, slug);
  return { entries: await repository.countEntries(db, assessment.id, concealed), brokenAt };
}

/** The life of one subject, oldest first, for example `score C04/A1-2`. The caller has checked who asks. */
export function subjectHistory(db: Database, scope: string, subject: string): Promise<AuditRow[]> {
  return repository.listSubjects(db, scope, [subject]);
}

/** As `subjectHistory`, of several subjects together. */
export function historyOfSubjects(db: Database, scope: string, subjects: string[]): Promise<AuditRow[]> {
  return repository.listSubjects(db, scope, subjects);
}

/** Every entry of some actions, oldest first. The caller has checked who asks. */
export function entriesOf(db: Database, scope: string, actions: readonly string[]): Promise<AuditRow[]> {
  return repository.listActions(db, scope, actions);
}
