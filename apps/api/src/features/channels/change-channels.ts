import type {
  channelChange,
  channelOrder,
  ChannelSettings,
  newChannel,
  SurveyChannelList,
  tabletAddress,
} from '@gongping/contracts';
import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { ProblemError } from '../../http/problem-error.ts';
import { isUniqueViolation } from '../../http/unique-violation.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import { channelRows } from '../surveys/survey.service.ts';
import { changingSurvey, type Asked, type ChangingDeps as Deps } from '../surveys/changing-survey.ts';
import { settingsOf } from './channel.mapper.ts';
import * as repository from './channel.repository.ts';
import { checkChannel } from './check-channel.ts';
import { channelsOf } from './list-channels.ts';

/** Adds a channel after the others. @throws ProblemError `not-found`, `forbidden`, `invalid-input`, `already-exists` */
export async function addChannel(
  deps: Deps,
  asked: Asked,
  channel: z.infer<typeof newChannel>,
): Promise<SurveyChannelList> {
  const { code, kind, ...settings } = channel;
  try {
    return await changingSurvey(deps, asked, async ({ tx, survey, log }) => {
      checkChannel(settings, survey, asked.language);
      const position = await repository.nextPosition(tx, survey.id);
      const values = { ...valuesOf(settings), secretHash: null, position };
      await repository.insertChannel(tx, { surveyId: survey.id, code, kind, revision: 1, ...values });
      await log({
        action: 'channel.add',
        subject: subjectOf(code),
        before: null,
        after: { kind, ...settings },
      });
      return channelsOf(tx, survey, deps.clock());
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProblemError('already-exists', { values: { name: code } });
    throw error;
  }
}

/** @throws ProblemError `not-found`, `forbidden`, `invalid-input`, `stale` */
export async function changeChannel(
  deps: Deps,
  asked: Asked,
  { code, change }: { code: string; change: z.infer<typeof channelChange> },
): Promise<SurveyChannelList> {
  const { expectedRevision, ...settings } = change;
  return changingSurvey(deps, asked, async ({ tx, survey, log }) => {
    const before = await repository.findChannel(tx, { surveyId: survey.id, code });
    if (!before) throw new ProblemError('not-found');
    checkChannel(settings, survey, asked.language);
    const values = valuesOf(settings);
    const after = await repository.updateChannel(tx, { surveyId: survey.id, code, expectedRevision, values });
    if (!after) {
      const last = (await subjectHistory(tx, survey.assessmentId, subjectOf(code))).at(-1);
      const current = await channelsOf(tx, survey, deps.clock());
      throw new ProblemError('stale', { values: { name: last?.actorName ?? survey.title }, current });
    }
    const [was, is] = [settingsOf(before), settingsOf(after)];
    await log({ action: 'channel.change', subject: subjectOf(code), before: was, after: is });
    return channelsOf(tx, survey, deps.clock());
  });
}

/** Puts the channels into another order. @throws ProblemError `not-found`, `forbidden`, `invalid-input` */
export async function orderChannels(
  deps: Deps,
  asked: Asked,
  { codes }: z.infer<typeof channelOrder>,
): Promise<SurveyChannelList> {
  return changingSurvey(deps, asked, async ({ tx, survey, log }) => {
    const before = (await channelRows(tx, survey.id)).map(({ code }) => code);
    if ([...codes].sort().join() !== [...before].sort().join())
      throw new ProblemError('invalid-input', {
        errors: [{ path: 'codes', message: everyOne[asked.language] }],
      });
    await repository.setOrder(tx, survey.id, codes);
    await log({ action: 'channel.order', subject: 'channels', before, after: codes });
    return channelsOf(tx, survey, deps.clock());
  });
}

const everyOne = {
  zh: '请给出全部渠道各一次；列表可能已有变化，请刷新后重试。',
  en: 'Name every channel once. The list may have changed: load it again.',
};

/**
 * Gives a staffed channel a new address for its tablets; the one before works no longer.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function changeAddress(
  deps: Deps,
  asked: Asked,
  code: string,
): Promise<z.infer<typeof tabletAddress>> {
  return changingSurvey(deps, asked, async ({ tx, survey, log }) => {
    const channel = await repository.findChannel(tx, { surveyId: survey.id, code });
    if (channel?.kind !== 'staffed') throw new ProblemError('not-found');
    const secret = randomBytes(18).toString('base64url');
    const secretHash = createHash('sha256').update(secret).digest('base64url');
    await repository.updateChannel(tx, {
      surveyId: survey.id,
      code,
      expectedRevision: channel.revision,
      values: { secretHash },
    });
    await log({ action: 'channel.secret', subject: subjectOf(code), before: null, after: null });
    return { path: `/s/${survey.slug}?c=${encodeURIComponent(code)}&k=${secret}` };
  });
}

const subjectOf = (code: string): string => `channel ${code}`;

function valuesOf(settings: ChannelSettings) {
  const { opensAt, closesAt } = settings;
  return {
    ...settings,
    opensAt: opensAt === null ? null : new Date(opensAt),
    closesAt: closesAt === null ? null : new Date(closesAt),
  };
}
