import { insertRows, schema, type Database } from '@gongping/db';
import { createHash, randomUUID } from 'node:crypto';
import type { Frame } from './system.ts';

/** Code of the channel of invited people. */
export const invitedChannel = 'deputies';
/** Code of the channel of sheets on paper. */
export const paperChannel = 'paper';

/**
 * The ways by which answers reach the survey of a round: an open link, a list of as many people as there are units, and
 * sheets of paper, one a unit, keyed in by one person so far.
 * @returns the id of the list
 */
export async function insertChannels(
  db: Database,
  { units }: Frame,
  {
    surveyId,
    organiser,
    evaluator,
    now,
  }: Record<'surveyId' | 'organiser' | 'evaluator', string> & { now: Date },
): Promise<string> {
  const invitationId = randomUUID();
  const rules = { group: null, opensAt: null, closesAt: null, paused: false, quota: null, secretHash: null };
  await insertRows(
    db,
    schema.surveyChannels,
    (['open', 'invited', 'paper'] as const).map((kind, position) => {
      const code = kind === 'invited' ? invitedChannel : kind;
      const of = { surveyId, code, kind, nameZh: code, nameEn: code, position, revision: 1 };
      return { ...of, ...rules, proof: kind === 'open' };
    }),
  );
  const invitation = { surveyId, id: invitationId, channel: invitedChannel, title: '名单' };
  await insertRows(db, schema.invitations, [
    { ...invitation, invited: units.length, createdBy: organiser, createdAt: now },
  ]);
  await insertRows(
    db,
    schema.surveyTokens,
    units.map((unit, at) => ({
      surveyId,
      hash: createHash('sha256').update(`${surveyId} ${at}`).digest(),
      invitationId,
      channel: invitedChannel,
      holder: `代表 ${at + 1}`,
      email: null,
      unitId: unit.id,
      used: false,
      claim: null,
      revoked: false,
    })),
  );
  await insertRows(
    db,
    schema.paperEntries,
    units.map((unit, at) => ({
      surveyId,
      channel: paperChannel,
      sheet: String(at + 1),
      entry: 1,
      unitId: unit.id,
      answers: {},
      keyedBy: evaluator,
      keyedAt: now,
      responseId: null,
    })),
  );
  return invitationId;
}
