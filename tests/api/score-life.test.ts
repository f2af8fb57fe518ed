import { scoreHistory } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
const { assessments, assignments, auditEntries, claimSubmissions, ratingSubmissions } = schema;

/** An entry of the log as a row: what is written here is what other requests have written. */
async function log(of: Round, by: Person, entry: { action: string; subject: string; after: unknown }) {
  const { db } = bench.database;
  const [{ last } = { last: 0 }] = await db
    .select({ last: count() })
    .from(auditEntries)
    .where(eq(auditEntries.scope, of.assessmentId));
  await db.insert(auditEntries).values({
    scope: of.assessmentId,
    sequence: last + 1,
    at: bench.clock.now,
    actorId: by.id,
    actorName: by.username,
    ...entry,
    before: null,
    reason: '',
    requestId: '',
    previousHash: '',
    hash: '',
  });
}

const value = (marks: string, reason: string) => ({ state: 'scored', marks, input: {}, reason });
const stagesFor = async (of: Round, who: Person) => {
  const path = `/assessments/${of.slug}/score-sheets/C01/scores/A1-1/history`;
  const response = await who.call('GET', path);
  expect(response.status, await response.clone().text()).toBe(200);
  const text = await response.text();
  const { entries } = scoreHistory.parse(JSON.parse(text));
  return { text, stages: entries.map(({ stage }) => stage) };
};

describe('two blind raters', () => {
  let round: Round;
  let second: Person;

  beforeAll(async () => {
    round = await createRound(bench);
    second = await bench.person([{ role: 'evaluator', assessmentId: round.assessmentId }]);
    const { db } = bench.database;
    const cell = { assessmentId: round.assessmentId, unitId: round.unit('C01').id, family: 'A' };
    await db.insert(assignments).values({ ...cell, slot: 2, evaluatorId: second.id });
    const [row] = await db.select().from(assessments).where(eq(assessments.id, round.assessmentId));
    if (!row) throw new Error('no round');
    const procedure = { ...row.procedure, doubleScoring: true };
    await db.update(assessments).set({ procedure }).where(eq(assessments.id, row.id));
    const rating = (slot: number) => ({ action: 'rating.write', subject: `rating C01/A1-1 ${slot}` });
    await log(round, round.evaluator, { ...rating(1), after: value('3.75', '第一人的理由') });
    await log(round, second, { ...rating(2), after: value('1.25', '第二人的理由') });
    const agreed = { action: 'score.agree', subject: 'score C01/A1-1' };
    await log(round, second, { ...agreed, after: value('2.5', '两人的平均') });
  });

  const handIn = (slot: number, by: Person) =>
    bench.database.db.insert(ratingSubmissions).values({
      assessmentId: round.assessmentId,
      unitId: round.unit('C01').id,
      family: 'A',
      slot,
      submittedBy: by.id,
      submittedAt: bench.clock.now,
    });

  it('see nothing of each other until both have handed in, whichever is first', async () => {
    for (const before of [() => Promise.resolve(), () => handIn(1, round.evaluator)]) {
      await before();
      const mine = await stagesFor(round, round.evaluator);
      expect(mine.stages).toEqual(['first']);
      expect(mine.text).not.toMatch(/第二人|1\.25|两人|2\.5/);
      const theirs = await stagesFor(round, second);
      expect(theirs.stages).toEqual(['second']);
      expect(theirs.text).not.toMatch(/第一人|3\.75|两人|2\.5/);
    }
  });

  it('see both ratings and what follows once both have', async () => {
    await handIn(2, second);
    for (const rater of [round.evaluator, second]) {
      expect((await stagesFor(round, rater)).stages).toEqual(['first', 'second', 'agreed']);
    }
  });

  it('are both seen by organiser and reviewer too, from then on', async () => {
    for (const person of [round.organiser, round.reviewer]) {
      expect((await stagesFor(round, person)).stages).toEqual(['first', 'second', 'agreed']);
    }
  });

  it('do not see a cell that is not theirs', async () => {
    const path = `/assessments/${round.slug}/score-sheets/C01/scores/A1-1/history`;
    expect((await round.secondEvaluator.call('GET', path)).status).toBe(404);
    expect((await round.liaison.call('GET', path)).status).toBe(403);
  });
});

describe('a claim', () => {
  let round: Round;

  beforeAll(async () => {
    round = await createRound(bench);
    await log(round, round.liaison, {
      action: 'claim.write',
      subject: 'claim C01/A1-1',
      after: value('4', ''),
    });
    await bench.database.db.insert(claimSubmissions).values({
      assessmentId: round.assessmentId,
      unitId: round.unit('C01').id,
      submittedBy: round.liaison.id,
      submittedAt: bench.clock.now,
    });
  });

  it.each([
    [true, ['claim']],
    [false, []],
  ])('is in the evaluator’s timeline where claims are shown: %s', async (claimsShown, wanted) => {
    const { db } = bench.database;
    const at = eq(assessments.id, round.assessmentId);
    const [row] = await db.select().from(assessments).where(at);
    if (!row) throw new Error('no round');
    await db
      .update(assessments)
      .set({ procedure: { ...row.procedure, selfAssessment: true, claimsShown } })
      .where(at);
    expect((await stagesFor(round, round.evaluator)).stages).toEqual(wanted);
    expect((await stagesFor(round, round.organiser)).stages).toEqual(['claim']);
  });
});

it('ends with the score that is final', async () => {
  const round = await createRound(bench);
  await log(round, round.evaluator, {
    action: 'score.write',
    subject: 'score C01/A1-1',
    after: value('3', '缺一项'),
  });
  const change = { to: 'final', reason: '评分结束', acceptUnscored: true };
  const closed = await round.organiser.call('POST', `/assessments/${round.slug}/phase`, change);
  expect(closed.status, await closed.clone().text()).toBe(200);
  const { text, stages } = await stagesFor(round, round.evaluator);
  expect(stages).toEqual(['score', 'final']);
  expect(scoreHistory.parse(JSON.parse(text)).entries.at(-1)?.to).toEqual({
    state: 'scored',
    marks: '3',
    reason: '缺一项',
  });
});
