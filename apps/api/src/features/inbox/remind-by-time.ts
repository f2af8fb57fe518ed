import type { Database } from '@gongping/db';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { phaseNames } from '../assessments/phase-sentences.ts';
import { openWork } from '../progress-board/late-work.ts';
import { readBoard } from '../progress-board/read-board.ts';
import * as repository from './inbox.repository.ts';
import { notify } from './notify.ts';
import { listRoundPeople, placesOfWork, type RoundPerson } from './round-people.ts';

const daysBefore = 2;
const day = 86_400_000;

/**
 * Reminds those who have open work: two days before the last day of the phase, and once it has passed. It may run as
 * often as one likes, in several processes: each is told once for each last day.
 * @returns how many messages are new.
 */
export async function remindByTime({ db, clock }: Pick<Dependencies, 'db' | 'clock'>): Promise<number> {
  const now = clock();
  let sent = 0;
  for (const assessment of await repository.listRunning(db)) {
    sent += await db.transaction((tx) => remindIn(tx, assessment, now));
  }
  return sent;
}

async function remindIn(tx: Database, assessment: AssessmentRow, now: Date): Promise<number> {
  const { id, phase, phaseDates } = assessment;
  const end = phaseDates[phase]?.end;
  const kind = end === undefined ? null : dueKind(end, dayInShanghai(now));
  if (end === undefined || kind === null) return 0;
  const people = await peopleWithOpenWork(tx, assessment, now);
  return notify(tx, {
    kind,
    assessmentId: id,
    userIds: people.map(({ userId }) => userId),
    occasion: `${phase}:${end}`,
    values: { phase: phaseNames[phase], end },
    path: placesOfWork(assessment, people),
    at: now,
  });
}

/** What is due on a day: a reminder before the end, one after it, or nothing yet. */
export function dueKind(end: string, today: string): 'phase-ends' | 'phase-late' | null {
  if (today > end) return 'phase-late';
  return Date.parse(end) - Date.parse(today) <= daysBefore * day ? 'phase-ends' : null;
}

async function peopleWithOpenWork(
  tx: Database,
  assessment: AssessmentRow,
  now: Date,
): Promise<RoundPerson[]> {
  const { phase, procedure } = assessment;
  const board = await readBoard(tx, assessment, { now });
  if (phase === 'scoring') {
    const behind = board.evaluators.filter(({ leaves, done }) => done < leaves);
    return behind.map(({ userId }) => ({ userId, role: 'evaluator', units: [] }));
  }
  const open = board.units.filter((unit) => openWork(unit, phase, procedure).length > 0);
  const people = await listRoundPeople(tx, assessment.id);
  if (phase !== 'self_assessment') {
    return open.length === 0 ? [] : people.filter(({ role }) => role === 'reviewer');
  }
  const unitIds = new Set(open.map(({ unitId }) => unitId));
  return people
    .filter(({ role }) => role === 'liaison')
    .map((person) => ({ ...person, units: person.units.filter(({ id }) => unitIds.has(id)) }))
    .filter(({ units }) => units.length > 0);
}
