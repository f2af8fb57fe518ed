import type { DifferingSheet, PaperBoard, paperChannelList } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { toPaperChannel } from './paper-channel.mapper.ts';
import { paperChannel, paperChannels, type PaperDeps } from './paper.access.ts';
import * as repository from './paper-entry.repository.ts';

/** Channels of paper with what waits for somebody. @throws ProblemError `not-found`, `forbidden` */
export async function listPaperChannels(
  deps: PaperDeps,
  actor: Actor,
  slug: string,
): Promise<z.infer<typeof paperChannelList>> {
  const { surveyId, channels } = await paperChannels(deps, actor, slug);
  if (channels.length === 0) return { channels: [] };
  const counts = await repository.countWaiting(deps.db, { surveyId, userId: actor.id });
  const waiting = new Map(counts.map((row) => [row.channel, row]));
  return {
    channels: channels.map((channel) => {
      const { toKey = 0, toSettle = 0 } = waiting.get(channel.code) ?? {};
      return { ...channel, toKey, toSettle };
    }),
  };
}

/** Sheets that wait for a second entry or a third look, without anything that is on them. */
export async function readPaperBoard(
  deps: PaperDeps,
  actor: Actor,
  at: { slug: string; channel: string },
): Promise<PaperBoard> {
  const { assessment, survey, channel } = await paperChannel(deps, actor, at);
  const wanted = { surveyId: survey.id, channel: channel.code, userId: actor.id };
  const rows = await repository.listSheets(deps.db, wanted);
  const left = rows.filter(({ isDone }) => !isDone);
  return {
    channel: toPaperChannel(channel, { taken: channel.taken, phase: assessment.phase }),
    sheets: left.map(({ sheet, entries, isMine, keyedAt }) => ({
      sheet,
      state: entries === 1 ? 'once' : 'differs',
      mine: isMine,
      keyedAt: keyedAt.toISOString(),
    })),
    agreed: rows.length - left.length,
  };
}

/**
 * Both entries of a sheet on which two do not agree.
 * @throws ProblemError `not-found`, `forbidden`, `paper-third-person` to those who keyed it in, `paper-settled`
 */
export async function readDifferingSheet(
  deps: PaperDeps,
  actor: Actor,
  at: { slug: string; channel: string; sheet: string },
): Promise<DifferingSheet> {
  const { survey, channel } = await paperChannel(deps, actor, at);
  const place = { surveyId: survey.id, channel: channel.code, sheet: at.sheet };
  const [first, second, third] = await repository.listEntries(deps.db, place);
  if (!first || !second) throw new ProblemError('not-found');
  if (third || second.row.responseId !== null) throw new ProblemError('paper-settled');
  if ([first, second].some(({ row }) => row.keyedBy === actor.id))
    throw new ProblemError('paper-third-person');
  return { sheet: at.sheet, entries: [shown(first), shown(second)] };
}

type Read = Awaited<ReturnType<typeof repository.listEntries>>[number];

function shown({ row, unit }: Read) {
  const answers = Object.entries(row.answers).map(([code, answer]) => [
    code,
    typeof answer === 'string' ? answer : [...answer],
  ]);
  return { unit, answers: Object.fromEntries(answers) as Record<string, string | string[]> };
}
