import { buildOpenApiDocument, seedCalendar } from '@gongping/api';
import type { MysteryEntry, MysteryLog, MysteryLogs, MysteryRequest, Score } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { and, eq, like } from 'drizzle-orm';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;

beforeAll(async () => {
  await seedCalendar(bench.database.db);
  round = await createRound(bench);
});

// The bench's clock stands at 12 October 2020.
const sent: MysteryEntry = {
  kind: 'request',
  channel: 'online',
  identity: '市民赵某，自称租住在城东，想了解旧改安排',
  subject: '申请公开城东片区改造方案',
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
const answered: MysteryEntry = {
  ...sent,
  receivedOn: '2020-09-01',
  repliedOn: '2020-09-28',
  form: ['content', 'reasons', 'remedies', 'seal'],
};

const pathOf = (of: Round, unit: string) => `/assessments/${of.slug}/mystery-requests/${unit}`;

async function add(of: Round, entry: MysteryEntry, unit = 'C01', by = of.evaluator): Promise<MysteryRequest> {
  const response = await by.call('POST', pathOf(of, unit), { entry });
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as MysteryRequest;
}

async function logOf(of: Round, unit = 'C01', by: Person = of.evaluator): Promise<MysteryLog> {
  const response = await by.call('GET', pathOf(of, unit));
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as MysteryLog;
}

describe('the log', () => {
  it('says where a request stands, by the working days of the calendar', async () => {
    const entry = await add(round, { ...sent, receivedOn: '2020-09-01' });
    // The twentieth working day after 1 September is 28 September: Sunday 27 is worked.
    expect(entry.progress).toMatchObject({ state: 'overdue', dueOn: '2020-09-28', assumed: false });
    // Between lie 29 and 30 September, 9, 10 (a worked Saturday) and 12 October.
    expect(entry.progress.daysLeft).toBe(-5);
    const log = await logOf(round);
    expect(log).toMatchObject({ writable: true, today: '2020-10-12' });
    expect(log.entries.map(({ id }) => id)).toEqual([entry.id]);
  });

  it('is changed over the revision that was seen, and gives the newer entry where somebody was faster', async () => {
    const entry = await add(round, sent, 'D01');
    const path = `${pathOf(round, 'D01')}/${entry.id}`;
    const body = { expectedRevision: 1, entry: answered };
    const changed = await round.organiser.call('PUT', path, body);
    expect(await changed.json()).toMatchObject({ revision: 2, progress: { state: 'replied' } });
    const stale = await round.evaluator.call('PUT', path, body);
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({ code: 'stale', current: { id: entry.id, revision: 2 } });
    expect((await round.evaluator.call('DELETE', path)).status).toBe(204);
    expect((await logOf(round, 'D01')).entries).toEqual([]);
  });

  it.each([
    ['a day still to come', { sentOn: '2020-10-13' }, ['entry.sentOn']],
    ['a reply before the request was received', { repliedOn: '2020-09-20' }, ['entry.repliedOn']],
    [
      'a correction that nobody asked for',
      { receivedOn: '2020-09-02', correctedOn: '2020-09-05' },
      ['entry.correctedOn'],
    ],
    [
      'a request that was refused and received',
      { refusedOn: '2020-09-02', receivedOn: '2020-09-02' },
      ['entry.refusedOn'],
    ],
    ['the form of a reply that is not there', { form: ['seal' as const] }, ['entry.form']],
    [
      'an extension of an enquiry',
      { kind: 'enquiry' as const, extendedOn: '2020-09-03' },
      ['entry.extendedOn'],
    ],
  ])('refuses %s', async (_what, more, paths) => {
    const refused = await round.evaluator.call('POST', pathOf(round, 'C01'), { entry: { ...sent, ...more } });
    expect(refused.status).toBe(422);
    const problem = (await refused.json()) as { errors: { path: string }[] };
    expect(problem.errors.map(({ path }) => path)).toEqual(paths);
  });

  it('is read by whoever scores the unit, organisers and reviewers; reviewers do not write', async () => {
    await logOf(round, 'C01', round.organiser);
    const log = await logOf(round, 'C01', round.reviewer);
    expect(log.writable).toBe(false);
    const refused = await round.reviewer.call('POST', pathOf(round, 'C01'), { entry: sent });
    expect(refused.status).toBe(403);
    expect((await round.secondEvaluator.call('GET', pathOf(round, 'C01'))).status).toBe(404);
  });

  it('lists the units with what is late and what is to come', async () => {
    const response = await round.organiser.call('GET', `/assessments/${round.slug}/mystery-requests`);
    const { units } = (await response.json()) as MysteryLogs;
    expect(units.map(({ unit, requests, late }) => [unit.code, requests, late])).toEqual([
      ['C01', 1, 1],
      ['C04', 0, 0],
      ['D01', 0, 0],
      ['D23', 0, 0],
    ]);
  });

  it('is closed once the feedback begins', async () => {
    const closing = await createRound(bench, { units: ['C01'] });
    await toPhase(closing, 'feedback');
    const refused = await closing.evaluator.call('POST', pathOf(closing, 'C01'), { entry: sent });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'wrong-phase' });
    expect((await logOf(closing)).writable).toBe(false);
  });
});

describe('the terms', () => {
  const terms = { reply: 15, extension: 15, correction: 7, thirdParty: 15, enquiry: 3 };

  it('are those of the round, and no longer than the law allows', async () => {
    const local = await createRound(bench, { units: ['C01'] });
    const path = `/assessments/${local.slug}/request-terms`;
    expect((await local.organiser.call('PUT', path, { ...terms, reply: 21 })).status).toBe(422);
    expect((await local.organiser.call('PUT', path, terms)).status).toBe(200);
    const entry = await add(local, answered);
    expect(entry.progress).toMatchObject({ state: 'replied_late', dueOn: '2020-09-22' });
    const [audit] = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(
        and(
          eq(schema.auditEntries.scope, local.assessmentId),
          eq(schema.auditEntries.action, 'assessment.terms'),
        ),
      );
    expect(audit).toMatchObject({ before: { reply: 20 }, after: { reply: 15 } });
  });
});

describe('what the log proposes', () => {
  const letter = { ...answered, channel: 'letter' as const, form: ['content', 'reasons'] as const };

  async function judged(): Promise<Round> {
    const fresh = await createRound(bench, { units: ['C01', 'C04'] });
    await add(fresh, answered);
    await add(fresh, { ...letter, form: [...letter.form] });
    return fresh;
  }

  it('is taken over with one click, as a score with the log for evidence', async () => {
    const fresh = await judged();
    const { proposals } = await logOf(fresh);
    // A county has 2 marks each: both channels work; of the reply 60 % and two points of 10 % each.
    expect(proposals.map((each) => [each.indicator.code, each.state, each.marks, each.adoptable])).toEqual([
      ['A4-2', 'ready', 2, true],
      ['A4-3', 'ready', 1.6, true],
      ['C2-4', 'none', null, false],
    ]);
    const body = { expectedRevision: 0, messages: null };
    const path = `${pathOf(fresh, 'C01')}/proposals/A4-3`;
    const adopted = await fresh.evaluator.call('POST', path, body);
    expect(adopted.status, await adopted.clone().text()).toBe(200);
    const score = (await adopted.json()) as Score;
    expect(score).toMatchObject({
      state: 'scored',
      marks: '1.6',
      input: { method: 'checklist', met: ['in-time', 'content', 'reasons'], zero: false },
      reason: '受理2件，均在期限内答复；未载明救济途径；未落款盖章。',
      missing: [],
      evidence: [{ title: '测评台账', kind: 'file' }],
    });
    const again = await fresh.evaluator.call('POST', path, { ...body, expectedRevision: score.revision });
    expect(((await again.json()) as Score).evidence).toHaveLength(1);
    const { proposals: after } = await logOf(fresh);
    expect(after[1]?.standing).toMatchObject({ state: 'scored', marks: '1.6', same: true });
    expect(await scoreEntries(fresh)).toEqual(['score.write']);
  });

  it('is never written without being asked for, and not over a newer score', async () => {
    const fresh = await judged();
    await logOf(fresh);
    expect(await scoreEntries(fresh)).toEqual([]);
    const write = {
      expectedRevision: 0,
      state: 'scored',
      input: { method: 'graded', level: 'one' },
      reason: '信函退回',
    };
    const cell = `/assessments/${fresh.slug}/score-sheets/C01/scores/A4-2`;
    expect((await fresh.evaluator.call('PUT', cell, write)).status).toBe(200);
    const path = `${pathOf(fresh, 'C01')}/proposals/A4-2`;
    const stale = await fresh.evaluator.call('POST', path, { expectedRevision: 0, messages: null });
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({ code: 'stale' });
  });

  it('is offered to nobody but whoever scores the leaf', async () => {
    const fresh = await judged();
    const { proposals } = await logOf(fresh, 'C01', fresh.organiser);
    expect(proposals.map(({ adoptable }) => adoptable)).toEqual([false, false, false]);
    const path = `${pathOf(fresh, 'C01')}/proposals/A4-2`;
    const body = { expectedRevision: 0, messages: null };
    expect((await fresh.organiser.call('POST', path, body)).status).toBe(403);
    expect((await fresh.secondEvaluator.call('POST', path, body)).status).toBe(404);
  });

  it('waits for what may still come', async () => {
    const fresh = await createRound(bench, { units: ['C01'] });
    await add(fresh, { ...sent, sentOn: '2020-10-09', receivedOn: '2020-10-09' });
    const { proposals } = await logOf(fresh);
    expect(proposals[1]).toMatchObject({ state: 'waiting', adoptable: false });
    const path = `${pathOf(fresh, 'C01')}/proposals/A4-3`;
    const refused = await fresh.evaluator.call('POST', path, { expectedRevision: 0, messages: null });
    expect(await refused.json()).toMatchObject({ code: 'proposal-not-ready' });
  });

  it('counts a test enquiry with the public messages (C2-4)', async () => {
    const fresh = await createRound(bench, { units: ['C01'] });
    const enquiry = {
      ...sent,
      kind: 'enquiry' as const,
      repliedOn: '2020-09-20',
      form: ['substance' as const],
    };
    expect((await add(fresh, enquiry)).progress.state).toBe('replied_late');
    const { proposals } = await logOf(fresh);
    expect(proposals[2]).toMatchObject({ state: 'ready', needsMessages: true, marks: null });
    const path = `${pathOf(fresh, 'C01')}/proposals/C2-4`;
    const messages = { inTime: 18, late: 1, none: 1 };
    const adopted = await fresh.evaluator.call('POST', path, { expectedRevision: 0, messages });
    // 3 × (18 + 2 × 0.5) ÷ 21, kept to ten decimals.
    expect(await adopted.json()).toMatchObject({ marks: '2.7142857143', input: { denominator: 21 } });
  });
});

describe('what a unit does not learn', () => {
  /** Of the pretext, the record that is evidence, and the reasons that the log words. */
  const secrets = ['赵某', '城东', '测评台账', '均已受理', '受理2件', '未落款盖章', '暗访'];

  it('is the same to read whether it was asked or not, while it is scored', async () => {
    const quiet = await createRound(bench, { units: ['C01', 'C04'] });
    const people = await ofTheUnit(quiet);
    const before = await readings(quiet, people);
    await add(quiet, answered);
    expect(await readings(quiet, people)).toEqual(before);
  });

  it('is, at the feedback, why marks were lost at the leaves that the log judges; at the end it learns', async () => {
    const fresh = await createRound(bench, { units: ['C01', 'C04'], settings: { procedure } });
    await add(fresh, answered);
    await add(fresh, { ...answered, channel: 'letter', form: ['content'] });
    for (const indicator of ['A4-2', 'A4-3']) {
      const body = { expectedRevision: 0, messages: null };
      const path = `${pathOf(fresh, 'C01')}/proposals/${indicator}`;
      expect((await fresh.evaluator.call('POST', path, body)).status).toBe(200);
    }
    await toPhase(fresh, 'feedback');
    const people = await ofTheUnit(fresh);
    const [, evidence] = await bench.database.db
      .select({ id: schema.evidence.id })
      .from(schema.evidence)
      .where(eq(schema.evidence.assessmentId, fresh.assessmentId));
    const file = `/assessments/${fresh.slug}/evidence/${evidence?.id}/file`;
    const bodies = await readings(fresh, people);
    const said = Object.values(bodies).join('\n');
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    expect(said).toContain('扣分理由和佐证材料在终评后告知。');
    for (const person of people) expect((await person.call('GET', file)).status).not.toBe(200);

    await toPhase(fresh, 'final');
    const [liaison] = people;
    const problems = await liaison.call('GET', `/assessments/${fresh.slug}/problems/C01`);
    expect(await problems.text()).toContain('未落款盖章');
  });

  it('is the same at the feedback for a unit that was not asked: an absence tells nothing', async () => {
    const fresh = await createRound(bench, { units: ['C01', 'C04'], settings: { procedure } });
    await add(fresh, answered, 'C04', fresh.secondEvaluator);
    await toPhase(fresh, 'feedback');
    const people = await ofTheUnit(fresh);
    const before = await readings(fresh, people);
    const {
      id,
      progress: _progress,
      updatedBy: _by,
      ...entry
    } = await logOf(fresh, 'C04', fresh.organiser).then(
      ({ entries }) => entries[0] ?? Promise.reject(new Error('There is no entry.')),
    );
    await bench.database.db.insert(schema.mysteryRequests).values({
      ...entry,
      id: id.replace(/^./, 'f'),
      assessmentId: fresh.assessmentId,
      unitId: fresh.unit('C01').id,
      updatedBy: fresh.evaluator.id,
      updatedAt: new Date(entry.updatedAt),
    });
    expect(await readings(fresh, people)).toEqual(before);
  });

  it('is kept also from organisers and evaluators who belong to it, in the log, its list and the audit log', async () => {
    const fresh = await createRound(bench, { units: ['C01', 'C04'] });
    const entry = await add(fresh, answered);
    const homeUnitId = fresh.unit('C01').id;
    const insider = await bench.person([{ role: 'organiser', assessmentId: fresh.assessmentId }], {
      homeUnitId,
    });
    expect((await insider.call('GET', pathOf(fresh, 'C01'))).status).toBe(404);
    expect((await insider.call('DELETE', `${pathOf(fresh, 'C01')}/${entry.id}`)).status).toBe(404);
    const list = await insider.call('GET', `/assessments/${fresh.slug}/mystery-requests`);
    const { units } = (await list.json()) as MysteryLogs;
    expect(units.map(({ unit }) => unit.code)).toEqual(['C04']);
    const audit = await insider.call('GET', `/assessments/${fresh.slug}/audit`);
    const text = await audit.text();
    expect(text).toContain(`mystery-request ${entry.id}`);
    const logged = (JSON.parse(text) as { entries: { action: string }[] }).entries.filter(({ action }) =>
      action.startsWith('mystery-request.'),
    );
    for (const secret of ['赵某', '城东', 'C01', homeUnitId]) {
      expect(JSON.stringify(logged)).not.toContain(secret);
    }
  });

  it('is refused alike to a liaison and a leader, whichever unit they ask for', async () => {
    const people = await ofTheUnit(round);
    for (const person of people) {
      for (const unit of ['C01', 'C04', 'D23']) {
        const refused = await person.call('GET', pathOf(round, unit));
        expect(refused.status).toBe(403);
      }
    }
  });
});

const procedure = {
  selfAssessment: false,
  claimsShown: false,
  doubleScoring: false,
  arbitrationThreshold: 0.2,
  agreed: 'mean' as const,
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
};

/** The unit's liaison, and a leader of the assessment who belongs to the unit. */
async function ofTheUnit(of: Round): Promise<[Person, Person]> {
  const homeUnitId = of.unit('C01').id;
  const leader = await bench.person([{ role: 'leader', assessmentId: of.assessmentId }], { homeUnitId });
  return [of.liaison, leader];
}

/** Everything that people may read of a round: status, tag and body by address. */
async function readings(of: Round, people: readonly Person[]): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [at, person] of people.entries()) {
    for (const path of readablePaths(of)) {
      const response = await person.call('GET', path);
      const body = (await textOf(response)).replaceAll(/"requestId":"[^"]*"/g, '');
      said[`${at} ${path}`] = `${response.status} ${response.headers.get('etag') ?? ''} ${body}`;
    }
  }
  return said;
}

/** What a person reads in an answer. Of other files than DOCX, which carry their time, only that there is one. */
async function textOf(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('wordprocessingml')) {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) });
    return value;
  }
  return type.includes('json') || type.startsWith('text/') ? response.text() : type;
}

function readablePaths(of: Round): string[] {
  const { paths } = buildOpenApiDocument() as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths)
    .filter(([path, methods]) => 'get' in methods && path.startsWith('/assessments/{slug}'))
    .map(([path]) =>
      path
        .replace('{slug}', of.slug)
        .replace('{unit}', 'C01')
        .replace('{indicator}', 'A4-3')
        .replaceAll(/\{\w+\}/g, '01900000-0000-7000-8000-000000000001'),
    );
}

async function toPhase(of: Round, phase: 'feedback' | 'final'): Promise<void> {
  await bench.database.db
    .update(schema.assessments)
    .set({ phase })
    .where(eq(schema.assessments.id, of.assessmentId));
}

async function scoreEntries(of: Round): Promise<string[]> {
  const rows = await bench.database.db
    .select({ action: schema.auditEntries.action })
    .from(schema.auditEntries)
    .where(and(eq(schema.auditEntries.scope, of.assessmentId), like(schema.auditEntries.action, 'score.%')));
  return rows.map(({ action }) => action);
}
