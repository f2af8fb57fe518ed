import type { Assessment, AssessmentSettings, Unit, User } from '@gongping/contracts';
import { signedIn, type Client } from './client.ts';

/** A round in the phase of self-assessment, for people of the demonstration: C04 of demo-liaison1, and demo-evaluator1. */
export interface ClaimingRound {
  readonly slug: string;
  readonly unit: Unit;
  readonly organiser: Client;
  enter(phase: string): Promise<void>;
}

/** Sets it up as the organiser would, today being the first day of the self-assessment. */
export async function createClaimingRound(url: string): Promise<ClaimingRound> {
  const organiser = await signedIn(url, 'demo-organiser');
  const { users } = await organiser.read<{ users: User[] }>('/users');
  const { units } = await organiser.read<{ units: Unit[] }>('/units');
  const liaison = found(users, ({ username }) => username === 'demo-liaison1');
  const evaluator = found(users, ({ username }) => username === 'demo-evaluator1');
  const unit = found(units, ({ id }) => id === liaison.homeUnitId);
  const { settings } = await organiser.read<{ settings: AssessmentSettings }>('/assessments/defaults');
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  const body = {
    ...settings,
    year: 2030,
    title: '2030 年评估',
    unitIds: [unit.id],
    phaseDates: {
      self_assessment: { start: day(0), end: day(9) },
      scoring: { start: day(10), end: day(40) },
    },
    procedure: {
      selfAssessment: true,
      claimsShown: true,
      doubleScoring: false,
      arbitrationThreshold: 0.2,
      agreed: 'mean',
      feedback: false,
      appeal: false,
      appealWorkingDays: 5,
    },
  };
  const { id, slug } = await organiser.ask<Assessment>({ method: 'POST', path: '/assessments', body });
  for (const [person, role] of [
    [liaison, 'liaison'],
    [evaluator, 'evaluator'],
  ] as const) {
    const unitId = role === 'liaison' ? unit.id : null;
    const grants = [...person.grants, { role, assessmentId: id, unitId }];
    await organiser.ask({ method: 'PATCH', path: `/users/${person.id}`, body: { grants } });
  }
  const path = `/assessments/${slug}/assignments`;
  const { cells } = await organiser.read<{ cells: { unitId: string; family: string }[] }>(path);
  const assigned = cells.map(({ unitId, family }) => ({ unitId, family, evaluatorId: evaluator.id }));
  await organiser.ask({ method: 'PUT', path, body: { cells: assigned } });
  const enter = async (to: string) => {
    await organiser.ask({ method: 'POST', path: `/assessments/${slug}/phase`, body: { to, reason: '' } });
  };
  await enter('self_assessment');
  return { slug, unit, organiser, enter };
}

function found<T>(all: readonly T[], is: (one: T) => boolean): T {
  const one = all.find(is);
  if (one === undefined) throw new Error('The demonstration is another.');
  return one;
}
