import {
  phase as phases,
  type BoardUnit,
  type LateWork,
  type Phase,
  type Procedure,
} from '@gongping/contracts';
import { formatPercent } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';

/** One cell of the board. */
export interface BoardCell {
  readonly text: string;
  /** Share that is still to do, 0 to 1; null where there is nothing to do. */
  readonly left: number | null;
  /** Said to those who do not see the colour. */
  readonly words: string;
  readonly late: boolean;
}

export interface BoardColumn {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  /** Where the work is done; before it a cell is quiet. */
  readonly phase: Phase;
  readonly cell: (unit: BoardUnit) => BoardCell;
}

const lateWords: Record<LateWork, () => string> = {
  claim: m.board_late_claim,
  score: m.board_late_score,
  second: m.board_late_second,
  case: m.board_late_case,
  appeal: m.board_late_appeal,
};

/** What is late in a unit, in words. */
export function lateWord(work: LateWork): string {
  return lateWords[work]();
}

const shareOf = (done: number, all: number) => (all === 0 ? 1 : done / all);

function share(done: number, { unit, late }: { unit: BoardUnit; late: LateWork }): BoardCell {
  const part = shareOf(done, unit.leaves);
  const isLate = unit.late.includes(late);
  const words = isLate ? m.board_late() : '';
  return { text: formatPercent(part), left: 1 - part, words, late: isLate };
}

function ruled({ open, ruled: done }: BoardUnit['cases'], isLate: boolean): BoardCell {
  if (open + done === 0) return { text: '', left: null, words: '', late: false };
  const text = `${open} / ${open + done}`;
  return {
    text,
    left: open === 0 ? 0 : open / (open + done),
    words: isLate ? m.board_late() : '',
    late: isLate,
  };
}

function claim(unit: BoardUnit): BoardCell {
  const late = unit.late.includes('claim');
  if (unit.claimSubmittedAt !== null) {
    return {
      text: `✓ ${formatPercent(shareOf(unit.claimed, unit.leaves))}`,
      left: 0,
      words: m.board_submitted(),
      late,
    };
  }
  const cell = share(unit.claimed, { unit, late: 'claim' });
  return { ...cell, words: [m.board_not_submitted(), cell.words].filter(Boolean).join(' ') };
}

const begun = (phase: Phase, at: Phase) => phases.options.indexOf(phase) <= phases.options.indexOf(at);

/**
 * The columns of a procedure: one for each phase in which units or raters have something to do.
 *
 * @param at the present phase: what has not begun is nobody's fault and has no colour
 */
export function boardColumns(procedure: Procedure, at: Phase): BoardColumn[] {
  return columnsOf(procedure).map((column) =>
    begun(column.phase, at) ? column : { ...column, cell: (unit) => ({ ...column.cell(unit), left: null }) },
  );
}

function columnsOf(procedure: Procedure): BoardColumn[] {
  const { selfAssessment, doubleScoring, feedback, appeal } = procedure;
  const columns: (BoardColumn | null)[] = [
    selfAssessment
      ? {
          key: 'self',
          phase: 'self_assessment',
          label: m.board_self(),
          title: m.board_self_title(),
          cell: claim,
        }
      : null,
    {
      key: 'score',
      phase: 'scoring',
      label: doubleScoring ? m.board_score_first() : m.board_score(),
      title: m.board_score_title(),
      cell: (unit) => share(unit.scored, { unit, late: 'score' }),
    },
    doubleScoring
      ? {
          key: 'second',
          phase: 'scoring',
          label: m.board_score_second(),
          title: m.board_score_title(),
          cell: (unit) => share(unit.secondScored, { unit, late: 'second' }),
        }
      : null,
    doubleScoring
      ? {
          key: 'cases',
          phase: 'scoring',
          label: m.board_cases(),
          title: m.board_cases_title(),
          cell: (unit) => ruled(unit.cases, unit.late.includes('case')),
        }
      : null,
    feedback && appeal
      ? {
          key: 'appeals',
          phase: 'appeal',
          label: m.board_appeals(),
          title: m.board_appeals_title(),
          cell: (unit) => ruled(unit.appeals, unit.late.includes('appeal')),
        }
      : null,
  ];
  return columns.filter((column) => column !== null);
}
