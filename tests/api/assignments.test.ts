import { assignmentMatrix, type AssignmentMatrix } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();

async function matrix(response: Response): Promise<AssignmentMatrix> {
  expect(response.status).toBe(200);
  return assignmentMatrix.parse(await response.json());
}

const read = async ({ organiser, slug }: Round) =>
  matrix(await organiser.call('GET', `/assessments/${slug}/assignments`));
const put = ({ organiser, slug }: Round, cells: unknown[]) =>
  organiser.call('PUT', `/assessments/${slug}/assignments`, { cells });
const fill = ({ organiser, slug }: Round, body: { by: string; replace: boolean }) =>
  organiser.call('POST', `/assessments/${slug}/assignments/fill`, body);

async function empty(round: Round): Promise<void> {
  await bench.database.db
    .delete(schema.assignments)
    .where(eq(schema.assignments.assessmentId, round.assessmentId));
}

describe('GET /assessments/{slug}/assignments', () => {
  it('shows units by families with the leaves that have to be scored', async () => {
    const round = await createRound(bench, { units: ['C01', 'D01'] });
    const { cells, families, evaluators, unassigned } = await read(round);
    expect(families.map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D', 'X']);
    const ofCounty = cells.filter(({ unitId }) => unitId === round.unit('C01').id);
    // 49 leaves of the 100 and the bonus.
    expect(ofCounty.reduce((sum, { leaves }) => sum + leaves, 0)).toBe(50);
    expect(evaluators.map(({ cells: own, leaves }) => [own, leaves]).toSorted()).toEqual([
      [5, 30],
      [5, 50],
    ]);
    expect(unassigned).toBe(0);
  });

  it('has no family that is switched off', async () => {
    const round = await createRound(bench, {
      units: ['D23'],
      settings: { excludedIndicators: ['D', 'V', 'X'] },
    });
    expect((await read(round)).cells.map(({ family }) => family)).toEqual(['A', 'B', 'C']);
  });

  it('shows a conflict of interest that came about later', async () => {
    const round = await createRound(bench, { units: ['D01'] });
    const unitId = round.unit('D01').id;
    await bench.database.db
      .update(schema.users)
      .set({ homeUnitId: unitId })
      .where(eq(schema.users.id, round.evaluator.id));
    expect((await read(round)).conflicts).toEqual([{ unitId, evaluatorId: round.evaluator.id }]);
  });

  it('is for organisers of the round', async () => {
    const [round, other] = [await createRound(bench), await createRound(bench)];
    const path = `/assessments/${round.slug}/assignments`;
    expect((await round.evaluator.call('GET', path)).status).toBe(403);
    const stranger = await bench.person([{ role: 'organiser', assessmentId: other.assessmentId }]);
    expect((await stranger.call('GET', path)).status).toBe(404);
  });
});

describe('PUT /assessments/{slug}/assignments', () => {
  it('sets and empties the cells named; others stay', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    const unitId = round.unit('D23').id;
    const second = round.secondEvaluator.id;
    const after = await matrix(
      await put(round, [
        { unitId, family: 'A', evaluatorId: second },
        { unitId, family: 'B', evaluatorId: null },
      ]),
    );
    const first = round.evaluator.id;
    expect(after.cells.map(({ evaluatorId }) => evaluatorId)).toEqual([second, null, first, first, first]);
    expect(after.unassigned).toBe(1);

    const log = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(eq(schema.auditEntries.scope, round.assessmentId));
    const last = log.toSorted((a, b) => a.sequence - b.sequence).at(-1);
    expect(last).toMatchObject({
      action: 'assignment.change',
      before: [
        { unitId, family: 'A', evaluatorId: first },
        { unitId, family: 'B', evaluatorId: first },
      ],
      after: [
        { unitId, family: 'A', evaluatorId: second },
        { unitId, family: 'B', evaluatorId: null },
      ],
    });
  });

  it('refuses a conflict of interest and sets nothing', async () => {
    const round = await createRound(bench, { units: ['D01', 'D23'] });
    await empty(round);
    const [office, bureau] = [round.unit('D01').id, round.unit('D23').id];
    const { assessmentId } = round;
    const insider = await bench.person([{ role: 'evaluator', assessmentId }], { homeUnitId: office });
    const response = await put(round, [
      { unitId: bureau, family: 'A', evaluatorId: insider.id },
      { unitId: office, family: 'A', evaluatorId: insider.id },
    ]);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'conflict-of-interest',
      detail: expect.stringContaining('市政府办公室') as string,
    });
    expect((await read(round)).unassigned).toBe(10);
  });

  it('refuses who is no evaluator of the round, and a family without leaves', async () => {
    const [round, other] = [await createRound(bench), await createRound(bench)];
    const unitId = round.unit('D23').id;
    const response = await put(round, [
      { unitId, family: 'A', evaluatorId: other.evaluator.id },
      { unitId, family: 'A', evaluatorId: round.leader.id },
      { unitId, family: 'Z', evaluatorId: round.evaluator.id },
    ]);
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path)).toEqual([
      'cells.0.evaluatorId',
      'cells.1.evaluatorId',
      'cells.2.family',
    ]);
  });

  it('refuses a unit outside the round', async () => {
    const [round, other] = [
      await createRound(bench, { units: ['D23'] }),
      await createRound(bench, { units: ['C01'] }),
    ];
    for (const unitId of [other.unit('C01').id, randomUUID()]) {
      const response = await put(round, [{ unitId, family: 'A', evaluatorId: round.evaluator.id }]);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'unit-not-assessed' });
    }
  });

  it('is closed after the scoring', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    const closing = { to: 'final', reason: '材料未能取得', acceptUnscored: true };
    await round.organiser.call('POST', `/assessments/${round.slug}/phase`, closing);
    const cell = { unitId: round.unit('D23').id, family: 'A', evaluatorId: null };
    expect(await (await put(round, [cell])).json()).toMatchObject({ code: 'wrong-phase' });
    expect((await fill(round, { by: 'unit', replace: true })).status).toBe(409);
  });
});

describe('POST /assessments/{slug}/assignments/fill', () => {
  const units = ['C01', 'C04', 'D01', 'D23'] as const;

  it.each(['unit', 'family'])('gives two evaluators the same number of leaves, by %s', async (by) => {
    const round = await createRound(bench, { units });
    await empty(round);
    const { evaluators, unassigned } = await matrix(await fill(round, { by, replace: false }));
    expect(unassigned).toBe(0);
    const [a = 0, b = 0] = evaluators.map(({ leaves }) => leaves);
    // 2 × 50 and 2 × 30 leaves.
    expect(a + b).toBe(160);
    expect(Math.abs(a - b)).toBeLessThanOrEqual(10);
  });

  it.each(['unit', 'family'])('never gives anybody the unit they belong to, by %s', async (by) => {
    const round = await createRound(bench, { units: ['D01', 'D23'] });
    const office = round.unit('D01').id;
    const { assessmentId } = round;
    const insider = await bench.person([{ role: 'evaluator', assessmentId }], { homeUnitId: office });
    const { cells, conflicts } = await matrix(await fill(round, { by, replace: true }));
    const own = cells.filter(({ unitId }) => unitId === office).map(({ evaluatorId }) => evaluatorId);
    expect(own).not.toContain(insider.id);
    expect(own).not.toContain(null);
    expect(conflicts).toEqual([]);
  });

  it('comes out the same each time, and leaves alone what is assigned unless told', async () => {
    const round = await createRound(bench, { units });
    const before = await read(round);
    expect(await matrix(await fill(round, { by: 'unit', replace: false }))).toEqual(before);
    const once = await matrix(await fill(round, { by: 'family', replace: true }));
    expect(await matrix(await fill(round, { by: 'family', replace: true }))).toEqual(once);
  });
});
