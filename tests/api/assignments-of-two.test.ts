import type { AssignmentMatrix, Problem } from '@gongping/contracts';
import { procedureOff, schema } from '@gongping/db';
import { beforeEach, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { call } from '../support/double-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;

beforeEach(async () => {
  const procedure = { ...procedureOff, doubleScoring: true };
  round = await createRound(bench, { units: ['D23'], settings: { procedure } });
});

const path = () => `/assessments/${round.slug}/assignments`;
const change = (cells: unknown[]) => call<Problem>(round.organiser, ['PUT', path(), { cells }]);

describe('two raters a cell', () => {
  it('are two cells of the matrix, both of which somebody has to take', async () => {
    const taken = await call<AssignmentMatrix>(round.organiser, ['GET', path()]);
    const seconds = taken.body.cells.filter(({ slot }) => slot === 2);
    await change(seconds.map((cell) => ({ ...cell, evaluatorId: null })));
    const { body } = await call<AssignmentMatrix>(round.organiser, ['GET', path()]);
    expect(body.cells.map(({ slot }) => slot)).toEqual(body.families.flatMap(() => [1, 2]));
    expect(body.unassigned).toBe(body.families.length);
    const filled = await call<AssignmentMatrix>(round.organiser, [
      'POST',
      `${path()}/fill`,
      { by: 'unit', replace: false },
    ]);
    expect(filled.body.unassigned).toBe(0);
    const pairs = Map.groupBy(filled.body.cells, ({ family }) => family);
    for (const pair of pairs.values())
      expect(new Set(pair.map(({ evaluatorId }) => evaluatorId)).size).toBe(2);
  });

  it('are never one person, but may change places in one go', async () => {
    const cell = { unitId: round.unit('D23').id, family: 'A' };
    const [first, second] = [round.secondEvaluator.id, round.evaluator.id];
    const both = (one: string, other: string) => [
      { ...cell, slot: 1, evaluatorId: one },
      { ...cell, slot: 2, evaluatorId: other },
    ];
    const refused = await change(both(first, first));
    expect(refused.body).toMatchObject({ code: 'invalid-input', errors: [{}, {}] });
    expect((await change(both(first, second))).status).toBe(200);
    expect((await change(both(second, first))).status).toBe(200);
    expect((await change([{ ...cell, slot: 3, evaluatorId: first }])).status).toBe(422);
  });

  it('do not change places once they have scored: the second score would not be independent', async () => {
    const unit = round.unit('D23');
    const cell = { unitId: unit.id, family: 'A' };
    const [leaf] = round.leaves('department').filter(({ code }) => code.startsWith('A'));
    const { evaluatorId } =
      (await bench.database.db.select().from(schema.assignments)).find(
        (row) => row.assessmentId === round.assessmentId && row.family === 'A',
      ) ?? {};
    const rater = [round.evaluator, round.secondEvaluator].find(({ id }) => id === evaluatorId);
    if (!rater || !leaf) throw new Error('nobody scores A');
    const write = { expectedRevision: 0, state: 'not_applicable', input: null, reason: '无此职能' };
    const sheet = `/assessments/${round.slug}/score-sheets/D23/scores/${leaf.code}`;
    expect((await call(rater, ['PUT', sheet, write])).status).toBe(200);
    const other = [round.evaluator, round.secondEvaluator].find(({ id }) => id !== rater.id);
    const swapped = await change([
      { ...cell, slot: 1, evaluatorId: other?.id },
      { ...cell, slot: 2, evaluatorId: rater.id },
    ]);
    expect(swapped.status).toBe(422);
    expect(swapped.body.errors?.[0]?.message).toContain('不能再独立评第二遍');
    expect((await change([{ ...cell, slot: 2, evaluatorId: other?.id }])).status).toBe(200);
  });
});
