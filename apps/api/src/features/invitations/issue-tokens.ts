import {
  mostTokens,
  type invitationList,
  type InvitationView,
  type IssuedTokens,
  type NewInvitation,
  type withdrawnTokens,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { changingSurvey, type Asked, type Changing, type ChangingDeps } from '../surveys/changing-survey.ts';
import { tokenChannel } from '../channels/token-channel.ts';
import { newToken, tokenDigest } from '../responses/token.ts';
import { surveyOf, surveyUnits } from '../surveys/survey.service.ts';
import { forgetMails } from './invitation-mail.repository.ts';
import * as repository from './invitation.repository.ts';
import { issueSentences } from './issue-sentences.ts';
import { lockMixing } from './mix-tokens.repository.ts';
import { tokenPath } from './token-path.ts';

/**
 * Issues a token to each person, or to each person for each unit. The tokens are in the answer and nowhere else.
 * @throws ProblemError `not-found`, `forbidden`, `invalid-input`
 */
export async function issueTokens(
  deps: ChangingDeps,
  asked: Asked,
  wanted: NewInvitation,
): Promise<IssuedTokens> {
  return changingSurvey(deps, asked, async (survey) => {
    const units = await unitsByCode(survey);
    const places = await checkInvitation(survey, { wanted, units, language: asked.language });
    const now = deps.clock();
    const id = newId(now);
    const issued = places.map((place) => ({ ...place, token: newToken() }));
    await repository.insertInvitation(survey.tx, {
      surveyId: survey.survey.id,
      id,
      channel: wanted.channel,
      title: wanted.title,
      invited: wanted.people.length,
      createdBy: asked.actor.id,
      createdAt: now,
    });
    const rows = issued.map(({ token, holder, email, unit }) => ({
      hash: tokenDigest(token),
      invitationId: id,
      channel: wanted.channel,
      holder,
      email,
      unitId: unit === null ? null : (units.get(unit) ?? null),
    }));
    await repository.insertTokens(survey.tx, survey.survey.id, rows);
    const after = { title: wanted.title, people: wanted.people.length, tokens: issued.length };
    await survey.log({
      action: 'invitation.issue',
      subject: `channel ${wanted.channel}`,
      before: null,
      after,
    });
    return answerOf(id, survey.survey.slug, issued);
  });
}

/** @throws ProblemError `not-found`, `forbidden` */
export async function listInvitations(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  slug: string,
): Promise<z.infer<typeof invitationList>> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const survey = await surveyOf(db, assessment.id);
  return { invitations: (await repository.listInvitations(db, survey.id)).map(toInvitation) };
}

/** An invitation with those who hold its tokens. @throws ProblemError `not-found`, `forbidden` */
export async function readInvitation(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  { slug, id }: { slug: string; id: string },
): Promise<InvitationView> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const at = { surveyId: (await surveyOf(db, assessment.id)).id, id };
  const found = await repository.findInvitation(db, at);
  if (!found) throw new ProblemError('not-found');
  const holders = (await repository.listTokens(db, at)).map(({ hash, ...row }) => ({
    id: hash.toString('base64url'),
    ...row,
  }));
  return { ...toInvitation(found), holders };
}

interface Chosen {
  readonly id: string;
  readonly tokens: readonly string[];
}

/**
 * Withdraws tokens. It does not tell which of them were used: an answer that was given stays, and is nobody's.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function withdrawTokens(
  deps: ChangingDeps,
  asked: Asked,
  chosen: Chosen,
): Promise<z.infer<typeof withdrawnTokens>> {
  return changingSurvey(deps, asked, async ({ tx, survey, log }) => {
    const { at, found, hashes } = await chosenOf(tx, survey.id, chosen);
    const withdrawn = await repository.revokeTokens(tx, at, hashes);
    const after = { title: found.title, withdrawn };
    await log({ action: 'invitation.withdraw', subject: `channel ${found.channel}`, before: null, after });
    return { withdrawn };
  });
}

/**
 * Gives holders new tokens in the place of lost ones, which work no longer. Whoever has answered already gets one that
 * was used: so nobody answers twice, and the organiser does not learn who has answered.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function reissueTokens(deps: ChangingDeps, asked: Asked, chosen: Chosen): Promise<IssuedTokens> {
  return changingSurvey(deps, asked, async ({ tx, survey, log }) => {
    const { at, found, hashes } = await chosenOf(tx, survey.id, chosen);
    const wanted = new Set(hashes.map((hash) => hash.toString('hex')));
    const rows = (await repository.listTokens(tx, at)).filter(({ hash }) => wanted.has(hash.toString('hex')));
    const issued = rows.map((row) => ({ ...row, token: newToken() }));
    const pairs = issued.map(({ hash, token }) => ({ old: hash, fresh: tokenDigest(token) }));
    await repository.replaceHashes(tx, at.surveyId, pairs);
    // They have a slip now: an e-mail that waits would take it away from them again.
    await forgetMails(tx, at.surveyId, hashes);
    const after = { title: found.title, tokens: issued.length };
    await log({ action: 'invitation.reissue', subject: `channel ${found.channel}`, before: null, after });
    return answerOf(found.id, survey.slug, issued);
  });
}

async function chosenOf(tx: Database, surveyId: string, { id, tokens }: Chosen) {
  const at = { surveyId, id };
  // Rows of used tokens are away for a moment while they are mixed: they would be passed over.
  await lockMixing(tx, surveyId);
  const found = await repository.findInvitation(tx, at);
  if (!found) throw new ProblemError('not-found');
  return { at, found, hashes: tokens.map((token) => Buffer.from(token, 'base64url')) };
}

async function unitsByCode({ tx, survey }: Changing): Promise<ReadonlyMap<string, string>> {
  const units = await surveyUnits(tx, survey.assessmentId);
  return new Map(units.map(({ code, id }) => [code, id]));
}

/** Who gets a token for what. @throws ProblemError `invalid-input` */
async function checkInvitation(
  { tx, survey }: Changing,
  given: { wanted: NewInvitation; units: ReadonlyMap<string, string>; language: Asked['language'] },
) {
  const { wanted, units, language } = given;
  const errors: { path: string; message: string }[] = [];
  const add = (path: string, sentence: { zh: string; en: string }) =>
    errors.push({ path, message: sentence[language] });
  if (!(await tokenChannel(tx, { surveyId: survey.id, code: wanted.channel })))
    add('channel', issueSentences.channel);
  wanted.units.forEach((code, index) => {
    if (!units.has(code)) add(`units.${index}`, issueSentences.unit(code));
  });
  wanted.people.forEach(({ unit }, index) => {
    if (unit !== null && !units.has(unit)) add(`people.${index}.unit`, issueSentences.unit(unit));
  });
  const places = wanted.people.flatMap(({ holder, email, unit }) => {
    const codes: (string | null)[] =
      unit === null ? (wanted.units.length > 0 ? wanted.units : [null]) : [unit];
    return [...new Set(codes)].map((code) => ({ holder, email, unit: code }));
  });
  if (places.length > mostTokens) add('people', issueSentences.tooMany(places.length));
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });
  return places;
}

function answerOf(
  invitationId: string,
  slug: string,
  issued: readonly { holder: string; email: string | null; unit: string | null; token: string }[],
): IssuedTokens {
  return {
    invitationId,
    tokens: issued.map(({ holder, email, unit, token }) => ({
      holder,
      email,
      unit,
      token,
      path: tokenPath(slug, unit, token),
    })),
  };
}

function toInvitation(row: repository.CountedInvitation) {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
