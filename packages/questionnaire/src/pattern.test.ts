import fc from 'fast-check';
import { expect, it } from 'vitest';
import { example } from './example.fixture.ts';
import { patternCode, readPlace } from './pattern.ts';

const code = patternCode(example);

it('has a character for each closed answer, `-` where there is none', () => {
  // Q1, Q2 (three options: bits 1 and 2 of web and hall), Q3, Q4.web, Q4.hall.
  expect(code.encode({ Q1: 'B', Q2: ['web', 'hall'], Q3: 'dont-know', 'Q4.hall': 'poor', Q6: '好' })).toBe(
    '133-2',
  );
  expect(code.encode({})).toBe('-----');
  expect(code.width).toBe(5);
});

it('takes two characters for seven options of a multiple choice', () => {
  const options = Array.from({ length: 7 }, (_, n) => ({
    ...example.questions[1].options[0],
    code: `o${n}`,
  }));
  const wide = patternCode({ questions: [{ ...example.questions[1], options }] });
  // Bits 1 + 32 = 33 is X; the seventh is bit 1 of the second character.
  expect(wide.encode({ Q2: ['o0', 'o5', 'o6'] })).toBe('X1');
});

it('tells every answer again, wherever it stands among others', () => {
  const pick = (options: readonly { code: string }[]) =>
    fc.option(fc.constantFrom(...options.map((one) => one.code)), { nil: undefined });
  const someAnswers = fc.record({
    Q1: pick(example.questions[0].options),
    Q2: fc.option(fc.subarray(['web', 'hall', 'never'], { minLength: 1 }), { nil: undefined }),
    Q3: pick(example.questions[2].options),
    'Q4.web': pick(example.questions[3].options),
  });
  fc.assert(
    fc.property(fc.array(someAnswers, { maxLength: 4 }), (many) => {
      const given = many.map((one) =>
        Object.fromEntries(Object.entries(one).flatMap(([key, value]) => (value ? [[key, value]] : []))),
      );
      const text = given.map(code.encode).join('');
      for (const [at, answers] of given.entries()) {
        for (const place of code.places) {
          const { item } = place;
          const start = at * code.width;
          const answer = answers[item.code];
          const read = readPlace(text, start, place);
          const told =
            item.kind === 'multiple'
              ? item.options.filter((_, n) => read >= 0 && (read >> n) & 1).map((one) => one.code)
              : item.options[read]?.code;
          const wanted =
            item.kind === 'multiple'
              ? item.options.map((one) => one.code).filter((one) => answer?.includes(one))
              : answer;
          expect(told).toEqual(wanted);
        }
      }
    }),
  );
});
