import { fillText } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { DueInvitation, Letter } from '../mail/deliver-mails.ts';
import { oneLine, wordsInUse } from '../mail/words-in-use.ts';
import { newToken, tokenDigest } from '../responses/token.ts';
import { channelHours } from '../surveys/channel-state.ts';
import { readQuestionnaire } from '../surveys/read-questionnaire.ts';
import * as mails from './invitation-mail.repository.ts';
import { replaceHashes } from './invitation.repository.ts';
import { lockMixing } from './mix-tokens.repository.ts';
import { tokenPath } from './token-path.ts';

const someone = { zh: '您好', en: 'participant' };
const anyUnit = { zh: '您选择的一个单位', en: 'a unit of your choice' };

/**
 * Words an invitation while it is sent, with a token that is made for it and is in no row of the database: its digest
 * takes the place of the one before. Each attempt has a token of its own, and the newest is the one that is good; what was
 * used stays used.
 *
 * @param place public address of the site, without a slash at the end, and the moment
 * @returns undefined where the holder was withdrawn, has no address, or the channel has closed
 */
export async function writeInvitation(
  db: Database,
  { surveyId, tokenHash, language }: DueInvitation,
  { now, site }: { now: Date; site: string },
): Promise<Letter | undefined> {
  const token = newToken();
  const addressee = await db.transaction(async (tx) => {
    // Rows of used tokens are away for a moment while they are mixed: one would look withdrawn.
    await lockMixing(tx, surveyId);
    const found = await mails.findAddressee(tx, { surveyId, tokenHash });
    if (!found || found.email === null) return undefined;
    const { closesAt } = channelHours(found.channel, found.survey);
    if (now > closesAt) return undefined;
    const fresh = tokenDigest(token);
    await replaceHashes(tx, surveyId, [{ old: tokenHash, fresh }]);
    await mails.followToken(tx, { surveyId, old: tokenHash, fresh });
    return { ...found, email: found.email, closesAt };
  });
  if (!addressee) return undefined;

  const { holder, email, unit, survey, closesAt, assessment } = addressee;
  const { subject, body } = (await wordsInUse(db))('survey-invitation', language);
  const values = {
    name: holder === '' ? someone[language] : holder,
    assessment,
    unit: (unit ?? anyUnit)[language],
    minutes: String(readQuestionnaire(survey.questionnaire).minutes),
    until: dayInShanghai(closesAt),
    link: `${site}${tokenPath(survey.slug, unit?.code ?? null, token)}`,
  };
  return { to: email, subject: oneLine(fillText(subject, values)), text: fillText(body, values) };
}
