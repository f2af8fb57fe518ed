import { schema } from '@gongping/db';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it, vi } from 'vitest';
import { useBench } from '../support/app.ts';
import { compiledBefore } from '../support/compiled-before.ts';
import { createRound } from '../support/round.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
const API = fileURLToPath(new URL('../support/api-process.ts', import.meta.url));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

interface Instance {
  readonly address: string;
  readonly child: ChildProcess;
}

async function start(url: string): Promise<Instance> {
  const env = { PATH: process.env['PATH'] ?? '', ...compiledBefore, DATABASE_URL: url };
  const child = spawn(process.execPath, [API], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  return { address: address.toString().trim(), child };
}

/** Sends until it is acknowledged, wherever somebody answers, with the same key. @returns the receipt */
async function answer(instances: readonly Instance[], path: string, key: string): Promise<string> {
  const body = { unit: randomInt(2) === 0 ? 'C01' : 'C04', answers: { Q1: 'A', Q3: 80, Q11: 60 } };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const instance = instances[randomInt(instances.length)];
    const response = await fetch(`${instance?.address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
      },
      body: JSON.stringify(body),
    }).catch(() => null);
    if (response === null) continue;
    // A connection that was cut in the middle of an answer tells nothing either.
    const text = await response.text().catch(() => null);
    if (text === null) continue;
    expect([200, 201], text).toContain(response.status);
    return (JSON.parse(text) as { receipt: string }).receipt;
  }
  throw new Error('Nobody acknowledged the answer.');
}

it('three processes, one of them killed again and again: every acknowledged answer is there once', async () => {
  bench.clock.now = new Date();
  const round = await createRound(bench, {
    units: ['C01', 'C04'],
    settings: { phaseDates: { survey: { start: '2020-01-01', end: '2999-12-31' } } },
  });
  const url = bench.database.pool.options.connectionString ?? '';
  const instances = await Promise.all([start(url), start(url), start(url)]);
  const path = `/api/v1/public/surveys/${round.slug}/responses`;

  const receipts = new Map<string, string>();
  let killing = true;
  // What is still answered while an instance starts: more would prove the same again.
  let enough = Infinity;
  let started: Promise<Instance> | undefined;
  const client = async (): Promise<void> => {
    while (killing) {
      if (receipts.size >= enough) await started;
      const key = randomUUID();
      receipts.set(key, await answer(instances, path, key));
    }
  };
  const killer = async (): Promise<void> => {
    for (const victim of [0, 1, 2, 0]) {
      const before = receipts.size;
      // Only while answers are under way.
      while (receipts.size < before + 20) await new Promise(setImmediate);
      const old = instances[victim];
      if (old) {
        const gone = once(old.child, 'exit');
        old.child.kill('SIGKILL');
        await gone;
      }
      enough = receipts.size + 100;
      started = start(url);
      instances[victim] = await started;
      enough = Infinity;
    }
    killing = false;
  };
  await Promise.all([killer(), ...Array.from({ length: 8 }, client)]);

  expect(receipts.size).toBeGreaterThan(100);
  const rows = await bench.database.db
    .select({ receipt: schema.surveyResponses.receipt })
    .from(schema.surveyResponses);
  expect(rows.map(({ receipt }) => receipt).toSorted()).toEqual([...receipts.values()].toSorted());
  expect(new Set(receipts.values()).size).toBe(receipts.size);
});
