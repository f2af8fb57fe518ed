import { questionnaire } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { checkAnswers, patternCode } from '@gongping/questionnaire';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { useBench } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { createRound, type Round } from '../support/round.ts';
import { useServed } from '../support/served.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
const served = useServed(bench);
let round: Round;
beforeAll(async () => {
  round = await createRound(bench, { units: ['C01', 'C04'] });
});

/** The embedded database stores one after the other. */
const times = onPostgres() ? 5000 : 500;
/** Bodies that are sent at once. */
const together = 10;
const seed = 20201012;

const good = {
  unit: 'C01',
  answers: {
    Q1: 'A',
    Q2: ['website', 'phone'],
    Q3: 80,
    Q4: 'very-satisfied',
    Q8: 'dont-know',
    Q12: '更及时',
  },
};
const codes = fc.constantFrom('Q1', 'Q2', 'Q3', 'Q11', 'Q12', 'Q13', '__proto__', 'constructor', '');
const options = fc.constantFrom('A', 'F', 'website', 'satisfied', 'dont-know', 80, 30, -1, '80', '');
const anything = fc.anything({ maxDepth: 1, maxKeys: 3 });
const value = fc.oneof(
  options,
  fc.array(options, { maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  anything,
);

/** Mostly what may be answered, sometimes anything. */
const mostly = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 12, arbitrary }, value);
const rarely = (arbitrary: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, arbitrary);
const answers = fc.record(
  {
    Q1: mostly(fc.constantFrom('A', 'B', 'F')),
    Q2: mostly(fc.uniqueArray(fc.constantFrom('website', 'phone', 'none'), { minLength: 1 })),
    Q3: mostly(fc.constantFrom(100, 80, 'satisfied', 'dont-know')),
    Q12: mostly(fc.string({ unit: 'grapheme', maxLength: 30 })),
  },
  { requiredKeys: ['Q1'] },
);

/** Bodies that are nearly right: the shape of a submission with parts of it replaced. */
const nearly = fc.record(
  {
    unit: mostly(fc.constantFrom('C01', 'C04')),
    answers: fc.oneof({ weight: 8, arbitrary: answers }, fc.dictionary(codes, value), anything),
    token: rarely(fc.string()),
    channel: rarely(fc.constantFrom('open', 'paper', 'deputies', '../open')),
    stamp: fc.oneof(
      fc.constant(undefined),
      fc.string(),
      fc.constant('5f83b0a0.AAAAAAAAAAAA.AAAAAAAAAAAAAAAA'),
    ),
    proof: fc.oneof(
      fc.constant(undefined),
      fc.base64String(),
      fc.json().map((text) => btoa(encodeURI(text))),
    ),
    homepage: fc.oneof(fc.constant(undefined), fc.string()),
  },
  { requiredKeys: [] },
);

/** By the network, as the public sends: what serves the answers is what is tried. */
const send = (body: string | Uint8Array<ArrayBuffer>) =>
  fetch(`${served()}/api/v1/public/surveys/${round.slug}/responses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

/** JSON as it would be sent; what JSON has no words for is left out. */
const written = (body: unknown): string => {
  try {
    return (
      JSON.stringify(body, (_key, member: unknown) =>
        typeof member === 'bigint' ? String(member) : member,
      ) ?? ''
    );
  } catch {
    return '';
  }
};

async function expectOnlyAllowed(): Promise<void> {
  const [survey] = await bench.database.db
    .select()
    .from(schema.surveys)
    .where(eq(schema.surveys.assessmentId, round.assessmentId));
  const asked = questionnaire.parse(survey?.questionnaire);
  const { encode } = patternCode(asked);
  const rows = await bench.database.db.select().from(schema.surveyResponses);
  expect(rows.length).toBeGreaterThan(0);
  for (const { answers, pattern, unitId, channel } of rows) {
    expect(checkAnswers(asked, answers)).toEqual({ answers, problems: [] });
    expect(pattern).toBe(encode(answers));
    expect(round.units.map(({ id }) => id)).toContain(unitId);
    expect(channel).toBe('open');
  }
}

it('bodies that are nearly right: never a 500, and nothing stored that is not asked', async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(nearly, { minLength: together, maxLength: together }), async (bodies) => {
      const responses = await Promise.all(bodies.map((body) => send(written(body))));
      for (const response of responses) {
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        expect(response.status, await response.text()).toBeLessThan(500);
      }
    }),
    { numRuns: times / together, seed },
  );
  // It is worth something only where answers are taken as well as refused.
  expect(statuses.get(201)).toBeGreaterThan(times / 10);
  expect(statuses.get(422)).toBeGreaterThan(times / 10);
  await expectOnlyAllowed();
});

it('bytes of a good body changed at random: the same', async () => {
  const bytes = Buffer.from(JSON.stringify(good));
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.constantFrom('set', 'insert', 'delete'));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const spoiled = [...bytes];
      for (const [at, byte, how] of changes)
        spoiled.splice(at, how === 'insert' ? 0 : 1, ...(how === 'delete' ? [] : [byte]));
      const response = await send(Uint8Array.from(spoiled));
      expect(response.status, await response.text()).toBeLessThan(500);
    }),
    { numRuns: times, seed },
  );
  await expectOnlyAllowed();
});

it.each([
  ['deeply nested', `{"unit":"C01","answers":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ['a huge number', '{"unit":"C01","answers":{"Q3":1e999}}'],
  ['a key twice', '{"unit":"C01","unit":"C04","answers":{"Q1":"A","Q1":"B"}}'],
  ['a prototype', '{"unit":"C01","answers":{"__proto__":{"Q1":"A"}}}'],
  ['half of a pair', '{"unit":"C01","answers":{"Q1":"A","Q12":"\\ud800"}}'],
  ['a zero byte', '{"unit":"C01","answers":{"Q1":"A","Q12":"\\u0000"}}'],
])('%s: no 500', async (_name, body) => {
  expect((await send(body)).status).toBeLessThan(500);
});

it('more than 64 KB is refused', async () => {
  const body = JSON.stringify({ ...good, homepage: 'x'.repeat(70_000) });
  expect((await send(body)).status).toBe(413);
});
