import type { DifferingSheet, PaperBoard } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { paperChannel, type PaperDeps } from './paper.access.ts';
import * as repository from './paper-entry.repository.ts';

/** Sheets that wait for a second entry or a third look, without anything that is on them. */
export async function readPaperBoard(
  deps: PaperDeps,
  actor: Actor,
  at: { slug: string; channel: string },
): Promise<PaperBoard> {
  const { survey, channel } = await paperChannel(deps, actor, at);
  const wanted = { surveyId: survey.id, channel: channel.code, userId: actor.id };
  const rows = await repository.listSheets(deps.db, wanted);
  const left = rows.filter(({ isDone }) => !isDone);
  return {
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
