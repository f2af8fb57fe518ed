import { type Database, type OpenDatabase, schema } from '@gongping/db';
import { and, eq, or, sql } from 'drizzle-orm';

const { surveyResponses, surveyTokens } = schema;

/** An answered questionnaire as it is stored. */
export interface NewResponse {
  readonly surveyId: string;
  readonly id: string;
  readonly unitId: string;
  readonly version: number;
  readonly channel: string;
  readonly receipt: string;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  readonly pattern: string;
  readonly state: 'counted' | 'held';
  readonly signs: readonly string[];
  readonly once: Buffer;
  readonly bodyHash: string;
  readonly origin: Buffer | null;
  readonly seconds: number | null;
  readonly submittedAt: Date;
}

/*
 * One statement for all of them, prepared once on each connection. The lock is shared among those who store and is
 * taken before the first row gets its sequence: who holds it alone for a moment knows that no smaller sequence is still
 * to come. `ON CONFLICT DO NOTHING` covers both the repeated request and the repeated proof.
 */
const insertHead = `
  WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(hashtextextended('survey-intake', 0)))
  INSERT INTO survey_responses (survey_id, id, unit_id, version, channel, receipt, answers, pattern, state, signs,
    once, body_hash, origin, seconds, submitted_at)
  SELECT r.survey_id, r.id, r.unit_id, r.version, r.channel, r.receipt, r.answers, r.pattern, r.state, r.signs,
    r.once, r.body_hash, r.origin, r.seconds, r.submitted_at
  FROM held, json_to_recordset(`;
const insertTail = `::json) AS r (survey_id uuid, id uuid, unit_id uuid, version int, channel text,
    receipt text, answers jsonb, pattern text, state text, signs text[], once bytea, body_hash text, origin bytea,
    seconds int, submitted_at timestamptz)
  ON CONFLICT DO NOTHING
  RETURNING id`;
const insertText = `${insertHead}$1${insertTail}`;

const bytea = (bytes: Buffer | null): string | null =>
  bytes === null ? null : `\\x${bytes.toString('hex')}`;

function recordsOf(rows: readonly NewResponse[]): string {
  const records = rows.map((row) => ({
    survey_id: row.surveyId,
    id: row.id,
    unit_id: row.unitId,
    version: row.version,
    channel: row.channel,
    receipt: row.receipt,
    answers: row.answers,
    pattern: row.pattern,
    state: row.state,
    signs: row.signs,
    once: bytea(row.once),
    body_hash: row.bodyHash,
    origin: bytea(row.origin),
    seconds: row.seconds,
    submitted_at: row.submittedAt,
  }));
  return JSON.stringify(records);
}

/** @returns ids of those that were stored; the others' key or proof was taken */
export async function insertResponses(
  pool: OpenDatabase['pool'],
  rows: readonly NewResponse[],
): Promise<Set<string>> {
  const stored = await pool.query<{ id: string }>({
    name: 'insert-responses',
    text: insertText,
    values: [recordsOf(rows)],
  });
  return new Set(stored.rows.map(({ id }) => id));
}

/** The same for a single one, in a transaction. @returns false where its key or proof was taken */
export async function insertResponse(tx: Database, row: NewResponse): Promise<boolean> {
  const values = recordsOf([row]);
  const { rows } = await tx.execute(sql`${sql.raw(insertHead)}${values}${sql.raw(insertTail)}`);
  return rows.length === 1;
}

export async function findByOnce(db: Database, surveyId: string, once: Buffer) {
  const [row] = await db
    .select({
      receipt: surveyResponses.receipt,
      bodyHash: surveyResponses.bodyHash,
      channel: surveyResponses.channel,
      submittedAt: surveyResponses.submittedAt,
    })
    .from(surveyResponses)
    .where(and(eq(surveyResponses.surveyId, surveyId), eq(surveyResponses.once, once)));
  return row;
}

/** A token and what a request claims it with; null where it asks for a page only. */
export interface Claim {
  readonly hash: Buffer;
  readonly claim: Buffer | null;
}

const usable = (surveyId: string, { hash, claim }: Claim) =>
  and(
    eq(surveyTokens.surveyId, surveyId),
    eq(surveyTokens.hash, hash),
    eq(surveyTokens.revoked, false),
    or(eq(surveyTokens.used, false), claim === null ? undefined : eq(surveyTokens.claim, claim)),
  );

/** A token that can still be used, or was used with this very claim. */
export async function findToken(db: Database, surveyId: string, token: Claim) {
  const [row] = await db
    .select({ channel: surveyTokens.channel, unitId: surveyTokens.unitId })
    .from(surveyTokens)
    .where(usable(surveyId, token));
  return row;
}

/**
 * Marks a token as used, in a transaction of its own.
 * @returns false where it was used with another claim, or is none
 */
export async function claimToken(db: Database, surveyId: string, token: Claim): Promise<boolean> {
  const claimed = await db
    .update(surveyTokens)
    .set({ used: true, claim: token.claim })
    .where(usable(surveyId, token))
    .returning({ used: surveyTokens.used });
  return claimed.length === 1;
}

/** Gives a token back whose answer could not be taken. */
export async function unclaimToken(db: Database, surveyId: string, token: Claim): Promise<void> {
  await db
    .update(surveyTokens)
    .set({ used: false, claim: null })
    .where(
      and(
        eq(surveyTokens.surveyId, surveyId),
        eq(surveyTokens.hash, token.hash),
        token.claim === null ? sql`false` : eq(surveyTokens.claim, token.claim),
      ),
    );
}
