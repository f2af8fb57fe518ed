import {
  assessmentProgress,
  type AssessmentProgress,
  type Indicator,
  type Procedure,
  type Unit,
} from '@gongping/contracts';
import { schema } from '@gongping/db';
import type { RuleInput } from '@gongping/scoring';
import { and, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();

interface Entry {
  unit: Unit;
  leaf: Indicator;
  marks: string | null;
  input?: RuleInput;
  reason?: string;
}

/** Writes scores as they stand in the table; marks null is N/A. */
async function score(round: Round, entries: readonly Entry[]): Promise<void> {
  const { db } = bench.database;
  const ids = await db
    .select({ id: schema.indicators.id, code: schema.indicators.code })
    .from(schema.indicators)
    .where(eq(schema.indicators.systemId, round.assessment.settings.indicatorSystemId));
  const idOf = new Map(ids.map(({ id, code }) => [code, id]));
  await db.insert(schema.scores).values(
    entries.map(({ unit, leaf, marks, input = null, reason = '' }) => ({
      assessmentId: round.assessmentId,
      unitId: unit.id,
      indicatorId: idOf.get(leaf.code) ?? '',
      state: marks === null ? ('not_applicable' as const) : ('scored' as const),
      marks,
      input,
      reason,
      revision: 1,
      updatedBy: round.evaluator.id,
      updatedAt: bench.clock.now,
    })),
  );
}

const scoredLeaves = (round: Round, unit: Unit) =>
  round.leaves(unit.kind).filter(({ role }) => role === 'score');

const allFullMarks = (round: Round, unit: Unit): Entry[] =>
  scoredLeaves(round, unit).map((leaf) => ({ unit, leaf, marks: leaf.marks[unit.kind] }));

/** A graded leaf judged at its worst level: all its marks are lost. */
function worst(round: Round, unit: Unit, code: string): Entry {
  const leaf = round.indicator(code);
  const level = leaf.rule?.method === 'graded' ? leaf.rule.levels.at(-1) : undefined;
  if (!level) throw new Error(`${code} is not graded.`);
  return { unit, leaf, marks: '0', input: { method: 'graded', level: level.code } };
}

function move(round: Round, to: string, more: { reason?: string; acceptUnscored?: boolean } = {}) {
  const body = { to, reason: '', ...more };
  return round.organiser.call('POST', `/assessments/${round.slug}/phase`, body);
}

async function codeOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { code: unknown }).code;
}

async function methodOf(round: Round) {
  const [row] = await bench.database.db
    .select()
    .from(schema.assessments)
    .where(eq(schema.assessments.id, round.assessmentId));
  return row?.method;
}

describe('closing the scoring', () => {
  it('names how many leaves are unscored, then takes them out once somebody says why', async () => {
    const round = await createRound(bench, { units: ['C01', 'D01'] });
    const refused = await move(round, 'final');
    expect(refused.status).toBe(409);
    // 49 leaves of the county and 29 of the department; the bonus may stay empty.
    expect(await refused.json()).toMatchObject({
      code: 'unscored-leaves',
      detail: expect.stringContaining('78') as string,
    });
    expect(await codeOf(await move(round, 'final', { acceptUnscored: true }))).toBe('reason-required');
    const closed = await move(round, 'final', { acceptUnscored: true, reason: '材料未能取得' });
    expect(await closed.json()).toMatchObject({ phase: 'final' });
    expect((await methodOf(round))?.unscored).toBe('exclude');

    const [entry] = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(
        and(
          eq(schema.auditEntries.scope, round.assessmentId),
          eq(schema.auditEntries.reason, '材料未能取得'),
        ),
      );
    expect(entry).toMatchObject({
      action: 'assessment.phase',
      after: { phase: 'final', unscored: 'exclude' },
    });
  });

  it('needs nothing more where every leaf is scored, zero or N/A', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    const [first, second, ...rest] = allFullMarks(round, round.unit('D23'));
    if (!first || !second) throw new Error('There are no leaves.');
    await score(round, [
      { ...first, marks: '0' },
      { ...second, marks: null },
    ]);
    const before = await move(round, 'final');
    expect(await before.json()).toMatchObject({
      code: 'unscored-leaves',
      detail: expect.stringContaining(String(rest.length)) as string,
    });
    await score(round, rest);
    expect((await move(round, 'final')).status).toBe(200);
    expect((await methodOf(round))?.unscored).toBe('refuse');
  });

  it('does not count what is switched off', async () => {
    const round = await createRound(bench, {
      units: ['D23'],
      settings: { excludedIndicators: ['D', 'V'] },
    });
    const entries = allFullMarks(round, round.unit('D23'));
    expect(entries.some(({ leaf }) => leaf.code.startsWith('D'))).toBe(false);
    await score(round, entries);
    expect((await move(round, 'final')).status).toBe(200);
  });
});

describe('going back', () => {
  it('reopens the scoring with a reason, and unscored leaves are refused again', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    await move(round, 'final', { acceptUnscored: true, reason: '先行汇总' });
    expect(await codeOf(await move(round, 'scoring'))).toBe('reason-required');
    expect(await (await move(round, 'scoring', { reason: '补评' })).json()).toMatchObject({
      phase: 'scoring',
    });
    expect((await methodOf(round))?.unscored).toBe('refuse');
  });

  it('returns to planning with a reason while nothing is scored', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    expect(await codeOf(await move(round, 'plan'))).toBe('reason-required');
    expect((await move(round, 'plan', { reason: '单位名单有误' })).status).toBe(200);
  });

  it('does not return to planning once a leaf is scored', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    await score(round, allFullMarks(round, round.unit('D23')).slice(0, 1));
    const response = await move(round, 'plan', { reason: '单位名单有误' });
    expect(response.status).toBe(409);
    expect(await codeOf(response)).toBe('wrong-phase');
  });

  it('reopens a published round for a correction, whose settings stay closed until then', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    await bench.database.db
      .update(schema.assessments)
      .set({ phase: 'published' })
      .where(eq(schema.assessments.id, round.assessmentId));
    const { settings, revision } = round.assessment;
    const body = { expectedRevision: revision, settings };
    const refused = await round.organiser.call('PUT', `/assessments/${round.slug}`, body);
    expect(await codeOf(refused)).toBe('wrong-phase');
    expect((await move(round, 'scoring', { reason: '更正一项评分' })).status).toBe(200);
  });
});

describe('a step that is none', () => {
  it('is refused', async () => {
    const round = await createRound(bench, { units: ['D23'], phase: 'plan' });
    expect(await codeOf(await move(round, 'final'))).toBe('wrong-phase');
    expect(await codeOf(await move(round, 'plan', { reason: '无' }))).toBe('wrong-phase');
    expect((await move(round, 'published')).status).toBe(422);
    const { slug, leader, evaluator } = round;
    for (const { call } of [leader, evaluator]) {
      expect((await call('POST', `/assessments/${slug}/phase`, { to: 'scoring', reason: '' })).status).toBe(
        403,
      );
    }
  });
});

describe('GET /assessments/{slug}/progress', () => {
  async function progressOf(round: Round): Promise<AssessmentProgress> {
    const response = await round.leader.call('GET', `/assessments/${round.slug}/progress`);
    expect(response.status).toBe(200);
    return assessmentProgress.parse(await response.json());
  }

  it('counts scored, N/A and incomplete leaves of each unit, bonus and vetoes left out', async () => {
    const round = await createRound(bench, { units: ['C01', 'D23'] });
    const county = round.unit('C01');
    const [full, na] = allFullMarks(round, county);
    if (!full || !na) throw new Error('There are no leaves.');
    await score(round, [
      full,
      { ...na, marks: null },
      worst(round, county, 'A1-3'),
      { ...worst(round, county, 'A4-4'), reason: '未公开' },
    ]);
    const { units, unassigned } = await progressOf(round);
    expect(units[0]).toMatchObject({
      code: 'C01',
      leaves: 49,
      scored: 3,
      notApplicable: 1,
      // One lacks reason and evidence, the other evidence.
      incomplete: 2,
      lastChange: bench.clock.now.toISOString(),
      responses: 0,
    });
    expect(units[1]).toMatchObject({ code: 'D23', leaves: 29, scored: 0, incomplete: 0, lastChange: null });
    expect(unassigned).toBe(0);
  });

  it('is complete with a reason and evidence, and not with evidence that was removed', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    const entry = worst(round, round.unit('D23'), 'A4-1');
    await score(round, [{ ...entry, reason: '未公开' }]);
    const { db } = bench.database;
    const [row] = await db
      .select()
      .from(schema.scores)
      .where(eq(schema.scores.assessmentId, round.assessmentId));
    const id = randomUUID();
    await db.insert(schema.evidence).values({
      id,
      assessmentId: round.assessmentId,
      unitId: entry.unit.id,
      indicatorId: row?.indicatorId ?? '',
      kind: 'link',
      title: '栏目页面',
      url: 'https://example.org/',
      capturedAt: bench.clock.now,
      addedAt: bench.clock.now,
      addedBy: round.evaluator.id,
    });
    expect((await progressOf(round)).units[0]?.incomplete).toBe(0);
    await db.update(schema.evidence).set({ removedAt: bench.clock.now }).where(eq(schema.evidence.id, id));
    expect((await progressOf(round)).units[0]?.incomplete).toBe(1);
  });

  it('gives the share done of each unit and family', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    const unit = round.unit('D23');
    await score(
      round,
      allFullMarks(round, unit).filter(({ leaf }) => leaf.code.startsWith('B')),
    );
    const { cells, families } = await progressOf(round);
    expect(families.map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D']);
    expect(cells.map(({ family, done }) => [family, done])).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 0],
      ['D', 0],
    ]);
  });

  it('counts the cells that nobody has', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    await bench.database.db
      .delete(schema.assignments)
      .where(eq(schema.assignments.assessmentId, round.assessmentId));
    // Families A to D and the bonus.
    expect((await progressOf(round)).unassigned).toBe(5);
  });

  it('is not for evaluators', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    const response = await round.evaluator.call('GET', `/assessments/${round.slug}/progress`);
    expect(response.status).toBe(403);
  });
});

describe('a round with every step', () => {
  const everyStep: Procedure = {
    selfAssessment: true,
    claimsShown: true,
    doubleScoring: true,
    arbitrationThreshold: 0.2,
    agreed: 'mean',
    feedback: true,
    appeal: true,
    appealWorkingDays: 5,
  };

  it('goes through them in order, skips none, and back to any of them with a reason', async () => {
    const round = await createRound(bench, {
      units: ['D23'],
      phase: 'plan',
      settings: { procedure: everyStep },
    });
    expect(await codeOf(await move(round, 'scoring'))).toBe('wrong-phase');
    for (const to of ['self_assessment', 'scoring']) {
      expect(await (await move(round, to)).json()).toMatchObject({ phase: to });
    }
    await move(round, 'arbitration', { acceptUnscored: true, reason: '材料未能取得' });
    for (const to of ['feedback', 'appeal', 'final']) {
      expect(await (await move(round, to)).json()).toMatchObject({ phase: to });
    }
    expect(await codeOf(await move(round, 'feedback'))).toBe('reason-required');
    expect((await move(round, 'feedback', { reason: '清单有误' })).status).toBe(200);
    expect((await methodOf(round))?.unscored).toBe('exclude');
    expect((await move(round, 'self_assessment', { reason: '补报' })).status).toBe(200);
    expect((await methodOf(round))?.unscored).toBe('refuse');
  });

  it('says in which order the steps of this round come', async () => {
    const round = await createRound(bench, {
      units: ['D23'],
      phase: 'plan',
      settings: { procedure: { ...everyStep, doubleScoring: false, appeal: false } },
    });
    expect(await (await move(round, 'final')).json()).toMatchObject({
      detail: expect.stringContaining('“准备—自评—评分—反馈—终评”') as string,
    });
  });

  it('has no appeal without feedback', async () => {
    const round = await createRound(bench, { units: ['D23'], phase: 'plan' });
    const { revision, settings } = round.assessment;
    const procedure = { ...everyStep, feedback: false };
    const refused = await round.organiser.call('PUT', `/assessments/${round.slug}`, {
      expectedRevision: revision,
      settings: { ...settings, procedure },
    });
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'procedure.appeal' }] });
  });
});

describe('extending a phase', () => {
  it('takes a later day with a reason, and keeps both', async () => {
    const round = await createRound(bench, { units: ['D23'] });
    const extend = (end: string, reason: string) =>
      round.organiser.call('POST', `/assessments/${round.slug}/phase/extension`, { end, reason });
    const before = round.assessment.phaseDates.scoring?.end ?? '';
    const later = new Date(Math.max(Date.parse(before), bench.clock.now.getTime()) + 7 * 86_400_000);
    const end = later.toISOString().slice(0, 10);
    expect(await codeOf(await extend(end, ''))).toBe('reason-required');
    expect(await (await extend(before, '疫情影响')).json()).toMatchObject({ errors: [{ path: 'end' }] });
    expect(await (await extend(end, '疫情影响')).json()).toMatchObject({
      phaseDates: { scoring: { end } },
    });
    const [entry] = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(
        and(
          eq(schema.auditEntries.scope, round.assessmentId),
          eq(schema.auditEntries.action, 'assessment.extend'),
        ),
      );
    expect(entry).toMatchObject({ before: { end: before }, after: { end }, reason: '疫情影响' });
  });
});
