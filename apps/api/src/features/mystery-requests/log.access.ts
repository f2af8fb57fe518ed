import { addDays, isOpen, type Phase } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { workingCalendar } from '../calendar/calendar.service.ts';
import { findUnit, openSheets, visibleCells, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import type { UnitRow } from '../units/unit.service.ts';
import type { Reckoning } from './progress.ts';

/** The log of a round as one person may read it. */
export interface Logs {
  readonly sheets: Sheets;
  /** The units whose log is the person's to read, with the leaves of theirs that the person sees. */
  readonly units: readonly { readonly unit: UnitRow; readonly cells: readonly Cell[] }[];
}

/** True from the moment on when a unit may know that it was asked under another name. */
export function isDisclosed(phase: Phase): boolean {
  return phase === 'final' || phase === 'published';
}

/**
 * Evaluators read the logs of the units they score, organisers and reviewers those of all units. Nobody reads that of
 * the unit they belong to or speak for, whatever their role, before the assessment is final.
 *
 * @throws ProblemError `not-found`, `forbidden` as `openSheets`
 */
export async function openLogs(db: Database, actor: Actor, slug: string): Promise<Logs> {
  const sheets = await openSheets(db, actor, slug);
  const disclosed = isDisclosed(sheets.assessment.phase);
  const units = sheets.frame.units
    .filter((unit) => disclosed || !belongsTo(actor, unit))
    .map((unit) => ({ unit, cells: visibleCells(sheets, unit) }))
    .filter(({ cells }) => cells.length > 0);
  return { sheets, units };
}

/** @throws ProblemError `unit-not-assessed`, `not-found` where the log is not the person's to read */
export async function openLog(
  db: Database,
  actor: Actor,
  wanted: { slug: string; unit: string },
): Promise<{ logs: Logs; unit: UnitRow; cells: readonly Cell[] }> {
  const logs = await openLogs(db, actor, wanted.slug);
  findUnit(logs.sheets, wanted.unit);
  const found = logs.units.find(({ unit }) => unit.code === wanted.unit);
  if (!found) throw new ProblemError('not-found');
  return { logs, ...found };
}

/** Whether the person may write in the log of a unit whose cells they see; the phase decides besides. */
export function mayWrite({ sheets }: Logs, actor: Actor, cells: readonly Cell[]): boolean {
  if (hasRole(actor, ['organiser'], sheets.assessment.id)) return true;
  return cells.some(({ unit, leaf }) => sheets.sight.writes(unit.id, leaf));
}

/** As `mayWrite`, in the present phase. */
export function isWritable(logs: Logs, actor: Actor, cells: readonly Cell[]): boolean {
  return isOpen('request.write', logs.sheets.assessment.phase) && mayWrite(logs, actor, cells);
}

/** What the terms of a round are counted with, for entries sent on `first` or later. */
export async function reckoningOf(
  db: Database,
  { assessment }: Pick<Sheets, 'assessment'>,
  { first, now }: { first: string | undefined; now: Date },
): Promise<Reckoning> {
  const today = dayInShanghai(now);
  const calendar = await workingCalendar(db, first ?? addDays(today, -1));
  return { terms: assessment.requestTerms, calendar, today };
}

function belongsTo({ homeUnitId, grants }: Actor, unit: UnitRow): boolean {
  if (homeUnitId === unit.id) return true;
  return grants.some(({ role, unitId }) => role === 'liaison' && unitId === unit.id);
}
