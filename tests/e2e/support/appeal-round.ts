import type { Assessment, AssessmentSettings, Unit, UnitSheet, User } from '@gongping/contracts';
import { judged } from '../whole-job/score-by-api.ts';
import { signedIn, type Client } from './client.ts';

/** A round that demo-evaluator1 has scored: the unit of demo-liaison1 lost both marks of A1-3, two others nothing. */
export interface AppealRound {
  readonly slug: string;
  /** Of demo-liaison1. */
  readonly unit: Unit;
  readonly organiser: Client;
  enter(phase: string): Promise<void>;
}

const procedure = {
  selfAssessment: false,
  claimsShown: false,
  doubleScoring: false,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
};

/** Sets it up as the organiser would, and scores it; it is in the phase of feedback. */
export async function createAppealRound(url: string): Promise<AppealRound> {
  const organiser = await signedIn(url, 'demo-organiser');
  const { users } = await organiser.read<{ users: User[] }>('/users');
  const { units } = await organiser.read<{ units: Unit[] }>('/units');
  const person = (wanted: string) => found(users, ({ username }) => username === wanted);
  const liaison = person('demo-liaison1');
  const unit = found(units, ({ id }) => id === liaison.homeUnitId);
  const others = units.filter(({ kind, id, retired }) => kind === unit.kind && id !== unit.id && !retired);
  const assessed = [unit, ...others.slice(0, 2)];
  const { settings } = await organiser.read<{ settings: AssessmentSettings }>('/assessments/defaults');
  const unitIds = assessed.map(({ id }) => id);
  const round = { ...settings, year: 2031, title: '2031 年评估', unitIds, phaseDates: {}, procedure };
  const { id, slug } = await organiser.ask<Assessment>({
    method: 'POST',
    path: '/assessments',
    body: round,
  });
  for (const [username, role] of [
    ['demo-liaison1', 'liaison'],
    ['demo-evaluator1', 'evaluator'],
    ['demo-reviewer', 'reviewer'],
  ] as const) {
    const { grants, id: userId } = person(username);
    const unitId = role === 'liaison' ? unit.id : null;
    const body = { grants: [...grants, { role, assessmentId: id, unitId }] };
    await organiser.ask({ method: 'PATCH', path: `/users/${userId}`, body });
  }
  const path = `/assessments/${slug}/assignments`;
  const { cells } = await organiser.read<{ cells: { unitId: string; family: string }[] }>(path);
  const evaluatorId = person('demo-evaluator1').id;
  const assigned = cells.map(({ unitId, family }) => ({ unitId, family, evaluatorId }));
  await organiser.ask({ method: 'PUT', path, body: { cells: assigned } });
  const enter = async (to: string) => {
    await organiser.ask({ method: 'POST', path: `/assessments/${slug}/phase`, body: { to, reason: '' } });
  };
  await enter('scoring');
  const evaluator = await signedIn(url, 'demo-evaluator1');
  for (const each of assessed)
    await scoreUnit(evaluator, `/assessments/${slug}/score-sheets/${each.code}`, each === unit);
  await enter('feedback');
  return { slug, unit, organiser, enter };
}

/** Full marks everywhere, but none for A1-3 where the unit `loses`. */
async function scoreUnit(evaluator: Client, sheet: string, loses: boolean): Promise<void> {
  const { indicators, scores } = await evaluator.read<UnitSheet>(sheet);
  for (const { indicator, revision } of scores) {
    const leaf = found(indicators, ({ code }) => code === indicator);
    if (leaf.role !== 'score') continue;
    const none = { input: { method: 'graded', level: 'none' }, reason: '未公布标准目录' };
    const entry = loses && indicator === 'A1-3' ? none : judged(leaf, '');
    await evaluator.ask({
      method: 'PUT',
      path: `${sheet}/scores/${indicator}`,
      body: { expectedRevision: revision, state: 'scored', ...entry },
    });
  }
}

function found<T>(all: readonly T[], is: (one: T) => boolean): T {
  const one = all.find(is);
  if (one === undefined) throw new Error('The demonstration is another.');
  return one;
}
