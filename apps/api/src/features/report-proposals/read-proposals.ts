import type { IndicatorReportProposals, Language, ReportProposals } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { reportYearOf } from '../assessments/assessment-settings.ts';
import { findUnit, openSheets, visibleCells, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import { filedReport, filedReports } from '../unit-reports/filed-report.ts';
import type { DecidedRow } from './proposal.repository.ts';
import * as repository from './proposal.repository.ts';
import { wordedProposal } from './worded-proposal.ts';

type Deps = Pick<Dependencies, 'db'>;

/**
 * What the unit's filed report proposes for the leaves that the person may look at. Two raters who are blind to each
 * other each get the same, and what they made of it themselves.
 *
 * @throws ProblemError `not-found`, `unit-not-assessed`
 */
export async function readProposals(
  { db }: Deps,
  actor: Actor,
  wanted: { slug: string; unit: string; language: Language },
): Promise<ReportProposals> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const { unit, cells } = findUnit(sheets, wanted.unit);
  const { assessment } = sheets;
  const year = reportYearOf(assessment);
  const judged = cells.filter(isJudged);
  if (judged.length === 0) return { year, version: null, proposals: [] };
  const filed = await filedReport(db, { unit, year, compares: judged.some(comparesOthers) });
  const decided = await repository.listDecided(db, { assessmentId: assessment.id, unitId: unit.id });
  const { language } = wanted;
  const proposals = judged.flatMap(
    (cell) => wordedProposal(cell, { filed, decided: ownOf(sheets, cell, decided), language }) ?? [],
  );
  return { year, version: filed?.row.version ?? null, proposals };
}

/**
 * Each section 五 is compared with each other one: a quarter of a second for the 37 units of a city, minutes for 500. Where
 * there are more, the hint stands on the sheet of each unit alone.
 */
const MOST_COMPARED = 60;

/**
 * As `readProposals`, one leaf across the units that the person may look at; those that need not report are left out.
 * @throws ProblemError `not-found` where the leaf does not count or nothing of it is the person's
 */
export async function readIndicatorProposals(
  { db }: Deps,
  actor: Actor,
  wanted: { slug: string; indicator: string; language: Language },
): Promise<IndicatorReportProposals> {
  const sheets = await openSheets(db, actor, wanted.slug);
  const { assessment, frame } = sheets;
  const leaf = sheets.leaves.find(({ row }) => row.code === wanted.indicator);
  if (!leaf) throw new ProblemError('not-found');
  const cells = frame.units.flatMap((unit) => visibleCells({ ...sheets, leaves: [leaf] }, unit));
  if (cells.length === 0) throw new ProblemError('not-found');
  const year = reportYearOf(assessment);
  const judged = cells.filter(isJudged);
  const compares = judged.some(comparesOthers);
  if (judged.length === 0 || (compares && judged.length > MOST_COMPARED)) return { year, proposals: [] };
  const units = judged.map(({ unit }) => unit);
  const filed = await filedReports(db, { units, year, compares });
  const decided = await repository.listDecided(db, {
    assessmentId: assessment.id,
    indicatorId: leaf.row.id,
  });
  const { language } = wanted;
  const proposals = judged.flatMap((cell) => {
    const own = filed.get(cell.unit.id) ?? null;
    const proposal = wordedProposal(cell, {
      filed: own,
      decided: ownOf(sheets, cell, decided),
      language,
    });
    return proposal === null
      ? []
      : [{ ...proposal, unitId: cell.unit.id, version: own?.row.version ?? null }];
  });
  return { year, proposals };
}

const isJudged = ({ unit, leaf }: Cell): boolean => unit.filesAnnualReport && leaf.row.judge !== null;
const comparesOthers = ({ leaf }: Cell): boolean => leaf.row.judge === 'report-improvement';

/** What the person, or whoever scores the cell, made of its proposal. */
function ownOf({ sight }: Sheets, { unit, leaf }: Cell, decided: readonly DecidedRow[]) {
  const slot = sight.slotOf(unit.id, leaf) ?? 0;
  return decided.find(
    (row) => row.unitId === unit.id && row.indicatorId === leaf.row.id && row.slot === slot,
  );
}
