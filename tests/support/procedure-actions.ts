import type { Phase, PhaseAction } from '@gongping/contracts';
import { type Database, schema } from '@gongping/db';
import { and, eq } from 'drizzle-orm';
import type { ProcedureRound } from './procedure-round.ts';

export type Question = readonly [method: string, path: string, body?: unknown];

/** An action of the procedure as somebody asks for it. */
export interface Action {
  /** Puts back what the action needs, however often it was done before. */
  ready?(db: Database, round: ProcedureRound): Promise<unknown>;
  ask(round: ProcedureRound, phase: Phase): Question;
  /** Whether an answer shows what was asked for, where the phase decides that and not whether there is one. */
  shows?(answer: unknown): boolean;
  /** Every evaluator of the round does it, whatever is assigned to whom. */
  readonly ofEveryEvaluator?: true;
}

/** Of C01, unless the action needs a unit that nothing was handed in of. */
export const actions: Record<PhaseAction, Action> = {
  'settings.change': {
    ask: ({ slug, assessment }) => [
      'PUT',
      `/assessments/${slug}`,
      { expectedRevision: 1, settings: assessment.settings },
    ],
  },
  'phase.change': {
    ask: ({ slug }, phase) => [
      'POST',
      `/assessments/${slug}/phase`,
      { to: steps[phase], reason: '按程序调整', acceptUnscored: false },
    ],
  },
  'assignment.change': {
    ready: (db, round) => db.insert(schema.assignments).values(secondUnit(round)).onConflictDoNothing(),
    ask: (round) => {
      const { unitId, family, slot } = secondUnit(round);
      const cells = [{ unitId, family, slot, evaluatorId: null }];
      return ['PUT', `/assessments/${round.slug}/assignments`, { cells }];
    },
  },
  'claim.write': {
    ready: async (db) => {
      await db.delete(schema.claimSubmissions);
      await db.delete(schema.claims);
    },
    ask: ({ slug }) => ['PUT', `/assessments/${slug}/self-assessments/C01/claims/B1-1`, given(0, 'in-time')],
  },
  'claim.submit': {
    ready: (db) => db.delete(schema.claimSubmissions),
    ask: ({ slug }) => [
      'POST',
      `/assessments/${slug}/self-assessments/C01/submission`,
      { reason: '台账待补' },
    ],
  },
  'claim.reopen': {
    ready: submitClaims,
    ask: ({ slug }) => [
      'POST',
      `/assessments/${slug}/self-assessments/C01/reopening`,
      { reason: '材料有误', lastDay: null },
    ],
  },
  'claim.compare': {
    ready: submitClaims,
    ask: ({ slug }) => ['GET', `/assessments/${slug}/score-sheets/C01/claims`],
    shows: (answer) => (answer as { shown: boolean }).shown,
  },
  'calibration.set': {
    ready: (db) => db.delete(schema.calibrations),
    ask: (round) => {
      const unitIds = [round.unit('C01').id];
      return [
        'PUT',
        `/assessments/${round.slug}/calibration`,
        { expectedRevision: 0, unitIds, holds: false },
      ];
    },
  },
  'calibration.write': {
    ready: (db, round) => calibrate(db, round, { entered: false }),
    ask: ({ slug }) => [
      'PUT',
      `/assessments/${slug}/calibration/sheets/C01/entries/B1-1`,
      given(0, 'in-time'),
    ],
    ofEveryEvaluator: true,
  },
  'calibration.submit': {
    ready: (db, round) => calibrate(db, round, { entered: true }),
    ask: ({ slug }) => ['POST', `/assessments/${slug}/calibration/submission`],
    ofEveryEvaluator: true,
  },
  'calibration.close': {
    ready: (db, round) => calibrate(db, round, { entered: false }),
    ask: ({ slug }) => ['POST', `/assessments/${slug}/calibration/closing`, { reason: '一人出差' }],
  },
  'guidance.write': {
    ready: async (db, round) => {
      await calibrate(db, round, { entered: false });
      await db.update(schema.calibrations).set({ closedAt: new Date() });
      await db.delete(schema.scoringGuidance);
    },
    ask: ({ slug }) => [
      'PUT',
      `/assessments/${slug}/calibration/guidance/B1-1`,
      { expectedRevision: 0, note: '以官网发布日期为准' },
    ],
  },
  'score.write': {
    ready: (db) => db.delete(schema.ratings).where(eq(schema.ratings.reason, '首次核查')),
    ask: ({ slug }) => [
      'PUT',
      `/assessments/${slug}/score-sheets/C04/scores/B1-1`,
      { ...given(0, 'late'), reason: '首次核查' },
    ],
  },
  'rating.return': {
    ready: (db, round) => {
      const { evaluatorId, ...cell } = secondUnit(round);
      const row = { ...cell, submittedBy: evaluatorId, submittedAt: new Date() };
      return db.insert(schema.ratingSubmissions).values(row).onConflictDoNothing();
    },
    ask: ({ slug }) => [
      'POST',
      `/assessments/${slug}/score-sheets/C04/hand-in/withdrawal`,
      { family: 'B', slot: 1, reason: '漏看材料' },
    ],
  },
  'arbitration.rule': {
    ready: (_db, round) => round.score(),
    ask: ({ slug }) => [
      'PUT',
      `/assessments/${slug}/arbitration/C01/B1-1`,
      { ...given(1, 'late'), reason: '逾期三日' },
    ],
  },
  'na.approve': {
    ready: leaveOut,
    ask: (round) => decideOn(round, { outcome: 'approved', reason: '' }),
  },
  'na.reject': {
    ready: leaveOut,
    ask: (round) => decideOn(round, { outcome: 'rejected', reason: '该县有此事项' }),
  },
  'request.write': {
    ask: ({ slug }) => ['POST', `/assessments/${slug}/mystery-requests/C01`, { entry }],
  },
  'problems.read': {
    ask: ({ slug }) => ['GET', `/assessments/${slug}/problems/C01`],
  },
  'rectification.request': {
    ready: (db) => db.delete(schema.rectifications),
    ask: ({ slug }) => [
      'PUT',
      `/assessments/${slug}/problems/C01/B2-1/rectification`,
      { expectedRevision: 0, request: '补齐缺少的部分', dueOn: '2020-12-31' },
    ],
  },
  'rectification.answer': {
    ready: async (db, round) => {
      await db.delete(schema.rectifications);
      const asked = { request: '补齐缺少的部分', dueOn: null, answer: '', revision: 1 };
      await db.insert(schema.rectifications).values({ ...round.cell('B2-1'), ...asked });
    },
    ask: ({ slug }) => [
      'PUT',
      `/assessments/${slug}/problems/C01/B2-1/rectification/answer`,
      { expectedRevision: 1, answer: '已补齐' },
    ],
  },
  'appeal.write': {
    ready: (db, round) => db.delete(schema.appeals).where(at(schema.appeals, round, 'B4-2')),
    ask: ({ slug }) => [
      'POST',
      `/assessments/${slug}/problems/C01/B4-2/appeals`,
      { statement: '改进措施写明了时限' },
    ],
  },
  'appeal.rule': {
    ready: (db, round) => {
      const open = { state: 'open' as const, ruling: '', ruledBy: null, ruledAt: null, revision: 1 };
      return db.update(schema.appeals).set(open).where(eq(schema.appeals.id, round.appealId));
    },
    ask: ({ slug, appealId }) => [
      'POST',
      `/assessments/${slug}/appeals/${appealId}/ruling`,
      { expectedRevision: 1, outcome: 'rejected', text: '维持原评分', score: null },
    ],
  },
  'response.decide': {
    ask: ({ slug }) => [
      'POST',
      `/assessments/${slug}/survey/held/decisions`,
      { decision: 'count', reason: '核实无误', filter: { state: 'held' } },
    ],
  },
  publish: {
    ready: async (db, round) => {
      // Open appeals keep results from being published.
      await db.update(schema.appeals).set({ state: 'withdrawn' });
      await round.score();
    },
    ask: ({ slug }) => ['POST', `/assessments/${slug}/publications`, { reason: '更正' }],
  },
};

/** A step that the procedure has from each phase: on from the first two, back from the others. */
const steps: Record<Phase, Phase> = {
  plan: 'self_assessment',
  self_assessment: 'scoring',
  scoring: 'self_assessment',
  arbitration: 'scoring',
  feedback: 'arbitration',
  appeal: 'feedback',
  final: 'appeal',
  published: 'final',
};

const entry = {
  kind: 'request',
  channel: 'online',
  identity: '市民',
  subject: '申请公开年度报告的附件',
  sentOn: '2020-09-01',
  refusedOn: null,
  receivedOn: null,
  correctionAskedOn: null,
  correctedOn: null,
  consultedOn: null,
  consultationEndedOn: null,
  extendedOn: null,
  repliedOn: null,
  form: null,
  note: '',
};

const given = (expectedRevision: number, level: string) => ({
  expectedRevision,
  state: 'scored',
  input: { method: 'graded', level },
  reason: '',
});

/** The first rater's assignment to the unit of which nothing is handed in. */
const secondUnit = (round: ProcedureRound) => ({
  assessmentId: round.assessmentId,
  unitId: round.unit('C04').id,
  family: 'B',
  slot: 1 as const,
  evaluatorId: round.secondEvaluator.id,
});

function submitClaims(db: Database, round: ProcedureRound): Promise<unknown> {
  const { assessmentId, unitId } = round.cell('B1-1');
  const row = { assessmentId, unitId, submittedBy: round.liaison.id, submittedAt: new Date() };
  return db.insert(schema.claimSubmissions).values(row).onConflictDoNothing();
}

/** Opens a calibration on C01, of which every evaluator has entered all leaves or none. */
async function calibrate(
  db: Database,
  round: ProcedureRound,
  { entered }: { entered: boolean },
): Promise<void> {
  const { assessmentId, unitId } = round.cell('B1-1');
  for (const table of [schema.calibrationEntries, schema.calibrationSubmissions, schema.calibrationUnits]) {
    await db.delete(table);
  }
  await db.delete(schema.calibrations);
  const set = { assessmentId, holds: false, revision: 1, setBy: round.organiser.id, setAt: new Date() };
  await db.insert(schema.calibrations).values(set);
  await db.insert(schema.calibrationUnits).values({ assessmentId, unitId });
  if (!entered) return;
  const codes = round.leaves('county').map(({ code }) => code);
  const rows = [round.evaluator, round.stranger].flatMap(({ id: raterId }) =>
    codes.map((code) => ({
      ...round.cell(code),
      raterId,
      state: 'not_applicable' as const,
      reason: '无此事项',
      revision: 1,
      updatedAt: new Date(),
    })),
  );
  await db.insert(schema.calibrationEntries).values(rows);
}

/** Has a leaf called N/A that nobody has decided on. */
async function leaveOut(db: Database, round: ProcedureRound): Promise<void> {
  await round.score();
  await db.delete(schema.notApplicableDecisions);
  const left = { state: 'not_applicable' as const, marks: null };
  await db
    .update(schema.scores)
    .set(left)
    .where(at(schema.scores, round, 'B3-2'));
}

function decideOn({ slug }: ProcedureRound, decision: { outcome: string; reason: string }): Question {
  const cells = [{ unit: 'C01', indicator: 'B3-2', revision: 1 }];
  return ['POST', `/assessments/${slug}/not-applicable/decisions`, { ...decision, cells }];
}

function at(table: typeof schema.appeals | typeof schema.scores, round: ProcedureRound, leaf: string) {
  const { assessmentId, unitId, indicatorId } = round.cell(leaf);
  return and(
    eq(table.assessmentId, assessmentId),
    eq(table.unitId, unitId),
    eq(table.indicatorId, indicatorId),
  );
}
