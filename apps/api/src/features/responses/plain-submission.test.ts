import { surveySubmission } from '@gongping/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlainSubmission } from './plain-submission.ts';

const good = {
  unit: 'C01',
  answers: { Q1: 'A', Q2: ['website', 'phone'], Q3: 80, Q12: '更及时，谢谢。' },
  stamp: '5f83b0a0.AAAAAAAAAAAA.AAAAAAAAAAAAAAAA',
  proof: 'e30=',
};

it('knows what people send', () => {
  expect(isPlainSubmission(good)).toBe(true);
  expect(isPlainSubmission({ unit: 'C01', answers: {} })).toBe(true);
});

it.each([
  ['nothing', null],
  ['a list', []],
  ['no unit', { answers: {} }],
  ['an empty unit', { ...good, unit: '' }],
  ['a unit of 33 letters', { ...good, unit: 'C'.repeat(33) }],
  ['no answers', { unit: 'C01' }],
  ['a list of answers', { ...good, answers: [] }],
  ['a member that is unknown', { ...good, more: '' }],
  ['a channel, whose code has rules of its own', { ...good, channel: 'tablet' }],
  ['a control character', { ...good, answers: { Q12: 'a\u0000' } }],
  ['half of a pair', { ...good, answers: { Q12: '\ud800' } }],
  ['51 options', { ...good, answers: { Q2: Array.from({ length: 51 }, () => 'a') } }],
  ['a prototype', JSON.parse('{"unit":"C01","answers":{"__proto__":{"Q1":"A"}}}')],
])('leaves %s to the schema', (_what, body: unknown) => {
  expect(isPlainSubmission(body)).toBe(false);
});

it('takes nothing that the schema does not take just so', () => {
  const text = fc.string({ unit: 'binary', maxLength: 70 });
  const value = fc.oneof(
    text,
    fc.constantFrom('A', 'x'.repeat(64), 'x'.repeat(65), '\u0085', '\n', '\ud800'),
    fc.double(),
    fc.array(fc.oneof(text, fc.constantFrom('x'.repeat(64), 'x'.repeat(65))), { maxLength: 60 }),
    fc.anything({ maxDepth: 1 }),
  );
  const code = fc.constantFrom('Q1', 'Q12', 'x'.repeat(65), 'x'.repeat(66), '__proto__', '');
  const answers = fc.dictionary(code, value, { maxKeys: 3 });
  const name = fc.constantFrom('unit', 'stamp', 'token', 'homepage', 'channel', 'more');
  const changes = fc.dictionary(name, value, { maxKeys: 1 });
  const bodies = fc
    .tuple(answers, changes)
    .map(([given, changed]): object => ({ ...good, answers: given, ...changed }));
  let plain = 0;
  fc.assert(
    fc.property(bodies, (body) => {
      if (!isPlainSubmission(body)) return;
      plain += 1;
      expect(surveySubmission.parse(body)).toEqual(body);
    }),
    { numRuns: 3000, seed: 20201012 },
  );
  expect(plain).toBeGreaterThan(100);
});
