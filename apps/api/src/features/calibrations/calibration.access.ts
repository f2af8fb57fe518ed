import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { cellsOf, openSheets, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import type { UnitRow } from '../units/unit.service.ts';
import * as repository from './calibration.repository.ts';

/** The calibration of a round as one person may look at it. */
export interface OpenCalibration {
  readonly sheets: Sheets;
  /** Undefined where no reference unit is marked. */
  readonly row: repository.CalibrationRow | undefined;
  /** The reference units that are still in the round. */
  readonly units: readonly UnitRow[];
  /** Whether the person is one of those who calibrate. */
  readonly rates: boolean;
}

type Rater = { readonly homeUnitId: string | null };

/** @throws ProblemError `not-found`, `forbidden` as `openSheets` */
export async function openCalibration(db: Database, actor: Actor, slug: string): Promise<OpenCalibration> {
  const sheets = await openSheets(db, actor, slug);
  const { id } = sheets.assessment;
  const row = await repository.findCalibration(db, id);
  const unitIds = new Set(await repository.listUnitIds(db, id));
  const units = sheets.frame.units.filter((unit) => unitIds.has(unit.id));
  return { sheets, row, units, rates: hasRole(actor, ['evaluator'], id) };
}

export function stateOf({ row }: Pick<OpenCalibration, 'row'>): 'none' | 'open' | 'closed' {
  if (row === undefined) return 'none';
  return row.closedAt === null ? 'open' : 'closed';
}

/** What somebody scores to calibrate: the leaves of the 100 of every reference unit but their own. */
export function cellsToCalibrate(
  { sheets, units }: Pick<OpenCalibration, 'sheets' | 'units'>,
  { homeUnitId }: Rater,
): Cell[] {
  return units
    .filter(({ id }) => id !== homeUnitId)
    .flatMap((unit) => cellsOf(sheets.leaves, unit).filter(({ leaf }) => leaf.row.role === 'score'));
}

/** The leaves that an evaluator scores at a reference unit. @throws ProblemError `not-found` */
export function findReference(of: OpenCalibration, unitCode: string): { unit: UnitRow; cells: Cell[] } {
  const cells = of.rates ? cellsToCalibrate(of, of.sheets.actor) : [];
  const own = cells.filter(({ unit }) => unit.code === unitCode);
  const [first] = own;
  if (!first) throw new ProblemError('not-found');
  return { unit: first.unit, cells: own };
}
