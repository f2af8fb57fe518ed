import { generateDemonstration, indicatorSystem2020, leadTasks2020 } from '@gongping/templates';
import { questionnaire2020, units2020 } from '@gongping/templates';
import { createHash } from 'node:crypto';

/** Who sends an answer. */
export type Sender = 'person' | 'burst' | 'drip' | 'copied-text' | 'token-guessing';

export interface Sending {
  readonly sender: Sender;
  /** Minutes after the survey has opened. */
  readonly minute: number;
  readonly browser: string;
  readonly body: {
    readonly unit: string;
    readonly answers: Record<string, unknown>;
    readonly token?: string;
  };
}

const opens = Date.UTC(2020, 10, 1) / 60_000;
const levels = questionnaire2020.questions.filter(({ kind }) => kind === 'scale').map(({ code }) => code);
const best = Object.fromEntries(levels.map((code) => [code, 100]));

/** A number below 1 that depends on its keys alone. */
const draw = (...keys: (string | number)[]): number =>
  createHash('sha256').update(keys.join('/')).digest().readUInt32LE(0) / 2 ** 32;

/** Four weeks of people's answers about a unit, 400 to 470, in the manner of the demonstration. */
function people(unit: string): Sending[] {
  const units = units2020.filter(({ code }) => code === unit);
  const template = {
    system: indicatorSystem2020,
    questionnaire: questionnaire2020,
    leadTasks: leadTasks2020,
  };
  return [1, 2, 3, 4].flatMap((seed) =>
    generateDemonstration({ ...template, units, year: 2020, seed }).responses.map((response, n) => ({
      sender: 'person' as const,
      minute: Math.floor(Date.parse(response.submittedAt) / 60_000) - opens,
      browser: `home ${seed} ${n}`,
      body: {
        unit,
        answers: {
          ...response.answers,
          // The demonstration has sixty sentences; people have words of their own.
          ...(response.comment === undefined ? {} : { Q12: `${response.comment}（${seed}区${n}号）` }),
        },
      },
    })),
  );
}

/** Somebody who wants the unit to look better than it is, from many addresses. */
function stuffing(unit: string, sender: Exclude<Sender, 'person'>, count: number): Sending[] {
  const anyMinute = (n: number) =>
    Math.floor(draw(sender, n, 'day') * 28) * 1440 + Math.floor(draw(sender, n) * 840);
  return Array.from({ length: count }, (_, n) => ({
    sender,
    minute: sender === 'burst' ? anyMinute(0) + (n % 12) : anyMinute(n),
    browser: `${sender} ${n}`,
    body: {
      unit,
      answers: {
        Q1: 'A',
        Q2: sender === 'drip' ? ['website'] : [['phone', 'board', 'hall'][n % 3]],
        ...(sender === 'copied-text' ? { ...best, [levels[n % 9] ?? '']: 80 } : best),
        ...(sender === 'copied-text'
          ? { Q12: `${'~'.repeat(n % 3)}该单位政务公开做得非常好，群众都满意！` }
          : {}),
      },
      ...(sender === 'token-guessing' ? { token: guess(n) } : {}),
    },
  }));
}

/** Looks like one of ours: letters and digits by the dozen. */
const guess = (n: number): string =>
  createHash('sha256').update(`guess ${n}`).digest('base64url').slice(0, 24);

/** A survey about a unit in which one sending of five is false, a quarter of those of each kind; in their order. */
export function stuffedSurvey(unit: string): Sending[] {
  const honest = people(unit);
  const kinds = ['burst', 'drip', 'copied-text', 'token-guessing'] as const;
  const each = Math.round(honest.length / 4 / kinds.length);
  return [...honest, ...kinds.flatMap((sender) => stuffing(unit, sender, each))].sort(
    (a, b) => a.minute - b.minute,
  );
}
