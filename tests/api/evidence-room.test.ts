import { evidenceLimits } from '@gongping/api';
import { schema } from '@gongping/db';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { clearEvidence, pdf, post, uploadForm } from '../support/evidence-files.ts';
import { scorePath } from '../support/scoring-calls.ts';
import { createScoringRound, type ScoringRound } from '../support/scoring-round.ts';

const megabyte = 1024 * 1024;
const bench = useBench({ evidenceLimits: evidenceLimits({ unit: 2, assessment: 3 }) });
let round: ScoringRound;
const cell = (unit: string, indicator: string) => `${scorePath(unit, indicator)}/evidence`;

/** A file of so many bytes, of its own content for each letter. */
const file = (size: number, letter: string) => {
  const bytes = pdf(size - pdf().length);
  bytes.write(letter, bytes.length - 1);
  return bytes;
};
const upload = (person: Person, path: string, bytes: Buffer<ArrayBuffer>) =>
  post(bench, person, { path: `${path}/files`, body: uploadForm({ bytes }) });

beforeAll(async () => {
  round = await createScoringRound(bench);
});
beforeEach(() => clearEvidence(bench.database.db));

describe('room for evidence', () => {
  it('takes what a unit has room for, to the byte, and refuses one more in a sentence', async () => {
    expect((await upload(round.evaluator, cell('C01', 'A1-1'), file(megabyte, 'a'))).status).toBe(201);
    const { status, body } = await upload(round.evaluator, cell('C01', 'A1-2'), file(megabyte + 1, 'b'));
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'evidence-full' });
    expect(body['detail']).toBe(
      '一个单位的佐证文件合计不能超过 2 MB，已存 1 MB，放不下这个 1.1 MB 的文件（已移除的文件留作审计，也计入）。请压缩文件、改用链接，或请管理员调高上限。',
    );
    expect(await bench.database.db.$count(schema.files)).toBe(1);
    expect((await upload(round.evaluator, cell('C01', 'A1-2'), file(megabyte, 'b'))).status).toBe(201);
  });

  it('has a limit for the whole assessment besides', async () => {
    await upload(round.evaluator, cell('C01', 'A1-1'), file(2 * megabyte, 'a'));
    expect((await upload(round.evaluator, cell('C02', 'A1-1'), file(megabyte + 1, 'b'))).body).toMatchObject({
      code: 'evidence-full',
      detail: expect.stringContaining('本次评估') as string,
    });
    expect((await upload(round.evaluator, cell('C02', 'A1-1'), file(megabyte, 'b'))).status).toBe(201);
  });

  it('counts a file once however often it is used, and a removed one still', async () => {
    const same = file(2 * megabyte, 'a');
    const first = await upload(round.evaluator, cell('C01', 'A1-1'), same);
    expect((await upload(round.evaluator, cell('C01', 'A1-2'), same)).status).toBe(201);
    const path = `/assessments/2020/evidence/${String(first.body['id'])}`;
    expect((await round.evaluator.call('DELETE', path)).status).toBe(204);
    expect((await upload(round.evaluator, cell('C01', 'A1-2'), file(1000, 'b'))).status).toBe(409);
    // Links take no room.
    const link = { title: '首页', url: 'https://example.gov.cn/', capturedAt: '2020-10-12T01:00:00Z' };
    expect((await round.evaluator.call('POST', `${cell('C01', 'A1-1')}/links`, link)).status).toBe(201);
  });

  test.skipIf(!onPostgres())(
    'lets only one of two in that come at the same moment (the embedded database has one connection)',
    async () => {
      const both = await Promise.all([
        upload(round.evaluator, cell('C01', 'A1-1'), file(1.5 * megabyte, 'a')),
        upload(round.colleague, cell('C01', 'B-1'), file(1.5 * megabyte, 'b')),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await bench.database.db.$count(schema.files)).toBe(1);
    },
  );
});

describe('one piece for several leaves', () => {
  it('stays with the others when it is taken off one', async () => {
    const first = await upload(round.evaluator, cell('C01', 'A1-1'), file(1000, 'a'));
    const copied = await round.evaluator.call('POST', `${cell('C01', 'A1-2')}/copies`, {
      evidenceId: first.body['id'],
    });
    expect(copied.status).toBe(201);
    const copy = (await copied.json()) as Record<string, unknown>;
    expect(copy).toMatchObject({ sha256: first.body['sha256'], capturedAt: first.body['capturedAt'] });
    expect(await bench.database.db.$count(schema.files)).toBe(1);
    const path = (id: unknown) => `/assessments/2020/evidence/${String(id)}`;
    expect((await round.evaluator.call('DELETE', path(first.body['id']))).status).toBe(204);
    const kept = await round.evaluator.call('GET', `${path(copy['id'])}/file`);
    expect(kept.status).toBe(200);
    expect((await kept.arrayBuffer()).byteLength).toBe(1000);
    const sheet = await round.evaluator.call('GET', '/assessments/2020/score-sheets/C01');
    expect(await sheet.json()).toMatchObject({
      scores: [
        { indicator: 'A1-1', evidence: [] },
        { indicator: 'A1-2', evidence: [{ id: copy['id'] }] },
        {},
        {},
      ],
    });
  });
});
