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
export function makeRequests(ground: Ground, count: number): Buffer[][] {
  return Array.from({ length: count }, () => [makeAnswer(ground, somebody(), pick(ground.units))]);
}

/** What a browser sends of them: the page is looked at, then the answer is sent. */
export function makeVisits(ground: Ground, count: number): Buffer[][] {
  return Array.from({ length: count }, () => {
    const [person, unit] = [somebody(), pick(ground.units)];
    const head = [
      `GET /s/${ground.slug}/${unit} HTTP/1.1`,
      ...person,
      'accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-encoding: gzip, deflate, br',
      'sec-fetch-site: none',
    ];
    const page = Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
    return [page, makeAnswer(ground, person, unit)];
  });
}

/** Headers of a browser, and an address of its own. */
const somebody = (): string[] => [
  'host: 127.0.0.1',
  'user-agent: Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36',
  'accept-language: zh-CN,zh;q=0.9',
  `x-forwarded-for: ${[randomInt(1, 224), randomInt(256), randomInt(256), randomInt(256)].join('.')}`,
];

function makeAnswer(
  { slug, questionnaire, dayKey, pageAt }: Ground,
  person: readonly string[],
  unit: string,
): Buffer {
  const stamp = newStamp(dayKey, { slug, now: pageAt });
  const body = JSON.stringify({
    unit,
    answers: someAnswers(questionnaire),
    stamp,
    proof: proofOf(dayKey, stamp),
  });
  const head = [
    `POST /api/v1/public/surveys/${slug}/responses HTTP/1.1`,
    ...person,
    'content-type: application/json',
    'sec-fetch-site: same-origin',
    `idempotency-key: ${randomUUID()}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function proofOf(key: Buffer, stamp: string): string {
  const salt = `${stamp}&`;
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
