import type { Assessment, AssessmentSettings, Unit, UnitSheet, User } from '@gongping/contracts';
import { judged } from '../whole-job/score-by-api.ts';
import { signedIn, type Client } from './client.ts';

/** A round of two counties that demo-evaluator1 and demo-evaluator2 score blindly, each for themselves. */
export interface DoubleRound {
  readonly slug: string;
  readonly unit: Unit;
  readonly organiser: Client;
}

const procedure = {
  selfAssessment: false,
  claimsShown: false,
  doubleScoring: true,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: false,
  appeal: false,
  appealWorkingDays: 5,
};

/** Sets it up as the organiser would; both have given all marks everywhere but A1-3, and nothing is handed in. */
export async function createDoubleRound(url: string): Promise<DoubleRound> {
  const organiser = await signedIn(url, 'demo-organiser');
  const { users } = await organiser.read<{ users: User[] }>('/users');
  const { units } = await organiser.read<{ units: Unit[] }>('/units');
  const person = (wanted: string) => found(users, ({ username }) => username === wanted);
  const raters = [person('demo-evaluator1'), person('demo-evaluator2')] as const;
  const homes = new Set(raters.map(({ homeUnitId }) => homeUnitId));
  const free = units.filter(({ kind, id, retired }) => kind === 'county' && !retired && !homes.has(id));
  const assessed = free.slice(0, 2);
  const { settings } = await organiser.read<{ settings: AssessmentSettings }>('/assessments/defaults');
  const unitIds = assessed.map(({ id }) => id);
  const body = { ...settings, year: 2032, title: '2032 年评估', unitIds, phaseDates: {}, procedure };
  const { id, slug } = await organiser.ask<Assessment>({ method: 'POST', path: '/assessments', body });
  for (const [username, role] of [
    ['demo-evaluator1', 'evaluator'],
    ['demo-evaluator2', 'evaluator'],
    ['demo-reviewer', 'reviewer'],
  ] as const) {
    const { grants, id: userId } = person(username);
    const change = { grants: [...grants, { role, assessmentId: id, unitId: null }] };
    await organiser.ask({ method: 'PATCH', path: `/users/${userId}`, body: change });
  }
  const path = `/assessments/${slug}/assignments`;
  const { cells } = await organiser.read<{ cells: { unitId: string; family: string; slot: 1 | 2 }[] }>(path);
  const assigned = cells.map((cell) => ({ ...cell, evaluatorId: raters[cell.slot - 1]?.id ?? null }));
  await organiser.ask({ method: 'PUT', path, body: { cells: assigned } });
  const opening = { to: 'scoring', reason: '' };
  await organiser.ask({ method: 'POST', path: `/assessments/${slug}/phase`, body: opening });
  const unit = found(assessed, () => true);
  for (const { username } of raters) await scoreUnit(await signedIn(url, username), slug, unit);
  return { slug, unit, organiser };
}

async function scoreUnit(rater: Client, slug: string, unit: Unit): Promise<void> {
  const sheet = `/assessments/${slug}/score-sheets/${unit.code}`;
  const { indicators, scores } = await rater.read<UnitSheet>(sheet);
  for (const { indicator, revision } of scores) {
    const leaf = found(indicators, ({ code }) => code === indicator);
    if (leaf.role !== 'score' || indicator === 'A1-3') continue;
    await rater.ask({
      method: 'PUT',
      path: `${sheet}/scores/${indicator}`,
      body: { expectedRevision: revision, state: 'scored', ...judged(leaf, '') },
    });
  }
}

function found<T>(all: readonly T[], is: (one: T) => boolean): T {
  const one = all.find(is);
  if (one === undefined) throw new Error('The demonstration is another.');
  return one;
}
