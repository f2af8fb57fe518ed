import { describeFinding, type ProposalReason } from '@gongping/annual-report';
import type { Language, ReportProposal, ReportProposals } from '@gongping/contracts';
import { formatDecimal } from '@gongping/scoring';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { reportYearOf } from '../assessments/assessment-settings.ts';
import { trimDecimal } from '../score-sheets/decimal.ts';
import { findUnit, openSheets } from '../score-sheets/sheets.access.ts';
import { filedReport } from '../unit-reports/filed-report.ts';
import { toFinding } from '../unit-reports/report.mapper.ts';
import * as repository from './proposal.repository.ts';
import { proposeCell, type CellProposal } from './propose-cell.ts';

/**
 * What the unit's filed report proposes for the leaves that the person may look at. Two raters who are blind to each
 * other each get the same, and what they made of it themselves.
 *
 * @throws ProblemError `not-found`, `unit-not-assessed`
 */
export async function readProposals(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  wanted: { slug: string; unit: string; language: Language },
): Promise<ReportProposals> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const { unit, cells } = findUnit(sheets, wanted.unit);
  const { assessment, sight } = sheets;
  const year = reportYearOf(assessment);
  const judged = unit.filesAnnualReport ? cells.filter(({ leaf }) => leaf.row.judge !== null) : [];
  if (judged.length === 0) return { year, version: null, proposals: [] };
  const compares = judged.some(({ leaf }) => leaf.row.judge === 'report-improvement');
  const filed = await filedReport(db, { unit, year, compares });
  const decided = await repository.listDecided(db, { assessmentId: assessment.id, unitId: unit.id });
  const proposals = judged.flatMap((cell): ReportProposal[] => {
    const proposal = proposeCell(cell, filed?.judged ?? null);
    if (proposal === null) return [];
    const slot = sight.slotOf(unit.id, cell.leaf) ?? 0;
    const own = decided.find((each) => each.indicatorId === cell.leaf.row.id && each.slot === slot);
    return [
      {
        indicator: cell.leaf.row.code,
        fullMarks: trimDecimal(cell.fullMarks),
        ...worded(proposal, wanted.language),
        decided: own
          ? {
              outcome: own.outcome,
              version: own.version,
              marks: trimDecimal(own.marks),
              at: own.decidedAt.toISOString(),
            }
          : null,
      },
    ];
  });
  return { year, version: filed?.row.version ?? null, proposals };
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
