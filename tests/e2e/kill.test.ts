import type {
  Score,
  scoreHistory,
  SheetList,
  surveyReceipt,
  SurveyView,
  UnitSheet,
} from '@gongping/contracts';
import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { startProduct } from '../support/server.ts';
import { client, signedIn, type Client } from './support/client.ts';

/** The year of the demonstration that is being scored and answered. */
const round = '/assessments/2021';
const survey = '/public/surveys/2021/responses';

interface Cell {
  unit: string;
  indicator: string;
  /** As the product began with. */
  before: Score;
}

// Two starts of a whole product, on a machine that runs another file's tests beside.
test.setTimeout(300_000);

test('kill -9 between scores and answers loses nothing that was acknowledged', async () => {
  // Everybody answers from an address of their own, as a proxy tells it: one address may send a score of answers.
  const env = { TRUSTED_PROXIES: '127.0.0.1' };
  const first = await startProduct({ env });
  const { dataDir } = first;
  const { cells, answers, entries } = await startingPoint(first.url);
  const evaluator = await signedIn(first.url, 'demo-evaluator1');
  const citizen = client(first.url);

  const written: Score[] = [];
  const receipts = new Map<string, string>();
  const [steady, hurried] = [cells.slice(0, 16), cells.slice(16, 22)];
  for (const [index, cell] of steady.entries()) {
    const [score, answer] = await Promise.all([
      writeTwice(evaluator, cell),
      submit(citizen, `steady-${index}`, index),
    ]);
    written.push(score);
    receipts.set(answer.key, answer.receipt);
  }
  // Several are under way when the power goes: as soon as one score and one answer have been acknowledged.
  const scores = hurried.map((cell) => notApplicable(evaluator, cell));
  const submissions = hurried.map((_, index) => submit(citizen, `hurried-${index}`, index));
  await Promise.all([Promise.any(scores), Promise.any(submissions)]);
  await first.kill();
  for (const score of await Promise.allSettled(scores)) {
    if (score.status === 'fulfilled') written.push(score.value);
  }
  for (const answer of await Promise.allSettled(submissions)) {
    if (answer.status === 'fulfilled') receipts.set(answer.value.key, answer.value.receipt);
  }

  const second = await startProduct({ dataDir, env });
  try {
    const { url } = second;
    const again = await signedIn(url, 'demo-evaluator1');
    let appended = 0;
    for (const cell of [...steady, ...hurried]) {
      const now = await readCell(again, cell);
      const acknowledged = written.find(
        ({ unitId, indicator }) => unitId === now.unitId && indicator === now.indicator,
      );
      if (acknowledged) expect(now).toEqual(acknowledged);
      // Under way, and never acknowledged: there altogether or not at all.
      else if (now.revision === cell.before.revision) expect(now).toEqual(cell.before);
      else expect(now).toMatchObject({ state: 'not_applicable', revision: cell.before.revision + 1 });
      appended += now.revision - cell.before.revision;
      expect(await historyLength(again, cell)).toBe(now.revision);
    }
    const organiser = await signedIn(url, 'demo-organiser');
    expect(await organiser.read(`${round}/audit/verification`)).toEqual({
      entries: entries + appended,
      brokenAt: null,
    });

    for (const [key, receipt] of receipts) {
      expect(await submit(client(url), key, number(key))).toEqual({ key, receipt, status: 200 });
    }
    for (const [index] of hurried.entries()) await submit(client(url), `hurried-${index}`, index);
    const after = await organiser.read<SurveyView>(`${round}/survey`);
    expect(after.responses).toBe(answers + steady.length + hurried.length);

    const [cell] = steady;
    if (!cell) throw new Error('no cell was written');
    const { revision } = await readCell(again, cell);
    const stale = await again.request(asNotApplicable(cell, revision - 1, '迟到的写入'));
    expect(stale.status).toBe(409);
    expect(await again.ask(asNotApplicable(cell, revision, '恢复后的写入'))).toMatchObject({
      revision: revision + 1,
    });
  } finally {
    await second.remove();
  }
});

test('a second process on the same folder says who holds it and ends', async () => {
  const first = await startProduct();
  try {
    const lock = JSON.parse(await readFile(join(first.dataDir, 'gongping.lock'), 'utf8')) as { pid: number };
    const refusal = await startProduct({ dataDir: first.dataDir }).then(
      async (second) => {
        await second.stop();
        throw new Error('two processes opened one folder');
      },
      (error: unknown) => String(error),
    );
    expect(refusal).toContain('ended with code 2');
    expect(refusal).toContain(`数据目录 ${first.dataDir} 正被另一进程使用（进程号 ${lock.pid}`);
    expect(refusal).toContain(`in use by process ${lock.pid}`);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  } finally {
    await first.remove();
  }
});

/** Cells of the evaluator in every unit assigned, and what was there before the test. */
async function startingPoint(url: string) {
  const organiser = await signedIn(url, 'demo-organiser');
  const evaluator = await signedIn(url, 'demo-evaluator1');
  const { sheets } = await evaluator.read<SheetList>(`${round}/score-sheets`);
  const cells: Cell[] = [];
  for (const { unit } of sheets.filter(({ writable }) => writable).slice(0, 2)) {
    const { scores } = await evaluator.read<UnitSheet>(`${round}/score-sheets/${unit.code}`);
    for (const before of scores) cells.push({ unit: unit.code, indicator: before.indicator, before });
  }
  const { responses: answers } = await organiser.read<SurveyView>(`${round}/survey`);
  const { entries } = await organiser.read<{ entries: number }>(`${round}/audit/verification`);
  return { cells, answers, entries };
}

function asNotApplicable(cell: Cell, expectedRevision: number, reason: string) {
  const path = `${round}/score-sheets/${cell.unit}/scores/${cell.indicator}`;
  const body = { expectedRevision, state: 'not_applicable', input: null, reason };
  return { method: 'PUT', path, body } as const;
}

async function notApplicable(evaluator: Client, cell: Cell): Promise<Score> {
  return evaluator.ask(asNotApplicable(cell, cell.before.revision, '停电前的写入'));
}

async function writeTwice(evaluator: Client, cell: Cell): Promise<Score> {
  const { revision } = await notApplicable(evaluator, cell);
  return evaluator.ask(asNotApplicable(cell, revision, '停电前的改写'));
}

async function submit(citizen: Client, key: string, index: number) {
  const scale = Object.fromEntries([3, 4, 5, 6, 7, 8, 9, 10, 11].map((at) => [`Q${at}`, 80]));
  const response = await citizen.request({
    method: 'POST',
    path: survey,
    body: { unit: 'C04', answers: { Q1: 'A', ...scale, Q12: `第 ${index} 份` } },
    headers: {
      'idempotency-key': key,
      'x-forwarded-for': `10.2.${key.startsWith('steady') ? 0 : 1}.${index + 1}`,
    },
  });
  const text = await response.text();
  expect([200, 201], text).toContain(response.status);
  const { receipt } = JSON.parse(text) as z.infer<typeof surveyReceipt>;
  return { key, receipt, status: response.status };
}

async function readCell(evaluator: Client, { unit, indicator }: Cell): Promise<Score> {
  const { scores } = await evaluator.read<UnitSheet>(`${round}/score-sheets/${unit}`);
  const found = scores.find((score) => score.indicator === indicator);
  if (!found) throw new Error(`${unit} has no ${indicator}`);
  return found;
}

async function historyLength(evaluator: Client, { unit, indicator }: Cell): Promise<number> {
  const path = `${round}/score-sheets/${unit}/scores/${indicator}/history`;
  return (await evaluator.read<z.infer<typeof scoreHistory>>(path)).entries.length;
}

function number(key: string): number {
  return Number(key.slice(key.indexOf('-') + 1));
}
