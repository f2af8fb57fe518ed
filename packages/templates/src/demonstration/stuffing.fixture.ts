import { comparableText, type ScreenedAnswer } from '@gongping/statistics';
import { questionnaire2020 } from '../appraisal/questionnaire.ts';
import { units2020 } from '../units/units.ts';
import { randomStream, type RandomStream } from './random.ts';
import { respondAbout } from './respond.ts';
import type { DemonstrationResponse } from './types.ts';

/** Who sent an answer. */
export type Sender = 'person' | 'burst' | 'drip' | 'varied-drip' | 'copied-text';

export interface SentAnswer extends Pick<DemonstrationResponse, 'group' | 'answers' | 'comment'> {
  readonly sender: Sender;
  readonly minute: number;
  readonly origin: string;
}

const { questions, method } = questionnaire2020;
const rated = questions.filter(({ kind }) => kind === 'scale');
const [unit] = units2020;
const openDays = 28;
const dayMinutes = 24 * 60;

/** What people answer about one unit in four weeks, 400 to 470 of them, each from an address of their own. */
export function people(seed: number): SentAnswer[] {
  if (!unit) return [];
  const about = { questionnaire: questionnaire2020, units: units2020, year: 2020 } as const;
  return [0, 1, 2, 3].flatMap((part) =>
    respondAbout(unit, { ...about, seed: 10 * seed + part, system: unused, leadTasks: [] }).map(
      (response, n) => ({
        ...response,
        // The demonstration has sixty sentences; people have words of their own.
        ...(response.comment === undefined ? {} : { comment: `${response.comment}（${part}区${n}号）` }),
        sender: 'person' as const,
        minute: Math.floor(Date.parse(response.submittedAt) / 60_000),
        origin: `home ${part} ${n}`,
      }),
    ),
  );
}
const unused = {
  code: '',
  title: { zh: '', en: '' },
  indicators: [],
  familyMarks: {},
  parameters: [],
  notice: {} as never,
};

/** Somebody who wants the unit to look better than it is; each of the answers from another address. */
export function stuffing(sender: Exclude<Sender, 'person'>, count: number, seed: number): SentAnswer[] {
  const stream = randomStream(seed, sender);
  const opens = Date.UTC(2020, 10, 1) / 60_000;
  const anyMinute = () => opens + stream.integer(0, openDays - 1) * dayMinutes + stream.integer(0, 14 * 60);
  const begins = anyMinute();
  return Array.from({ length: count }, (_, n) => ({
    sender,
    group: 'A',
    origin: `proxy ${n}`,
    minute: sender === 'burst' ? begins + stream.integer(0, 11) : anyMinute(),
    answers: {
      Q1: 'A',
      Q2: sender === 'drip' ? ['website'] : stream.sample(channels, stream.integer(1, 3)),
      ...ratings(sender === 'drip' || sender === 'burst' ? null : stream),
    },
    ...(sender === 'copied-text' ? { comment: slogan(n) } : {}),
  }));
}

const channels = questions
  .filter(({ kind }) => kind === 'multiple')
  .flatMap(({ options }) => options.slice(0, -1).map(({ code }) => code));

/** The best level throughout, or now and then the next one, so that no two answers need be alike. */
function ratings(stream: RandomStream | null): Record<string, string> {
  const levels = (stream === null ? [0] : [0, 0, 1]) as readonly number[];
  return Object.fromEntries(
    rated.map(({ code, options }) => [code, options[stream?.pick(levels) ?? 0]?.code ?? '']),
  );
}

/** One sentence with something small different each time. */
const slogan = (n: number): string =>
  `${' '.repeat(n % 3)}该单位政务公开工作做得非常好${n % 2 ? '，' : ' '}群众都很满意${'！'.repeat(1 + (n % 4))}`;

const valueOf = new Map(
  rated.flatMap(({ code, options }) => options.map((option) => [`${code} ${option.code}`, option.value])),
);

/** Scale values of an answer, as the appraisal takes them. */
export function valuesOf({ answers }: SentAnswer): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(answers).map(([code, given]) => [code, valueOf.get(`${code} ${String(given)}`) ?? null]),
  );
}

/** An answer as screening takes it. */
export function screened(sent: SentAnswer, n: number): ScreenedAnswer {
  const levels = rated.flatMap(({ code }) => {
    const given = String(sent.answers[code] ?? '');
    return (valueOf.get(`${code} ${given}`) ?? null) === null ? [] : [given];
  });
  const text = comparableText(sent.comment ?? '');
  return {
    id: String(n),
    minute: sent.minute,
    origin: sent.origin,
    ratings: rated.map(({ code }) => String(sent.answers[code] ?? '')).join(' '),
    rated: levels.length,
    level: new Set(levels).size === 1 ? (levels[0] ?? null) : null,
    profile: [sent.group, String(sent.answers['Q2'] ?? '')],
    texts: text === null ? [] : [text],
  };
}

/** How answers become a score. */
export const appraisalMethod = {
  ...method,
  families: Object.fromEntries(
    Object.entries(method.familyWeights).map(([family, weight]) => [
      family,
      { weight, questions: rated.filter((one) => one.family === family).map(({ code }) => code) },
    ]),
  ),
  overall: {
    question: rated.find(({ family }) => family === 'overall')?.code ?? '',
    share: method.overallShare,
  },
};
