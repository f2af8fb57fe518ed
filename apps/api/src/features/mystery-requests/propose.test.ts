import { evaluateRule } from '@gongping/scoring';
import { indicatorSystem2020 } from '@gongping/templates';
import type { MysteryState } from '@gongping/contracts';
import { describe, expect, test } from 'vitest';
import { logLeaves, type JudgedEntry, type Proposal } from './propose.ts';

const noMessages = { inTime: 0, late: 0, none: 0 };

function leafOf(code: string) {
  const leaf = indicatorSystem2020.indicators.find((each) => each.code === code);
  const rule = leaf?.rule;
  if (!leaf || !rule) throw new Error(`${code} has no rule.`);
  return { rule, fullMarks: leaf.marks.department ?? 0 };
}

function propose(code: string, entries: readonly JudgedEntry[], messages = noMessages): Proposal {
  const leaf = logLeaves[code];
  if (!leaf) throw new Error(`${code} is not judged by the log.`);
  return leaf.propose(leafOf(code).rule, entries, messages);
}

/** Marks of a department by the leaf's own rule. */
function marksOf(code: string, proposal: Proposal): number | null {
  if (proposal.state !== 'ready') return null;
  const { rule, fullMarks } = leafOf(code);
  const outcome = evaluateRule(rule, proposal.input, fullMarks);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.marks;
}

const everything = ['content', 'reasons', 'remedies', 'seal'] as const;

function entry(state: MysteryState, more: Partial<JudgedEntry> = {}): JudgedEntry {
  const replied = state === 'replied' || state === 'replied_late';
  const received = replied || state === 'processing' || state === 'overdue';
  return {
    kind: 'request',
    channel: 'online',
    sentOn: '2020-09-01',
    refusedOn: state === 'refused' ? '2020-09-02' : null,
    receivedOn: received ? '2020-09-02' : null,
    correctionAskedOn: null,
    correctedOn: null,
    consultedOn: null,
    consultationEndedOn: null,
    extendedOn: null,
    repliedOn: replied ? '2020-09-20' : null,
    form: replied ? [...everything] : null,
    progress: {
      state,
      dueOn: '2020-09-29',
      correctionDueOn: null,
      daysLeft: null,
      assumed: false,
      findings: [],
    },
    ...more,
  };
}

const letter = { channel: 'letter' } as const;

describe('A4-2, the channels (4 marks for a department)', () => {
  test.each([
    ['both', entry('processing'), entry('replied', letter), 4],
    ['one', entry('replied'), entry('refused', letter), 2],
    ['one', entry('silent'), entry('overdue', letter), 2],
    ['none', entry('refused'), entry('silent', letter), 0],
  ] as const)('%s', (level, online, byLetter, marks) => {
    const proposal = propose('A4-2', [online, byLetter]);
    expect(proposal).toMatchObject({ state: 'ready', input: { level } });
    expect(marksOf('A4-2', proposal)).toBe(marks);
  });

  test('waits for a channel that may still acknowledge', () => {
    expect(propose('A4-2', [entry('sent'), entry('replied', letter)])).toMatchObject({
      state: 'waiting',
      sentence: { zh: '尚有渠道未见回执，最近的期限是2020-09-29。' },
    });
  });

  test('needs a request in each of the two channels', () => {
    expect(propose('A4-2', [entry('replied')])).toMatchObject({
      state: 'none',
      sentence: { zh: '还没有信函渠道的申请记录。' },
    });
  });
});

describe('A4-3, the reply (4 marks for a department)', () => {
  test('60 percent for the term, 10 for each point of the form', () => {
    expect(marksOf('A4-3', propose('A4-3', [entry('replied')]))).toBe(4);
    const noSeal = entry('replied', { form: ['content', 'reasons', 'remedies'] });
    expect(marksOf('A4-3', propose('A4-3', [noSeal]))).toBe(3.6);
  });

  test('a point counts where every reply meets it', () => {
    const one = entry('replied', { form: ['content', 'reasons', 'remedies'] });
    const other = entry('replied', { ...letter, form: ['content', 'reasons', 'seal'] });
    const proposal = propose('A4-3', [one, other]);
    expect(proposal).toMatchObject({ input: { met: ['in-time', 'content', 'reasons'], zero: false } });
    // 4 × (0.6 + 0.1 + 0.1)
    expect(marksOf('A4-3', proposal)).toBe(3.2);
  });

  test('one of two in time loses the term; none in time is zero, late or not at all', () => {
    const split = propose('A4-3', [entry('replied'), entry('replied_late', letter)]);
    expect(marksOf('A4-3', split)).toBe(1.6);
    for (const state of ['replied_late', 'overdue', 'silent', 'refused'] as const) {
      const proposal = propose('A4-3', [entry(state)]);
      expect(proposal).toMatchObject({ input: { zero: true } });
      expect(marksOf('A4-3', proposal)).toBe(0);
    }
  });

  test('a request that was turned down is judged at the channels, not again at the reply', () => {
    expect(marksOf('A4-3', propose('A4-3', [entry('replied'), entry('refused', letter)]))).toBe(4);
  });

  test('waits for the term to run out, and for the form to be looked at', () => {
    expect(propose('A4-3', [entry('replied'), entry('processing', letter)]).state).toBe('waiting');
    expect(propose('A4-3', [entry('replied', { form: null })]).state).toBe('waiting');
  });
});

describe('C2-4, the answers (4 marks for a department)', () => {
  const enquiry = (state: MysteryState, form: JudgedEntry['form']) => entry(state, { kind: 'enquiry', form });

  test('an enquiry is the twenty-first of the sample', () => {
    const messages = { inTime: 16, late: 2, none: 2 };
    const proposal = propose('C2-4', [enquiry('replied_late', ['substance'])], messages);
    expect(proposal).toMatchObject({
      state: 'ready',
      needsMessages: true,
      input: { numerator: 17.5, denominator: 21, counts: { 'in-time': 16, late: 3, none: 2 } },
    });
    // 4 × 17.5 ÷ 21
    expect(marksOf('C2-4', proposal)).toBeCloseTo(3.3333333333, 9);
  });

  test('an answer beside the point is none', () => {
    expect(propose('C2-4', [enquiry('replied', [])])).toMatchObject({
      input: { counts: { 'in-time': 0, late: 0, none: 1 } },
    });
  });
});

test('a system with another rule at the leaf gets no proposal', () => {
  const leaf = logLeaves['A4-3'];
  expect(leaf?.propose({ method: 'bonus' }, [entry('replied')], noMessages).state).toBe('none');
});
