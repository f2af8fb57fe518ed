import { describeFinding, type ProposalReason } from '@gongping/annual-report';
import type { Language, ReportProposal } from '@gongping/contracts';
import { formatDecimal } from '@gongping/scoring';
import { trimDecimal } from '../score-sheets/decimal.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import type { FiledReport } from '../unit-reports/filed-report.ts';
import { toFinding } from '../unit-reports/report.mapper.ts';
import type { DecidedRow } from './proposal.repository.ts';
import { proposeCell, type CellProposal } from './propose-cell.ts';

/** What a filed report proposes for a cell and what was made of it, in words; null where nothing judges its leaf. */
export function wordedProposal(
  cell: Cell,
  of: { filed: FiledReport | null; decided: DecidedRow | undefined; language: Language },
): ReportProposal | null {
  const proposal = proposeCell(cell, of.filed?.judged ?? null);
  if (proposal === null) return null;
  const { decided } = of;
  return {
    indicator: cell.leaf.row.code,
    fullMarks: trimDecimal(cell.fullMarks),
    ...worded(proposal, of.language),
    decided: decided
      ? {
          outcome: decided.outcome,
          version: decided.version,
          marks: trimDecimal(decided.marks),
          at: decided.decidedAt.toISOString(),
        }
      : null,
  };
}

function worded(proposal: CellProposal, language: Language) {
  const { state, sentence, input, marks, reasons } = proposal;
  const says = (reason: ProposalReason): string => {
    if (reason.finding === null) return reason.text?.[language] ?? '';
    return describeFinding(reason.finding, { language, format: formatDecimal });
  };
  const saysWhy = input !== null && 'deductions' in input && input.deductions.length > 0;
  return {
    state,
    sentence: sentence[language],
    input: input as ReportProposal['input'],
    // Deductions have reasons of their own.
    reason: input === null || saysWhy ? '' : sentence[language],
    marks: marks === null ? null : trimDecimal(marks),
    reasons: reasons.map((reason) => ({
      message: says(reason),
      finding: reason.finding === null ? null : toFinding(reason.finding, language),
    })),
  };
}
