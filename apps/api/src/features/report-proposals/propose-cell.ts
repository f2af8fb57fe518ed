import { proposeScore, type JudgedReport, type Proposal } from '@gongping/annual-report';
import { evaluateRule, type RuleInput } from '@gongping/scoring';
import { canonicalJson } from '../../http/canonical-json.ts';
import { marksDecimal } from '../score-sheets/decimal.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { judgedRule } from './judged-rule.ts';

/** The most letters that the reason of a deduction has. */
const longestReason = 1000;

/** A proposal with what it would enter and give. */
export interface CellProposal extends Omit<Proposal, 'input'> {
  readonly input: RuleInput | null;
  /** As the database keeps them. */
  readonly marks: string | null;
}

/** What a filed report proposes for a cell; null where nothing judges its leaf. */
export function proposeCell(cell: Cell, filed: JudgedReport | null): CellProposal | null {
  const { row, rule } = cell.leaf;
  if (row.judge === null) return null;
  const proposal = proposeScore(row.judge, judgedRule(row.judge, rule), filed);
  const input = proposal.input === null ? null : shortened(proposal.input);
  if (input === null) return { ...proposal, input, marks: null };
  const outcome = evaluateRule(rule, input, Number(cell.fullMarks));
  return { ...proposal, input, marks: outcome.ok ? marksDecimal(outcome.marks) : null };
}

function shortened(input: RuleInput): RuleInput {
  if (input.method !== 'deduct') return input;
  const deductions = input.deductions.map((entry) => ({
    ...entry,
    reason: entry.reason.slice(0, longestReason),
  }));
  return { ...input, deductions };
}

/** Whether two inputs enter the same, in whatever words they say why. */
export function entersSame(one: RuleInput | null, other: RuleInput | null): boolean {
  const entered = (input: RuleInput | null) => {
    if (input === null || !('deductions' in input)) return canonicalJson(input);
    const deductions = input.deductions.map(({ reason: _reason, ...entry }) => canonicalJson(entry)).sort();
    return canonicalJson({ ...input, deductions });
  };
  return entered(one) === entered(other);
}
