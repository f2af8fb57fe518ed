import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createEarlierRound, createScoringRound, type ScoringRound } from '../support/scoring-round.ts';
import { get, half, put, scorePath, scored } from '../support/scoring-calls.ts';

const bench = useBench();
let round: ScoringRound;
const sheets = '/assessments/2020/score-sheets';

beforeAll(async () => {
  round = await createScoringRound(bench);
});

beforeEach(async () => {
  const { db } = bench.database;
  await db.delete(schema.scores);
  await db.update(schema.assessments).set({ phase: 'scoring' }).where(eq(schema.assessments.id, round.id));
});

describe('GET score-sheets', () => {
  it('lists for an evaluator what is assigned, counted over what the evaluator sees', async () => {
    await put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, half));
    const { status, body } = await get(round.evaluator, sheets);
    expect(status).toBe(200);
    expect(body['sheets']).toMatchObject([
      { unit: { code: 'C01' }, leaves: 2, scored: 1, notApplicable: 0, incomplete: 1, writable: true },
      { unit: { code: 'C02' }, leaves: 2, scored: 0, incomplete: 0, writable: true },
    ]);
    expect(body['indicators']).toMatchObject([
      { code: 'A1-1', family: 'A', units: 2, done: 1 },
      { code: 'A1-2', family: 'A', units: 2, done: 0 },
      { code: 'X-1', family: 'X', units: 2, done: 0 },
      { code: 'V-1', family: 'V', units: 2, done: 0 },
    ]);
  });

  it('lists everything for organiser and reviewer, who may write nothing', async () => {
    for (const person of [round.organiser, round.reviewer]) {
      const { body } = await get(person, sheets);
      expect(body['sheets']).toMatchObject([
        { unit: { code: 'C01' }, leaves: 3, writable: false, evaluators: [{}, {}] },
        { unit: { code: 'C02' }, leaves: 3, writable: false, evaluators: [{ id: round.evaluator.id }] },
        { unit: { code: 'D01' }, leaves: 4, writable: false, evaluators: [{ id: round.colleague.id }] },
      ]);
    }
  });

  it('is refused to leaders and liaisons, and unknown to people without a role in the round', async () => {
    const leader = await bench.person([{ role: 'leader', assessmentId: round.id }]);
    expect((await leader.call('GET', sheets)).status).toBe(403);
    const other = await createEarlierRound(bench, round);
    const stranger = await bench.person([{ role: 'evaluator', assessmentId: other }]);
    expect((await stranger.call('GET', sheets)).status).toBe(404);
    await bench.database.db.delete(schema.assessments).where(eq(schema.assessments.id, other));
  });
});

describe('GET score-sheets/{unit}', () => {
  it('holds the branches of the visible leaves and a score for each, also where nothing was scored', async () => {
    const { body } = await get(round.colleague, `${sheets}/D01`);
    expect((body['indicators'] as { code: string }[]).map(({ code }) => code)).toEqual([
      'A',
      'A1',
      'A1-1',
      'A1-2',
      'B',
      'B-1',
      'B-2',
      'X',
      'X-1',
      'V',
      'V-1',
    ]);
    expect(body['scores']).toHaveLength(6);
    expect((body['scores'] as unknown[])[0]).toEqual({
      unitId: round.unitIds.D01,
      indicator: 'A1-1',
      state: 'unscored',
      input: null,
      marks: null,
      fullMarks: '6',
      reason: '',
      revision: 0,
      updatedAt: null,
      updatedBy: null,
      missing: [],
      evidence: [],
    });
    expect(body).toMatchObject({ writable: true, leadTasks: [{ clause: 3, role: 'lead' }], previous: {} });
  });

  it('leaves out what is not assigned, does not apply to the kind, or is switched off', async () => {
    const { body } = await get(round.colleague, `${sheets}/C01`);
    expect((body['scores'] as { indicator: string }[]).map(({ indicator }) => indicator)).toEqual(['B-1']);
  });

  it('shows the score of the year before beside it', async () => {
    const { db } = bench.database;
    const earlier = await createEarlierRound(bench, round);
    await db.insert(schema.scores).values({
      assessmentId: earlier,
      unitId: round.unitIds.C01,
      indicatorId: round.indicatorIds.get('A1-1') ?? '',
      state: 'scored',
      input: { method: 'graded', level: 'half' },
      marks: '2',
      reason: '',
      revision: 1,
      updatedBy: round.evaluator.id,
      updatedAt: bench.clock.now,
    });
    const asked = { request: '补齐目录', dueOn: null, answer: '已补齐', revision: 2 };
    await db.insert(schema.rectifications).values({
      ...asked,
      assessmentId: earlier,
      unitId: round.unitIds.C01,
      indicatorId: round.indicatorIds.get('A1-1') ?? '',
    });
    const { body } = await get(round.evaluator, `${sheets}/C01`);
    const rectification = { request: '补齐目录', answer: '已补齐' };
    expect(body['previous']).toEqual({
      'A1-1': { state: 'scored', marks: '2', fullMarks: '4', rectification },
    });
    await db.delete(schema.assessments).where(eq(schema.assessments.id, earlier));
  });

  it('answers 404 for a unit of somebody else, and says so for a unit that is not assessed', async () => {
    expect(await get(round.evaluator, `${sheets}/D01`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    expect(await get(round.evaluator, `${sheets}/Z99`)).toMatchObject({
      status: 404,
      body: { code: 'unit-not-assessed', detail: expect.stringContaining('Z99') as string },
    });
  });
});

describe('GET indicator-sheets/{indicator}', () => {
  it('shows one leaf across the units that the person may see', async () => {
    const { body } = await get(round.organiser, '/assessments/2020/indicator-sheets/A1-1');
    expect(body).toMatchObject({
      indicator: { code: 'A1-1' },
      parents: [{ code: 'A' }, { code: 'A1' }],
      units: [{ code: 'C01' }, { code: 'C02' }, { code: 'D01' }],
      scores: [{ fullMarks: '4' }, { fullMarks: '4' }, { fullMarks: '6' }],
      writableUnitIds: [],
    });
    const own = await get(round.evaluator, '/assessments/2020/indicator-sheets/A1-1');
    expect(own.body['writableUnitIds']).toEqual([round.unitIds.C01, round.unitIds.C02]);
  });

  it('answers 404 for an inner node, a leaf switched off and a leaf of others', async () => {
    for (const code of ['A1', 'D-1', 'B-2'])
      expect((await get(round.evaluator, `/assessments/2020/indicator-sheets/${code}`)).status).toBe(404);
  });
});
