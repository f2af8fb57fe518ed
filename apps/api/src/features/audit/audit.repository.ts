import { type Database, schema } from '@gongping/db';
import {
  and,
  count,
  desc,
  eq,
  gt,
  gte,
  ilike,
  inArray,
  isNotNull,
  like,
  lt,
  max,
  ne,
  not,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { type AuditFilter, endOfDay, startOfDay } from './audit-filter.ts';
import type { Concealed } from './concealed.ts';

const { auditEntries } = schema;

export type AuditRow = typeof auditEntries.$inferSelect;

/** Holds the scope's chain until the transaction ends, so that two entries never follow the same one. */
export async function lockChain(db: Database, scope: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${'audit:' + scope}, 0))`);
}

export async function lastEntry(db: Database, scope: string): Promise<AuditRow | undefined> {
  const [row] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.scope, scope))
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  return row;
}

export async function insertEntries(db: Database, rows: AuditRow[]): Promise<void> {
  await db.insert(auditEntries).values(rows);
}

/** Newest first, entries before `before`. */
export function listEntries(
  db: Database,
  scope: string,
  page: { before: number | null; limit: number; filter: AuditFilter; concealed: Concealed | null },
): Promise<AuditRow[]> {
  const older = page.before === null ? undefined : lt(auditEntries.sequence, page.before);
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), older, matching(page.filter), open(page.concealed)))
    .orderBy(desc(auditEntries.sequence))
    .limit(page.limit);
}

/** Oldest first, entries after `after`: a stretch of the chain to check or to hand out. */
export function listStretch(
  db: Database,
  scope: string,
  stretch: { after: number; limit: number; filter?: AuditFilter; concealed?: Concealed | null },
): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.scope, scope),
        gt(auditEntries.sequence, stretch.after),
        matching(stretch.filter ?? {}),
        open(stretch.concealed ?? null),
      ),
    )
    .orderBy(auditEntries.sequence)
    .limit(stretch.limit);
}

/** Every action that a log tells of, in the order of the alphabet. */
export async function listActionNames(
  db: Database,
  scope: string,
  concealed: Concealed | null,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ action: auditEntries.action })
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), open(concealed)))
    .orderBy(auditEntries.action);
  return rows.map(({ action }) => action);
}

/** Every log there is: its scope, and what its last entry is numbered. */
export function listScopes(db: Database): Promise<{ scope: string; last: number | null }[]> {
  return db
    .select({ scope: auditEntries.scope, last: max(auditEntries.sequence) })
    .from(auditEntries)
    .groupBy(auditEntries.scope)
    .orderBy(auditEntries.scope);
}

function matching({ by, action, subject, from, to }: AuditFilter): SQL | undefined {
  return and(
    by ? ilike(auditEntries.actorName, containing(by)) : undefined,
    action ? eq(auditEntries.action, action) : undefined,
    subject ? ilike(auditEntries.subject, containing(subject)) : undefined,
    from ? gte(auditEntries.at, startOfDay(from)) : undefined,
    to ? lt(auditEntries.at, endOfDay(to)) : undefined,
  );
}

/** How many entries of a log somebody may read. */
export async function countEntries(
  db: Database,
  scope: string,
  concealed: Concealed | null,
): Promise<number> {
  const [row] = await db
    .select({ entries: count() })
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), open(concealed)));
  return row?.entries ?? 0;
}

/** Subjects that tell of one rater alone: `rating C04/A1-2 2`, `ratings C04/A 2`, `evidence C04/A1-2`. */
const ofOneRater = ['rating', 'ratings', 'evidence', 'sample'];
/** Subjects that tell of what came of both, before it was given back to be rated anew. */
const ofBothRaters = ['score', 'arbitration', 'not-applicable'];

/** Leaves out what is concealed from the reader. A kept page is named by its address, at whichever unit it is. */
function open(concealed: Concealed | null): SQL | undefined {
  if (concealed === null) return undefined;
  const { subject, actorId } = auditEntries;
  const kind = sql`split_part(${subject}, ' ', 1)`;
  const unit = sql`split_part(split_part(${subject}, ' ', 2), '/', 1)`;
  const units = [...concealed.unitCodes];
  const isBlind = units.length === 0 ? sql`false` : inArray(unit, units);
  const isOfOther = and(
    isNotNull(actorId),
    ne(actorId, concealed.from),
    or(
      and(inArray(kind, ofOneRater), isBlind),
      units.length === 0 ? undefined : like(subject, 'page %'),
      concealed.calibration ? like(subject, 'calibration %') : undefined,
    ),
  );
  const hidden = or(isOfOther, and(inArray(kind, ofBothRaters), isBlind));
  return hidden && not(hidden);
}

/** A pattern for texts with these words somewhere in them; what LIKE would take for a sign is meant as it is. */
const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Oldest first: the life of subjects, for example `score C04/A1-2`. */
export function listSubjects(db: Database, scope: string, subjects: string[]): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), inArray(auditEntries.subject, subjects)))
    .orderBy(auditEntries.sequence);
}

/** Oldest first: every entry of some actions. */
export function listActions(db: Database, scope: string, actions: readonly string[]): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.scope, scope), inArray(auditEntries.action, [...actions])))
    .orderBy(auditEntries.sequence);
}
