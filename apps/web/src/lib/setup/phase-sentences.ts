import type { Phase, Procedure } from '@gongping/contracts';
import { formatCount } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PhaseFacts } from './phase-facts.ts';

interface Round {
  readonly phase: Phase;
  readonly procedure: Procedure;
  readonly phaseDates: Readonly<Partial<Record<string, { readonly end: string }>>>;
  readonly facts: PhaseFacts;
}

/** Sentences of Chinese follow each other without a gap. */
const joined = (sentences: readonly string[]) => sentences.join(getLocale() === 'en' ? ' ' : '');

/** What going on to the next phase does, in numbers: what it closes, then what it opens. */
export function nextSentence(round: Round, next: Phase): string {
  return joined([...closing(round), ...opening(round, next)]);
}

function closing({ phase, facts }: Round): string[] {
  const { submitted, units } = facts;
  switch (phase) {
    case 'self_assessment':
      return [m.phases_close_self({ submitted, open: units - submitted })];
    case 'scoring': {
      const [leaves, unscored] = [formatCount(facts.leaves), formatCount(facts.leaves - facts.scored)];
      return [m.phases_close_scoring({ units, leaves, unscored })];
    }
    case 'arbitration':
      return [m.phases_close_arbitration({ ruled: facts.casesRuled })];
    case 'appeal':
      return [m.phases_close_appeal({ ruled: facts.appealsRuled })];
    default:
      return [];
  }
}

function opening({ phase, procedure, phaseDates, facts }: Round, next: Phase): string[] {
  const { units, evaluators } = facts;
  const leaves = formatCount(facts.leaves);
  const deductions = formatCount(facts.deductions);
  switch (next) {
    case 'self_assessment': {
      const missing = facts.voiceless > 0 ? [m.phases_no_liaison({ count: facts.voiceless })] : [];
      return [m.phases_open_self({ units, leaves }), ...missing];
    }
    case 'scoring': {
      const sentence =
        phase === 'plan'
          ? m.settings_phase_open_sentence({ evaluators, units, leaves })
          : m.phases_open_scoring({ evaluators, units, leaves });
      const { unassigned } = facts;
      return [sentence, ...(unassigned > 0 ? [m.settings_phase_open_unassigned({ count: unassigned })] : [])];
    }
    case 'arbitration':
      return [m.phases_open_arbitration({ count: facts.casesOpen })];
    case 'feedback':
      return [m.phases_open_feedback({ units, deductions })];
    case 'appeal': {
      const end = phaseDates['appeal']?.end;
      const sentence = m.phases_open_appeal({ units, deductions, days: procedure.appealWorkingDays });
      return [sentence, ...(end === undefined ? [] : [m.phases_by_calendar({ end })])];
    }
    default:
      return [m.phases_open_final({ units })];
  }
}

/** Why the present phase cannot be left yet; null where it can. */
export function blockedSentence({ phase, facts }: Pick<Round, 'phase' | 'facts'>): string | null {
  if (phase === 'arbitration' && facts.casesOpen > 0) {
    return m.phases_cases_open({ count: facts.casesOpen });
  }
  if (phase === 'appeal' && facts.appealsOpen > 0) {
    return m.phases_appeals_open({ count: facts.appealsOpen });
  }
  return null;
}

/** What going back to an earlier phase does. */
export function backSentence(to: Phase, { phase, facts: { units } }: Pick<Round, 'phase' | 'facts'>): string {
  const effects: Record<Phase, string> = {
    plan: m.phases_back_plan(),
    self_assessment: m.phases_back_self({ units }),
    scoring: m.phases_back_scoring({ units }),
    arbitration: m.phases_back_arbitration(),
    feedback: m.phases_back_feedback(),
    appeal: m.phases_back_appeal({ units }),
    final: m.phases_back_final(),
    published: '',
  };
  return joined([effects[to], ...(phase === 'published' ? [m.phases_back_published()] : [])]);
}
