import {
  stepsFrom,
  type AssessmentProgress,
  type AssessmentSummary,
  type CheckReport,
  type ProgressBoard,
} from '@gongping/contracts';
import { formatDate } from '#lib/format/date.ts';
import { phaseWord } from '#lib/frame/assessment-line.ts';
import { localText } from '#lib/format/local-text.ts';
import { formatCount } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import { checkItems } from './check-items.ts';
import { rulingItems, waitingIn } from './ruling-items.ts';
import { elapsedShare } from './timeline.ts';
import { progressTotals, unitsBehind } from './unit-progress.ts';

/** Something the organiser has to see to. */
export interface AttentionItem {
  readonly key: string;
  readonly sentence: string;
  /** `late` and `missing` are marked; `next` is the step that follows. */
  readonly tone: 'late' | 'missing' | 'next';
  /** Day, where there is one. */
  readonly due: string | null;
  readonly href: string;
  readonly action: string;
}

export interface AttentionFacts {
  readonly assessment: AssessmentSummary;
  readonly progress: AssessmentProgress;
  readonly board: ProgressBoard;
  readonly checks: CheckReport['counts'];
  readonly minimumSample: number;
  readonly now: Date;
}

const namesShown = 3;

/** What the organiser has to see to, in the order in which it blocks the rest. */
export function attentionItems(facts: AttentionFacts): AttentionItem[] {
  const { phase } = facts.assessment;
  if (phase === 'published') return [];
  return [
    ...stepItems(facts),
    ...lateItems(facts),
    ...lateEvaluators(facts),
    ...rulingItems(facts.assessment, waitingIn(facts.board)),
    ...checkItems(facts),
    ...(phase === 'final' ? [] : [...behindItems(facts), ...sampleItems(facts)]),
  ];
}

function stepItems({ assessment, progress }: AttentionFacts): AttentionItem[] {
  const base = `/work/assessments/${assessment.slug}`;
  const due = assessment.phaseDates[assessment.phase]?.end ?? null;
  const items: AttentionItem[] = [];
  if (progress.unassigned > 0 && assessment.phase !== 'final') {
    items.push({
      key: 'unassigned',
      sentence: m.today_attention_unassigned({ count: progress.unassigned }),
      tone: 'missing',
      due: null,
      href: `${base}/settings/assignments?only=unassigned`,
      action: m.today_attention_assign(),
    });
  }
  if (assessment.phase === 'plan') {
    const next = stepsFrom(assessment.procedure, 'plan').next ?? 'scoring';
    const start = assessment.phaseDates[next]?.start ?? null;
    const href = `${base}/settings`;
    const [sentence, action] =
      next === 'scoring'
        ? [m.today_attention_start(), m.today_attention_start_action()]
        : [m.today_attention_phase({ phase: phaseWord(next) }), m.today_attention_phase_action()];
    items.push({ key: 'start', sentence, tone: 'next', due: start, href, action });
    return items;
  }
  if (assessment.phase !== 'scoring' && assessment.phase !== 'final') {
    const { next } = stepsFrom(assessment.procedure, assessment.phase);
    const action = m.today_attention_phase_action();
    const sentence = m.today_attention_phase({ phase: phaseWord(next ?? 'final') });
    return [...items, { key: 'phase', sentence, tone: 'next', due, href: `${base}/settings`, action }];
  }
  const step = { tone: 'next', due, href: `${base}/publish` } as const;
  if (assessment.phase === 'final') {
    const action = m.today_attention_publish_action();
    return [...items, { key: 'final', sentence: m.today_attention_final(), ...step, action }];
  }
  const { leaves, done, incomplete } = progressTotals(progress);
  const unscored = leaves - done;
  if (unscored + incomplete === 0) {
    const action = m.today_attention_publish_action();
    return [...items, { key: 'publish', sentence: m.today_attention_publish(), ...step, action }];
  }
  const sentence = m.today_attention_open_points({
    count: unscored + incomplete,
    unscored: formatCount(unscored),
    incomplete: formatCount(incomplete),
  });
  return [...items, { key: 'open', sentence, ...step, action: m.today_attention_open_action() }];
}

/** Units that owe something after the last day of the phase. */
function lateItems({ assessment, board }: AttentionFacts): AttentionItem[] {
  const late = board.units.filter((unit) => unit.late.length > 0).length;
  if (late === 0) return [];
  const days = board.overdueDays;
  return [
    {
      key: 'overdue',
      sentence: m.today_attention_overdue({ count: late, phase: phaseWord(assessment.phase), days }),
      tone: 'late',
      due: null,
      href: `/work/assessments/${assessment.slug}/board`,
      action: m.today_attention_overdue_action(),
    },
  ];
}

/** Who has not scored everything by the last day of the scoring. */
function lateEvaluators({ assessment, board }: AttentionFacts): AttentionItem[] {
  const late = board.evaluators.filter((evaluator) => evaluator.late > 0);
  if (late.length === 0) return [];
  const listed = late
    .slice(0, namesShown)
    .map(({ displayName }) => displayName)
    .join(m.settings_demo_join());
  const names = late.length > namesShown ? m.today_attention_behind_more({ names: listed }) : listed;
  return [
    {
      key: 'late-evaluators',
      sentence: m.today_attention_evaluators({ count: late.length, names }),
      tone: 'late',
      due: null,
      href: `/work/assessments/${assessment.slug}/board#load`,
      action: m.today_attention_overdue_action(),
    },
  ];
}

function behindItems({ assessment, progress, now }: AttentionFacts): AttentionItem[] {
  if (assessment.phase !== 'scoring') return [];
  const late = unitsBehind(progress, elapsedShare(assessment.phaseDates.scoring, formatDate(now)));
  if (late.length === 0) return [];
  const listed = late
    .slice(0, namesShown)
    .map(({ name }) => localText(name))
    .join(m.settings_demo_join());
  const names = late.length > namesShown ? m.today_attention_behind_more({ names: listed }) : listed;
  return [
    {
      key: 'behind',
      sentence: m.today_attention_behind({ count: late.length, names }),
      tone: 'late',
      due: null,
      href: `/work/assessments/${assessment.slug}/scoring`,
      action: m.today_attention_behind_action(),
    },
  ];
}

function sampleItems({ assessment, progress, minimumSample: minimum }: AttentionFacts): AttentionItem[] {
  if (assessment.phase === 'plan') return [];
  const responses = formatCount(progress.units.reduce((sum, unit) => sum + unit.responses, 0));
  const count = progress.units.filter((unit) => unit.responses < minimum).length;
  return [
    {
      key: 'sample',
      sentence:
        count === 0
          ? m.today_attention_sample_met({ responses, minimum })
          : m.today_attention_sample({ responses, count, minimum }),
      tone: count === 0 ? 'next' : 'missing',
      due: assessment.phaseDates.survey?.end ?? null,
      href: `/work/assessments/${assessment.slug}/appraisal`,
      action: m.today_attention_sample_action(),
    },
  ];
}
