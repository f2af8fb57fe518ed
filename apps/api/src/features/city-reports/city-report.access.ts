import type { Database } from '@gongping/db';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { listRounds } from './city-report.repository.ts';

/**
 * Lets those on who organise the platform or a round of the year: the report is the city's.
 * @returns whether the year's results are the demonstration's
 * @throws ProblemError `not-found`
 */
export async function organisersOnly(
  db: Database,
  actor: Actor,
  year: number,
): Promise<{ demonstration: boolean }> {
  const rounds = await listRounds(db, year);
  const ids = new Set(rounds.map(({ id }) => id));
  const isTheirs = actor.grants.some(
    ({ role, assessmentId }) => role === 'organiser' && assessmentId !== null && ids.has(assessmentId),
  );
  if (!isTheirs && !isPlatformOrganiser(actor)) throw new ProblemError('not-found');
  return { demonstration: rounds.some((round) => round.demonstration) };
}
