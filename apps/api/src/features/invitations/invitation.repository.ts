import { type Database, schema } from '@gongping/db';
import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { mailOfToken, mailState } from './invitation-mail.repository.ts';

const { invitations, mailOutbox, surveyTokens, units } = schema;

export type InvitationRow = typeof invitations.$inferSelect;

/** A token to be stored. */
export interface NewToken {
  readonly hash: Buffer;
  readonly invitationId: string;
  readonly channel: string;
  readonly holder: string;
  readonly email: string | null;
  readonly unitId: string | null;
}

export async function insertInvitation(db: Database, row: InvitationRow): Promise<void> {
  await db.insert(invitations).values(row);
}

export async function insertTokens(
  db: Database,
  surveyId: string,
  tokens: readonly NewToken[],
): Promise<void> {
  const records = tokens.map(({ hash, invitationId, channel, holder, email, unitId }) => ({
    hash: bytea(hash),
    invitation_id: invitationId,
    channel,
    holder,
    email,
    unit_id: unitId,
  }));
  await db.execute(sql`
    insert into ${surveyTokens} (survey_id, hash, invitation_id, channel, holder, email, unit_id, used, revoked)
    select ${surveyId}::uuid, r.hash, r.invitation_id, r.channel, r.holder, r.email, r.unit_id, false, false
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as r (hash bytea, invitation_id uuid, channel text, holder text, email text, unit_id uuid)`);
}

function selectInvitations(db: Database) {
  return db
    .select({
      id: invitations.id,
      title: invitations.title,
      channel: invitations.channel,
      createdAt: invitations.createdAt,
      tokens: count(surveyTokens.hash),
      used: sql`count(*) filter (where ${surveyTokens.used})`.mapWith(Number),
      revoked: sql`count(*) filter (where ${surveyTokens.revoked})`.mapWith(Number),
      withoutAddress:
        sql`count(${surveyTokens.hash}) filter (where ${surveyTokens.email} is null and not ${surveyTokens.revoked})`.mapWith(
          Number,
        ),
    })
    .from(invitations)
    .leftJoin(
      surveyTokens,
      and(eq(surveyTokens.surveyId, invitations.surveyId), eq(surveyTokens.invitationId, invitations.id)),
    )
    .groupBy(invitations.surveyId, invitations.id)
    .$dynamic();
}

export type CountedInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/** Newest first. */
export function listInvitations(db: Database, surveyId: string) {
  return selectInvitations(db)
    .where(eq(invitations.surveyId, surveyId))
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
}

export async function findInvitation(
  db: Database,
  { surveyId, id }: { surveyId: string; id: string },
): Promise<CountedInvitation | undefined> {
  const [row] = await selectInvitations(db).where(
    and(eq(invitations.surveyId, surveyId), eq(invitations.id, id)),
  );
  return row;
}

/** Tokens of an invitation, never with their use, in an order that tells none. */
export function listTokens(db: Database, { surveyId, id }: { surveyId: string; id: string }) {
  return db
    .select({
      hash: surveyTokens.hash,
      holder: surveyTokens.holder,
      email: surveyTokens.email,
      unit: units.code,
      revoked: surveyTokens.revoked,
      mail: mailState,
      mailFailure: mailOutbox.failure,
    })
    .from(surveyTokens)
    .leftJoin(mailOutbox, mailOfToken)
    .leftJoin(units, eq(units.id, surveyTokens.unitId))
    .where(and(eq(surveyTokens.surveyId, surveyId), eq(surveyTokens.invitationId, id)))
    .orderBy(surveyTokens.holder, units.code, surveyTokens.hash);
}

export type TokenRow = Awaited<ReturnType<typeof listTokens>>[number];

/**
 * Withdraws tokens, whether or not they were used: nobody learns which were.
 * @returns how many were not withdrawn before
 */
export async function revokeTokens(
  db: Database,
  at: { surveyId: string; id: string },
  hashes: Buffer[],
): Promise<number> {
  const revoked = await db
    .update(surveyTokens)
    .set({ revoked: true })
    .where(
      and(
        eq(surveyTokens.surveyId, at.surveyId),
        eq(surveyTokens.invitationId, at.id),
        inArray(surveyTokens.hash, hashes),
        eq(surveyTokens.revoked, false),
      ),
    )
    .returning({ revoked: surveyTokens.revoked });
  return revoked.length;
}

/** Puts new digests in the place of old ones. What was used stays used under its new one. */
export async function replaceHashes(
  db: Database,
  surveyId: string,
  pairs: readonly { old: Buffer; fresh: Buffer }[],
): Promise<void> {
  const records = JSON.stringify(pairs.map(({ old, fresh }) => ({ old: bytea(old), fresh: bytea(fresh) })));
  await db.execute(sql`
    update ${surveyTokens} set hash = r.fresh, revoked = false
    from jsonb_to_recordset(${records}::jsonb) as r (old bytea, fresh bytea)
    where ${surveyTokens.surveyId} = ${surveyId} and ${surveyTokens.hash} = r.old`);
}

const bytea = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
