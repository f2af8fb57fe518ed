import type { Phase } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import {
  beginClaims,
  claimPath,
  claimsPath,
  createClaimingRound,
  enterPhase,
  type ClaimingRound,
} from '../support/claiming-round.ts';
import { pdf, post, uploadForm } from '../support/evidence-files.ts';
import { full, get, half, put, scorePath, scored } from '../support/scoring-calls.ts';
import { walkGets } from '../support/walk-gets.ts';

const bench = useBench();
let round: ClaimingRound;

beforeAll(async () => {
  round = await createClaimingRound(bench);
});

beforeEach(() => beginClaims(bench, round));

const places = (id: string) => ({ slug: '2020', unit: 'C01', indicator: 'A1-1', id });
const noEvidence = '01900000-0000-7000-8000-000000000001';

/** Not even the address of something there is tells that there is something; the other addresses are the same. */
async function expectHidden(person: Person, id: string, before: ReadonlyMap<string, string>): Promise<void> {
  const now = await walkGets(person, places(id), 'id');
  expect(now.size).toBeGreaterThan(0);
  for (const [path, answer] of now) expect(answer, path).toBe(before.get(path));
}

/** A claim with a file as its proof, handed in or not. Answers with the id of the proof. */
async function claimAll(handIn: boolean): Promise<string> {
  await put(round.liaison, claimPath('C01', 'A1-1'), scored(0, half, '自评独有的说明'));
  const { body } = await post(bench, round.liaison, {
    path: `${claimPath('C01', 'A1-1')}/evidence/files`,
    body: uploadForm({ bytes: pdf(12), name: '自评独有.pdf' }),
  });
  if (handIn) {
    const reason = '自评独有的理由';
    expect((await round.liaison.call('POST', `${claimsPath('C01')}/submission`, { reason })).status).toBe(
      200,
    );
  }
  return String(body['id']);
}

/** A score with its evidence, by rows where the phase allows no writing. Answers with the id of the evidence. */
async function scoreAll(phase: Phase): Promise<string> {
  await enterPhase(bench, round, 'scoring');
  const written = await put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, half, '评估员独有的理由'));
  expect(written.status).toBe(200);
  const link = { title: '评估员独有', url: 'https://example.com/', capturedAt: '2020-10-12T01:00:00Z' };
  const added = await round.evaluator.call('POST', `${scorePath('C01', 'A1-1')}/evidence/links`, link);
  await enterPhase(bench, round, phase);
  return ((await added.json()) as { id: string }).id;
}

describe('what evaluators do', () => {
  it.each<Phase>(['self_assessment', 'scoring', 'arbitration'])(
    'changes nothing that a liaison gets from any route, in the phase %s',
    async (phase) => {
      await claimAll(true);
      await enterPhase(bench, round, phase);
      const before = await walkGets(round.liaison, places(noEvidence));
      expect(before.get('/assessments/{slug}/self-assessments/{unit}')).toMatch(/^200\n/);
      const evidence = await scoreAll(phase);
      expect(await walkGets(round.liaison, places(noEvidence))).toEqual(before);
      await expectHidden(round.liaison, evidence, before);
    },
  );

  it('does not show in how claims are refused', async () => {
    const write = () => put(round.liaison, claimPath('C01', 'A1-1'), scored(7, full));
    const shape = ({ status, body }: Awaited<ReturnType<typeof write>>) => ({
      ...body,
      status,
      requestId: '',
    });
    const before = shape(await write());
    await scoreAll('self_assessment');
    expect(shape(await write())).toEqual(before);
  });
});

describe('claims', () => {
  const expectUnseen = async (person: Person, handIn: boolean, phase: Phase) => {
    await enterPhase(bench, round, phase);
    const before = await walkGets(person, places(noEvidence));
    await enterPhase(bench, round, 'self_assessment');
    const proof = await claimAll(handIn);
    await enterPhase(bench, round, phase);
    expect(await walkGets(person, places(noEvidence))).toEqual(before);
    await expectHidden(person, proof, before);
  };

  it('of a unit are nothing to the liaison of another, nor to leaders', async () => {
    for (const person of [round.neighbour, round.leader]) {
      await beginClaims(bench, round);
      await expectUnseen(person, true, 'scoring');
    }
  });

  it('are nothing to an evaluator while units still write', () =>
    expectUnseen(round.evaluator, true, 'self_assessment'));

  it('are nothing to an evaluator unless they were handed in', () =>
    expectUnseen(round.evaluator, false, 'scoring'));

  it('are nothing to an evaluator where the organiser does not show them', async () => {
    await beginClaims(bench, round, { claimsShown: false });
    await expectUnseen(round.evaluator, true, 'scoring');
    const beside = await get(round.evaluator, '/assessments/2020/score-sheets/C01/claims');
    expect(beside.body).toEqual({ shown: false, claims: [], submittedUnitIds: [] });
  });

  it('stand beside the evaluator’s own leaves, and no others', async () => {
    const proof = await claimAll(true);
    await enterPhase(bench, round, 'scoring');
    const { body } = await get(round.evaluator, '/assessments/2020/score-sheets/C01/claims');
    expect(body).toMatchObject({ shown: true, submittedUnitIds: [round.unitIds.C01] });
    const claims = body['claims'] as { indicator: string; marks: string | null; evidence: unknown[] }[];
    // Family A, and the bonus and veto leaves that come with it; family B is the colleague's.
    expect(claims.map(({ indicator }) => indicator)).toEqual(['A1-1', 'A1-2', 'X-1', 'V-1']);
    expect(claims[0]).toMatchObject({ marks: '2', evidence: [{ id: proof }] });
    const byIndicator = await get(round.evaluator, '/assessments/2020/indicator-sheets/A1-1/claims');
    expect(byIndicator.body).toMatchObject({ claims: [{ unitId: round.unitIds.C01, marks: '2' }] });
    const file = `/assessments/2020/evidence/${proof}/file`;
    expect((await round.evaluator.call('GET', file)).status).toBe(200);
    expect((await round.colleague.call('GET', file)).status).toBe(404);
    expect((await round.colleague.call('GET', '/assessments/2020/indicator-sheets/B-1/claims')).status).toBe(
      200,
    );
  });

  it('are seen by organisers and reviewers as they are written', async () => {
    await claimAll(false);
    for (const person of [round.organiser, round.reviewer]) {
      const { body } = await get(person, claimsPath('C01'));
      expect(body).toMatchObject({ writable: false, claims: [{ marks: '2' }, {}, {}, {}, {}] });
      const beside = await get(person, '/assessments/2020/score-sheets/C01/claims');
      expect(beside.body).toMatchObject({ shown: true, submittedUnitIds: [] });
    }
  });
});

describe('adopting proof', () => {
  it('makes it the evaluator’s evidence with one call, stored once, and leaves the unit’s where it is', async () => {
    const proof = await claimAll(true);
    await enterPhase(bench, round, 'scoring');
    await put(round.evaluator, scorePath('C01', 'A1-1'), scored(0, half, '缺两项'));
    const path = `${scorePath('C01', 'A1-1')}/evidence/copies`;
    const adopted = await round.evaluator.call('POST', path, { evidenceId: proof });
    expect(adopted.status).toBe(201);
    expect((await round.evaluator.call('POST', path, { evidenceId: proof })).status).toBe(201);
    const sheet = await get(round.evaluator, '/assessments/2020/score-sheets/C01');
    const [score] = sheet.body['scores'] as { missing: string[]; evidence: { filename: string }[] }[];
    expect(score).toMatchObject({ missing: [], evidence: [{ filename: '自评独有.pdf' }] });
    expect(score?.evidence).toHaveLength(1);
    const stored = await bench.database.db.select().from(schema.evidence);
    expect(stored.map(({ purpose }) => purpose).toSorted()).toEqual(['claim', 'score']);
    expect(new Set(stored.map(({ fileSha256 }) => fileSha256)).size).toBe(1);
    expect((await get(round.liaison, claimsPath('C01'))).body).toMatchObject({
      claims: [{ evidence: [{ id: proof }] }, {}, {}, {}, {}],
    });
  });

  it('is refused where the claim is not shown', async () => {
    const proof = await claimAll(false);
    await enterPhase(bench, round, 'scoring');
    const path = `${scorePath('C01', 'A1-1')}/evidence/copies`;
    expect((await round.evaluator.call('POST', path, { evidenceId: proof })).status).toBe(404);
  });
});
