import { appraise, screenAnswers, type AppraisalResult } from '@gongping/statistics';
import { describe, expect, it } from 'vitest';
import {
  appraisalMethod,
  people,
  screened,
  stuffing,
  valuesOf,
  type SentAnswer,
  type Sender,
} from './stuffing.fixture.ts';

/** Surveys that are tried; all figures are over them. */
const seeds = Array.from({ length: 20 }, (_, n) => n + 1);

const score = (answers: readonly SentAnswer[]): AppraisalResult =>
  appraise(
    answers.map((sent) => ({ group: sent.group, answers: valuesOf(sent) })),
    appraisalMethod,
  );

interface Outcome {
  readonly sent: number;
  readonly held: number;
  readonly wronglyHeld: number;
  readonly honest: AppraisalResult;
  readonly raw: AppraisalResult;
  readonly cleaned: AppraisalResult;
}

/** A survey in which one answer of five is false. */
function stuff(senders: readonly Exclude<Sender, 'person'>[], seed: number): Outcome {
  const honest = people(seed);
  const each = Math.round(honest.length / 4 / Math.max(1, senders.length));
  const all = [...honest, ...senders.flatMap((sender) => stuffing(sender, each, seed))];
  const signs = screenAnswers(all.map(screened), { minimumRated: appraisalMethod.minimumAnswered });
  const held = all.filter((_, n) => signs.has(String(n)));
  return {
    sent: all.length - honest.length,
    held: held.filter(({ sender }) => sender !== 'person').length,
    wronglyHeld: held.filter(({ sender }) => sender === 'person').length / honest.length,
    honest: score(honest),
    raw: score(all),
    cleaned: score(all.filter((_, n) => !signs.has(String(n)))),
  };
}

const within = ({ score: own }: AppraisalResult, { interval }: AppraisalResult): boolean =>
  own !== null && interval !== null && own >= interval.lower && own <= interval.upper;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('one answer of five is false', () => {
  it.each([
    { sender: 'burst', misled: 20 },
    { sender: 'drip', misled: 20 },
    { sender: 'copied-text', misled: 10 },
  ] as const)('$sender: found, hardly anybody else is, and the score is that of the people again', (kind) => {
    const outcomes = seeds.map((seed) => stuff([kind.sender], seed));
    expect(mean(outcomes.map(({ held, sent }) => held / sent))).toBeGreaterThanOrEqual(0.99);
    expect(mean(outcomes.map(({ wronglyHeld }) => wronglyHeld))).toBeLessThanOrEqual(0.015);
    for (const { honest, cleaned } of outcomes) expect(within(honest, cleaned)).toBe(true);
    // Before it was out of reach, if the false answers were bold enough.
    const misled = outcomes.filter(({ honest, raw }) => !within(honest, raw));
    expect(misled.length).toBeGreaterThanOrEqual(kind.misled);
  });

  it('all kinds together', () => {
    const outcomes = seeds.map((seed) => stuff(['burst', 'drip', 'copied-text'], seed));
    expect(mean(outcomes.map(({ held, sent }) => held / sent))).toBeGreaterThanOrEqual(0.99);
    expect(mean(outcomes.map(({ wronglyHeld }) => wronglyHeld))).toBeLessThanOrEqual(0.015);
    for (const { honest, cleaned, raw } of outcomes) {
      expect(within(honest, cleaned)).toBe(true);
      expect(within(honest, raw)).toBe(false);
    }
  });

  it('whoever answers differently each time at people’s pace is not found, and nobody else is held for it', () => {
    const outcomes = seeds.map((seed) => stuff(['varied-drip'], seed));
    expect(mean(outcomes.map(({ held, sent }) => held / sent))).toBeLessThan(0.1);
    expect(mean(outcomes.map(({ wronglyHeld }) => wronglyHeld))).toBeLessThanOrEqual(0.005);
  });
});

it('where all are honest hardly anybody is held', () => {
  expect(mean(seeds.map((seed) => stuff([], seed).wronglyHeld))).toBeLessThanOrEqual(0.002);
});
