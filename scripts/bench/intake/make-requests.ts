import type { Questionnaire } from '@gongping/contracts';
import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { newStamp } from '../../../apps/api/src/features/responses/stamp.ts';

/** What a page would have been given: the bench has the key of the day and need not search. */
export interface Ground {
  readonly slug: string;
  readonly units: readonly string[];
  readonly questionnaire: Questionnaire;
  readonly dayKey: Buffer;
  /** When the pages were given out: long enough ago for somebody to have read them. */
  readonly pageAt: Date;
}

/** Whole HTTP requests of many people, each from an address and a browser of its own, with stamp and proof. */
export function makeRequests(ground: Ground, count: number): Buffer[] {
  return Array.from({ length: count }, () => makeRequest(ground));
}

function makeRequest({ slug, units, questionnaire, dayKey, pageAt }: Ground): Buffer {
  const stamp = newStamp(dayKey, { slug, now: pageAt });
  const body = JSON.stringify({
    unit: pick(units),
    answers: someAnswers(questionnaire),
    stamp,
    proof: proofOf(dayKey, stamp),
  });
  const head = [
    `POST /api/v1/public/surveys/${slug}/responses HTTP/1.1`,
    'host: 127.0.0.1',
    'user-agent: Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36',
    'accept-language: zh-CN,zh;q=0.9',
    'content-type: application/json',
    'sec-fetch-site: same-origin',
    `x-forwarded-for: ${[randomInt(1, 224), randomInt(256), randomInt(256), randomInt(256)].join('.')}`,
    `idempotency-key: ${randomUUID()}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function proofOf(key: Buffer, salt: string): string {
  const number = randomInt(50_000);
  const challenge = createHash('sha256').update(`${salt}${number}`).digest('hex');
  const signature = createHmac('sha256', key).update(challenge).digest('hex');
  const proof = { algorithm: 'SHA-256', challenge, number, salt, signature, took: 400 };
  return Buffer.from(JSON.stringify(proof)).toString('base64');
}

function someAnswers({ questions }: Questionnaire): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const { code, kind, options } of questions) {
    if (kind === 'single' || kind === 'scale') answers[code] = pick(options).code;
    if (kind === 'multiple') answers[code] = options.filter(() => randomInt(3) === 0).map((one) => one.code);
    // One in ten says something in words.
    if (kind === 'text' && randomInt(10) === 0)
      answers[code] = `希望公开得更及时，${randomBytes(6).toString('hex')}`;
  }
  return answers;
}

function pick<T>(from: readonly T[]): T {
  const one = from[randomInt(from.length)];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
}
