import type { CountedMessages, MysteryDays, MysteryEntry, MysteryProgress } from '@gongping/contracts';
import type { Rule, RuleInput } from '@gongping/scoring';
import { proposalSentences as say, type Sentence } from './proposal-sentences.ts';
import { isSettled } from './progress.ts';

/** What is known of an entry of the log when leaves are judged by it. */
export type JudgedEntry = MysteryDays &
  Pick<MysteryEntry, 'kind' | 'channel' | 'form'> & { readonly progress: MysteryProgress };

export type Proposal =
  /** `needsMessages`: the public messages that were looked at have to be counted besides. */
  | {
      readonly state: 'ready';
      readonly input: RuleInput;
      readonly sentence: Sentence;
      readonly needsMessages: boolean;
    }
  | { readonly state: 'waiting' | 'none'; readonly sentence: Sentence };

/** Proposes the score of a leaf by its own rule; the codes in the rule are those of the system of 2020. */
export type Propose = (rule: Rule, entries: readonly JudgedEntry[], messages: CountedMessages) => Proposal;

/** The leaves that the log says something of, by code, with the kind of entries each is judged by. */
export const logLeaves: Readonly<Record<string, { readonly kind: MysteryEntry['kind']; propose: Propose }>> =
  {
    'A4-2': { kind: 'request', propose: proposeAcceptance },
    'A4-3': { kind: 'request', propose: proposeReply },
    'C2-4': { kind: 'enquiry', propose: proposeAnswers },
  };

const none = (sentence: Sentence): Proposal => ({ state: 'none', sentence });
const waiting = (sentence: Sentence): Proposal => ({ state: 'waiting', sentence });
const ready = (input: RuleInput, sentence: Sentence, needsMessages = false): Proposal => ({
  state: 'ready',
  input,
  sentence,
  needsMessages,
});

const isReceived = ({ receivedOn }: JudgedEntry) => receivedOn !== null;
const isTurnedDown = ({ progress }: JudgedEntry) =>
  progress.state === 'refused' || progress.state === 'silent';

/** A4-2: one request online and one by letter, and how many of the two channels took theirs. */
function proposeAcceptance(rule: Rule, entries: readonly JudgedEntry[]): Proposal {
  const levels = ['both', 'one', 'none'];
  if (rule.method !== 'graded' || !levels.every((code) => hasFixedLevel(rule, code)))
    return none(say.otherRule);
  const channels = (['online', 'letter'] as const).map((channel) => {
    const own = entries.filter((entry) => entry.channel === channel);
    if (own.some(isReceived)) return { channel, is: 'taken' as const };
    if (own.length === 0) return { channel, is: 'missing' as const };
    return { channel, is: own.every(isTurnedDown) ? ('turned-down' as const) : ('open' as const) };
  });
  const missing = channels.filter(({ is }) => is === 'missing').map(({ channel }) => channel);
  if (missing.length > 0) return none(say.channelsMissing(missing));
  if (channels.some(({ is }) => is === 'open')) return waiting(say.acceptanceOpen(nextDue(entries)));
  const taken = channels.filter(({ is }) => is === 'taken').map(({ channel }) => channel);
  const level = taken.length === 2 ? 'both' : taken.length === 1 ? 'one' : 'none';
  return ready({ method: 'graded', level }, say.acceptance(taken));
}

function hasFixedLevel(rule: Extract<Rule, { method: 'graded' }>, code: string): boolean {
  return rule.levels.some((level) => level.code === code && typeof level.coefficient === 'number');
}

const replyForm = ['content', 'reasons', 'remedies', 'seal'] as const;

/**
 * A4-3: a point of the reply is met where every reply meets it, the term where every request that was received was
 * answered in time; where none was, the leaf is 0.
 */
function proposeReply(rule: Rule, entries: readonly JudgedEntry[]): Proposal {
  const codes = ['in-time', ...replyForm];
  const fits =
    rule.method === 'checklist' &&
    rule.zeroWhen !== null &&
    rule.points.length === codes.length &&
    rule.points.every(({ code }) => codes.includes(code));
  if (!fits) return none(say.otherRule);
  if (entries.length === 0) return none(say.noRequests);
  if (entries.some(({ progress }) => !isSettled(progress.state)))
    return waiting(say.replyOpen(nextDue(entries)));
  const received = entries.filter(isReceived);
  const replies = received.filter(({ repliedOn }) => repliedOn !== null);
  const inTime = replies.filter(({ progress }) => progress.state === 'replied').length;
  if (inTime === 0) {
    const sentence = say.noneInTime({ received: received.length, late: replies.length });
    return ready({ method: 'checklist', met: [], zero: true }, sentence);
  }
  const unlooked = replies.filter(({ form }) => form === null).length;
  if (unlooked > 0) return waiting(say.formUnlooked(unlooked));
  const met = replyForm.filter((point) => replies.every(({ form }) => form?.includes(point)));
  const unmet = replyForm.filter((point) => !met.includes(point));
  const all = inTime === received.length;
  return ready(
    { method: 'checklist', met: [...(all ? ['in-time'] : []), ...met], zero: false },
    say.reply({ received: received.length, inTime, unmet }),
  );
}

/** C2-4: each test enquiry is one more item in the sample of public messages, credited by time and substance. */
function proposeAnswers(rule: Rule, entries: readonly JudgedEntry[], messages: CountedMessages): Proposal {
  const credits = ['in-time', 'late', 'none'];
  const fits =
    rule.method === 'ratio' &&
    rule.credits.length === credits.length &&
    rule.credits.every(({ code }) => credits.includes(code));
  if (!fits) return none(say.otherRule);
  if (entries.length === 0) return none(say.noEnquiries);
  if (entries.some(({ progress }) => !isSettled(progress.state)))
    return waiting(say.enquiryOpen(nextDue(entries)));
  const unlooked = entries.filter(({ repliedOn, form }) => repliedOn !== null && form === null).length;
  if (unlooked > 0) return waiting(say.formUnlooked(unlooked));
  const creditOf = ({ progress, form }: JudgedEntry) => {
    if (!form?.includes('substance')) return 'none';
    return progress.state === 'replied' ? 'in-time' : 'late';
  };
  const own = entries.map(creditOf);
  const count = (code: string, more: number) => own.filter((each) => each === code).length + more;
  const counts = {
    'in-time': count('in-time', messages.inTime),
    late: count('late', messages.late),
    none: count('none', messages.none),
  };
  const numerator = rule.credits.reduce(
    (sum, { code, credit }) => sum + credit * counts[code as keyof typeof counts],
    0,
  );
  const denominator = counts['in-time'] + counts.late + counts.none;
  return ready(
    { method: 'ratio', numerator, denominator, counts, deductions: [] },
    say.answers({ enquiries: entries.length, counts }),
    true,
  );
}

/** The first of the last days that are still to come. */
function nextDue(entries: readonly JudgedEntry[]): string | null {
  const days = entries
    .filter(({ progress }) => !isSettled(progress.state))
    .flatMap(({ progress }) => progress.dueOn ?? []);
  return days.toSorted()[0] ?? null;
}
