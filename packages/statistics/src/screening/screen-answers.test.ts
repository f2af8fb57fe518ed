import { expect, it } from 'vitest';
import { burstsOf } from './burst.ts';
import { comparableText } from './repeats.ts';
import { screenAnswers } from './screen-answers.ts';
import type { ScreenedAnswer } from './screened-answer.ts';
import { poissonTail, unusualFrom } from './unusual.ts';

const plain = { minute: 0, origin: null, rated: 9, level: null, texts: [] };

/** People who differ in what they say, one every two hours. */
const people: readonly ScreenedAnswer[] = Array.from({ length: 60 }, (_, n) => ({
  ...plain,
  id: `p${n}`,
  minute: n * 120 + 7,
  origin: `o${n}`,
  ratings: String((n * 7919) % 1000),
  profile: ['ABC'[n % 3] ?? '', 'wnp'[n % 2] ?? ''],
}));
const one = (id: string, more: Partial<ScreenedAnswer>): ScreenedAnswer => ({
  ...plain,
  id,
  minute: 100_000 + 200 * id.length + Number(id.slice(1)) * 300,
  ratings: `r${id}`,
  profile: ['A', 'w'],
  ...more,
});
const times = (count: number, of: (n: number) => Partial<ScreenedAnswer>) =>
  Array.from({ length: count }, (_, n) => one(`x${n}`, of(n)));
const screen = (more: readonly ScreenedAnswer[]) => screenAnswers([...people, ...more], { minimumRated: 5 });
const signsOf = (more: readonly ScreenedAnswer[]) => {
  const found = screen(more);
  return more.map(({ id }) => [...(found.get(id) ?? [])].join(' '));
};

it('finds nothing among people', () => {
  expect(screenAnswers(people, { minimumRated: 5 }).size).toBe(0);
  expect(screenAnswers([], { minimumRated: 5 }).size).toBe(0);
});

it('knows the tail of a Poisson variable', () => {
  // P(X ≥ 3 | 1) = 1 − e⁻¹(1 + 1 + 1/2) = 0.080301…
  expect(poissonTail(3, 1)).toBeCloseTo(0.0803013970713942, 15);
  // P(X ≥ 7 | 0.5) = 0.5⁷e^−0.5 ÷ 7!·(1 + 0.5/8 + 0.5²/72 + …) = 1.00238e−6: one that comes as often is no rarity yet.
  expect(poissonTail(7, 0.5)).toBeCloseTo(1.00238e-6, 11);
  expect(poissonTail(1000, 500)).toBeGreaterThan(0);
  expect(poissonTail(1, 0)).toBe(0);
  // One an hour is a sixth in ten minutes, three times that is 0.5: from eight on.
  expect(unusualFrom(1 / 6)).toBe(8);
});

it('a burst is eight in ten minutes where one an hour is usual, and seven is none', () => {
  const eight = times(8, (n) => ({ minute: 50_000 + n }));
  expect(signsOf(eight)).toEqual(eight.map(() => 'burst'));
  expect(signsOf(eight.slice(1))).toEqual(eight.slice(1).map(() => ''));
  // The ninth comes when the first has left the window: still eight within ten minutes.
  const nine = times(9, (n) => ({ minute: 50_000 + (n * 10) / 8 }));
  expect(signsOf(nine)).toEqual(nine.map(() => 'burst'));
  const slower = times(9, (n) => ({ minute: 50_000 + n * 2 }));
  expect(signsOf(slower)).toEqual(slower.map(() => ''));
});

it('is measured by the usual hour: what a busy unit gets is no burst', () => {
  const busy = Array.from({ length: 2000 }, (_, n) => ({ minute: n / 2 }));
  expect(burstsOf(busy, { window: 10, spell: 60 })).toEqual([]);
  const more = Array.from({ length: 200 }, (_, n) => ({ minute: 500 + n / 20 }));
  expect(burstsOf([...busy, ...more], { window: 10, spell: 60 }).length).toBeGreaterThanOrEqual(200);
});

it('five answers from one origin are too many, and four are not', () => {
  const same = times(5, () => ({ origin: 'one' }));
  expect(signsOf(same)).toEqual(same.map(() => 'same-origin'));
  expect(signsOf(same.slice(1))).toEqual(['', '', '', '']);
  expect(signsOf(times(9, () => ({ origin: null })))).toEqual(times(9, () => ({})).map(() => ''));
});

it('words are compared without width, case, space and punctuation, from twelve characters on', () => {
  const text = '网站打不开，请尽快修好它吧！';
  expect(comparableText(text)).toBe('网站打不开请尽快修好它吧');
  expect(comparableText('网站打不开，请尽快修好它！')).toBeNull();
  expect(comparableText('ＡＢＣ def 123-456')).toBe('abcdef123456');
  expect(comparableText('。'.repeat(40))).toBeNull();
});

it('the same words four times are copied, and three times are not', () => {
  const copied = times(4, () => ({ texts: ['网站打不开请尽快修好它吧'] }));
  expect(signsOf(copied)).toEqual(copied.map(() => 'copied-text'));
  expect(signsOf(copied.slice(1))).toEqual(['', '', '']);
});

it('the same ratings prove nothing, the same of everything does', () => {
  const profiles = ['A w', 'A n', 'B w', 'B n', 'C w', 'C n'];
  const pleased = times(30, (n) => ({ ratings: 'best', profile: (profiles[n % 6] ?? '').split(' ') }));
  expect(signsOf(pleased)).toEqual(pleased.map(() => ''));
  // A in a third of the others, w in half: of 8 alike 8·(21/63)·(31/62)·3 = 4 are nothing to ask about.
  const few = times(8, () => ({ ratings: 'best' }));
  expect(new Set(signsOf(few))).toEqual(new Set(['']));
  const many = times(40, () => ({ ratings: 'best' }));
  expect(signsOf(many)).toEqual(many.map(() => ''));
  // Where a profile is rarer (a fifth by a third and less), the same number is.
  const rare = times(12, () => ({ ratings: 'best', profile: ['E', 'w+n+p'] }));
  expect(signsOf(rare)).toEqual(rare.map(() => 'same-answers'));
  const unrated = times(12, () => ({ ratings: 'none', profile: ['E', 'w+n+p'], rated: 4 }));
  expect(signsOf(unrated)).toEqual(unrated.map(() => ''));
});

it('the same level throughout counts where far more than usual come in a day', () => {
  const straight = (n: number) => ({ level: '5', ratings: 's', profile: [String(n % 6), String(n % 5)] });
  const usual = times(30, (n) => ({ ...straight(n), minute: n * 1440 }));
  expect(new Set(signsOf(usual))).toEqual(new Set(['']));
  const day = times(18, (n) => ({ ...straight(n), id: `y${n}`, minute: 40_000 + 37 * n }));
  const found = screen([...usual, ...day]);
  expect(day.every(({ id }) => found.get(id)?.has('straight-line'))).toBe(true);
  const other = day.map((answer, n) => ({ ...answer, level: String(n % 4) }));
  const apart = screen([...usual, ...other]);
  expect(other.filter(({ id }) => apart.get(id)?.has('straight-line'))).toEqual([]);
});
