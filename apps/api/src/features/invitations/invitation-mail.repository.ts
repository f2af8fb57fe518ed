import { type Database, schema } from '@gongping/db';
import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';

const { assessments, mailOutbox, surveyChannels, surveys, surveyTokens, units } = schema;

/** The e-mail of a token, where there is one. */
export const mailOfToken = and(
  eq(mailOutbox.surveyId, surveyTokens.surveyId),
  eq(mailOutbox.tokenHash, surveyTokens.hash),
);

/** An e-mail that was dropped did not go. */
export const mailState = sql<'none' | 'waiting' | 'sent' | 'failed'>`
  coalesce(nullif(${mailOutbox.state}, 'dropped'), 'none')`;

export type MailState = 'none' | 'waiting' | 'sent' | 'failed';

/** Tokens to be written to: of a channel, or some of an invitation. */
export type Addressees = { readonly surveyId: string } & (
  { readonly channel: string } | { readonly invitationId: string; readonly hashes: readonly Buffer[] }
);

/**
 * Puts an invitation into the outbox for each of the tokens that is in use, whose holder has an address, and whose e-mail
 * is in one of the states. One that goes again goes under another id, since its link is another. @returns how many there are
 */
export async function queueInvitations(
  db: Database,
  to: Addressees,
  mail: { states: readonly MailState[]; language: 'zh' | 'en'; now: Date },
): Promise<number> {
  const now = sql`${mail.now.toISOString()}::timestamptz`;
  const { rows } = await db.execute(sql`
    insert into ${mailOutbox}
      (id, survey_id, token_hash, language, subject, body, state, attempts, next_attempt_at, created_at)
    select gen_random_uuid(), ${surveyTokens.surveyId}, ${surveyTokens.hash}, ${mail.language}::text, '', '', 'waiting', 0,
      ${now}, ${now}
    from ${surveyTokens} left join ${mailOutbox} on ${mailOfToken}
    where ${and(addressed(to), isNotNull(surveyTokens.email), inArray(mailState, [...mail.states]))}
    on conflict (survey_id, token_hash) do update set
      id = excluded.id, language = excluded.language, state = 'waiting', attempts = 0, next_attempt_at = excluded.next_attempt_at,
      failure = null, created_at = excluded.created_at, settled_at = null
    returning id`);
  return rows.length;
}

function addressed(to: Addressees): SQL | undefined {
  return and(
    eq(surveyTokens.surveyId, to.surveyId),
    eq(surveyTokens.revoked, false),
    'channel' in to
      ? eq(surveyTokens.channel, to.channel)
      : and(eq(surveyTokens.invitationId, to.invitationId), inArray(surveyTokens.hash, [...to.hashes])),
  );
}

/** Tokens in use of a channel: how many have no address, and how the e-mail of the others stands. */
export async function countMails(db: Database, of: { surveyId: string; channel: string }) {
  const many = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);
  const inState = (state: MailState) => many(sql`${mailState} = ${state}`);
  const [row] = await db
    .select({
      unsent: many(sql`${isNotNull(surveyTokens.email)} and ${mailState} = 'none'`),
      waiting: inState('waiting'),
      sent: inState('sent'),
      failed: inState('failed'),
      withoutAddress: many(isNull(surveyTokens.email)),
    })
    .from(surveyTokens)
    .leftJoin(mailOutbox, mailOfToken)
    .where(addressed(of));
  return row ?? { unsent: 0, waiting: 0, sent: 0, failed: 0, withoutAddress: 0 };
}

/** E-mails of a channel whose last attempt failed, by holder. */
export function listFailures(
  db: Database,
  { limit, ...of }: { surveyId: string; channel: string; limit: number },
) {
  return db
    .select({
      invitationId: surveyTokens.invitationId,
      holder: surveyTokens.holder,
      unit: units.code,
      failure: sql<string>`coalesce(${mailOutbox.failure}, '')`,
      isGivenUp: sql<boolean>`${mailOutbox.state} = 'failed'`,
    })
    .from(surveyTokens)
    .innerJoin(mailOutbox, mailOfToken)
    .leftJoin(units, eq(units.id, surveyTokens.unitId))
    .where(
      and(addressed(of), isNotNull(mailOutbox.failure), inArray(mailOutbox.state, ['waiting', 'failed'])),
    )
    .orderBy(asc(surveyTokens.holder), asc(units.code))
    .limit(limit);
}

/** A holder whose turn it is, with what their e-mail says; undefined where the token was withdrawn or has no address. */
export async function findAddressee(
  db: Database,
  { surveyId, tokenHash }: { surveyId: string; tokenHash: Buffer },
) {
  const [row] = await db
    .select({
      holder: surveyTokens.holder,
      email: surveyTokens.email,
      unit: { code: units.code, zh: units.nameZh, en: units.nameEn },
      survey: surveys,
      channel: { opensAt: surveyChannels.opensAt, closesAt: surveyChannels.closesAt },
      assessment: assessments.title,
    })
    .from(surveyTokens)
    .innerJoin(surveys, eq(surveys.id, surveyTokens.surveyId))
    .innerJoin(assessments, eq(assessments.id, surveys.assessmentId))
    .innerJoin(
      surveyChannels,
      and(eq(surveyChannels.surveyId, surveyTokens.surveyId), eq(surveyChannels.code, surveyTokens.channel)),
    )
    .leftJoin(units, eq(units.id, surveyTokens.unitId))
    .where(
      and(
        eq(surveyTokens.surveyId, surveyId),
        eq(surveyTokens.hash, tokenHash),
        eq(surveyTokens.revoked, false),
      ),
    );
  return row;
}

/** Lets the e-mail of a token follow it to its new digest. */
export async function followToken(
  db: Database,
  { surveyId, old, fresh }: { surveyId: string; old: Buffer; fresh: Buffer },
): Promise<void> {
  await db
    .update(mailOutbox)
    .set({ tokenHash: fresh })
    .where(and(eq(mailOutbox.surveyId, surveyId), eq(mailOutbox.tokenHash, old)));
}

/** Forgets the e-mail of tokens that are good no longer. */
export async function forgetMails(db: Database, surveyId: string, hashes: readonly Buffer[]): Promise<void> {
  await db
    .delete(mailOutbox)
    .where(and(eq(mailOutbox.surveyId, surveyId), inArray(mailOutbox.tokenHash, [...hashes])));
}
