import type { Language, MysteryLog, MysteryLogs, MysteryRequest } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { readScores } from '../score-sheets/read-scores.ts';
import { toUnit } from '../units/unit.service.ts';
import { isWritable, openLog, openLogs, reckoningOf, type Logs } from './log.access.ts';
import { toMysteryRequest } from './mystery-request.mapper.ts';
import * as repository from './mystery-request.repository.ts';
import type { MysteryRow } from './mystery-request.repository.ts';
import { isLate, isSettled, type Reckoning } from './progress.ts';
import { logCells, proposalFor, toProposal } from './proposals.ts';

/**
 * The units whose log the person may read, with how each stands: three queries more than the sheets take.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function listLogs(
  { db, clock }: Dependencies,
  actor: Actor,
  { slug }: { slug: string },
): Promise<MysteryLogs> {
  const logs = await openLogs(db, actor, slug);
  const { assessment, frame } = logs.sheets;
  const rows = await repository.listEntries(db, assessment.id);
  const reckoning = await reckoningOf(db, logs.sheets, { first: rows[0]?.sentOn, now: clock() });
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    terms: assessment.requestTerms,
    units: logs.units.map(({ unit, cells }) => {
      const entries = (byUnit.get(unit.id) ?? []).map((row) => toMysteryRequest(row, reckoning));
      const proposals = logCells(cells).map((cell) => proposalFor(cell, entries));
      const ready = proposals.filter((each) => each?.state === 'ready').length;
      return { unit: toUnit(unit), ...countEntries(entries), ready };
    }),
    mayChangeTerms: hasRole(actor, ['organiser'], assessment.id) && assessment.phase !== 'published',
  };
}

function countEntries(entries: readonly MysteryRequest[]) {
  const requests = entries.filter(({ kind }) => kind === 'request').length;
  const open = entries.filter(({ progress }) => !isSettled(progress.state));
  const due = open.flatMap(({ progress }) => progress.dueOn ?? []).toSorted();
  return {
    requests,
    enquiries: entries.length - requests,
    late: entries.filter(({ progress }) => isLate(progress)).length,
    open: open.length,
    nextDueOn: due[0] ?? null,
  };
}

/**
 * The log of one unit with what it proposes.
 * @throws ProblemError `not-found`, `forbidden`, `unit-not-assessed`
 */
export async function readLog(
  { db, clock }: Dependencies,
  actor: Actor,
  wanted: { slug: string; unit: string; language: Language },
): Promise<MysteryLog> {
  const { logs, unit, cells } = await openLog(db, actor, wanted);
  const { sheets } = logs;
  const { assessment, frame } = sheets;
  const { entries, reckoning } = await readEntries(db, logs, { unitId: unit.id, actor, now: clock() });
  const judged = logCells(cells);
  const scores = judged.length === 0 ? [] : await readScores(db, sheets, judged);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    terms: assessment.requestTerms,
    unit: toUnit(unit),
    entries,
    proposals: judged.flatMap((cell, at) =>
      toProposal(cell, { sheets, entries, score: scores[at], language: wanted.language }),
    ),
    writable: isWritable(logs, actor, cells),
    today: reckoning.today,
  };
}

/** The entries of a unit as the person may read them. */
export async function readEntries(
  db: Database,
  { sheets }: Logs,
  of: { unitId: string; actor: Actor; now: Date },
): Promise<{ entries: MysteryRequest[]; reckoning: Reckoning }> {
  const rows = await repository.listEntries(db, sheets.assessment.id, of.unitId);
  const reckoning = await reckoningOf(db, sheets, { first: rows[0]?.sentOn, now: of.now });
  const named = rows.map((row) => ({ ...row, updatedByName: authorOf(row, sheets, of.actor) }));
  return { entries: named.map((row) => toMysteryRequest(row, reckoning)), reckoning };
}

/** Of two raters who are blind to each other neither learns from the log who the other is. */
function authorOf(row: MysteryRow, { assessment }: Logs['sheets'], actor: Actor): string {
  const oversees = hasRole(actor, ['organiser', 'reviewer'], assessment.id);
  const isBlind = assessment.procedure.doubleScoring && !oversees && row.updatedBy !== actor.id;
  return isBlind ? '' : row.updatedByName;
}
