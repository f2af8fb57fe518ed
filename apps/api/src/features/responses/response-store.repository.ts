import { type Database, type OpenDatabase, schema } from '@gongping/db';
import { and, eq, or } from 'drizzle-orm';

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
const insertText = `
  WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(hashtextextended('survey-intake', 0)))
  INSERT INTO survey_responses (survey_id, id, unit_id, version, channel, receipt, answers, pattern, state, signs,
    once, body_hash, origin, seconds, submitted_at)
  SELECT r.survey_id, r.id, r.unit_id, r.version, r.channel, r.receipt, r.answers, r.pattern, r.state, r.signs,
    r.once, r.body_hash, r.origin, r.seconds, r.submitted_at
  FROM held, json_to_recordset($1::json) AS r (survey_id uuid, id uuid, unit_id uuid, version int, channel text,
    receipt text, answers jsonb, pattern text, state text, signs text[], once bytea, body_hash text, origin bytea,
    seconds int, submitted_at timestamptz)
  ON CONFLICT DO NOTHING
  RETURNING id`;

const bytea = (bytes: Buffer | null): string | null =>
  bytes === null ? null : `\\x${bytes.toString('hex')}`;

/** @returns ids of those that were stored; the others' key or proof was taken */
export async function insertResponses(
  pool: OpenDatabase['pool'],
  rows: readonly NewResponse[],
): Promise<Set<string>> {
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
  const stored = await pool.query<{ id: string }>({
    name: 'insert-responses',
    text: insertText,
    values: [JSON.stringify(records)],
  });
  return new Set(stored.rows.map(({ id }) => id));
}

export async function findByOnce(db: Database, surveyId: string, once: Buffer) {
  const [row] = await db
    .select({
      receipt: surveyResponses.receipt,
      bodyHash: surveyResponses.bodyHash,
      submittedAt: surveyResponses.submittedAt,
    })
    .from(surveyResponses)
    .where(and(eq(surveyResponses.surveyId, surveyId), eq(surveyResponses.once, once)));
  return row;
}

/** A token that can still be used, or was used with this very claim. */
export async function findToken(db: Database, surveyId: string, hash: Buffer) {
  const [row] = await db
    .select({ channel: surveyTokens.channel, unitId: surveyTokens.unitId, used: surveyTokens.used })
    .from(surveyTokens)
    .where(
      and(eq(surveyTokens.surveyId, surveyId), eq(surveyTokens.hash, hash), eq(surveyTokens.revoked, false)),
    );
  return row;
}

/**
 * Marks a token as used, in a transaction of its own.
 * @returns false where it was used with another claim, or is none
 */
export async function claimToken(
  db: Database,
  { surveyId, hash, claim }: { surveyId: string; hash: Buffer; claim: Buffer },
): Promise<boolean> {
  const claimed = await db
    .update(surveyTokens)
    .set({ used: true, claim })
    .where(
      and(
        eq(surveyTokens.surveyId, surveyId),
        eq(surveyTokens.hash, hash),
        eq(surveyTokens.revoked, false),
        or(eq(surveyTokens.used, false), eq(surveyTokens.claim, claim)),
      ),
    )
    .returning({ used: surveyTokens.used });
  return claimed.length === 1;
}
