import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { newId } from '../../http/new-id.ts';
import { appendAuditEntries } from '../audit/audit.service.ts';
import { listRatings } from '../score-sheets/ratings.service.ts';
import type { Cell, Sheets } from '../score-sheets/sheets.access.ts';
import { insertCases } from './case.repository.ts';
import { tellReviewers } from './tell-reviewers.ts';

export interface Opening {
  readonly sheets: Sheets;
  /** Cells of one unit that both raters have handed in and that have no case yet. */
  readonly cells: readonly Cell[];
  /** The raters of the unit: they cannot rule. */
  readonly raters: ReadonlySet<string>;
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  /** Why somebody opens them; empty where they follow from the ratings. */
  readonly reason: string;
}

/** Opens cases for the reviewer and tells the reviewers. Call it with the unit's ratings held. */
export async function openArbitration(tx: Database, of: Opening): Promise<void> {
  const { sheets, cells, raters, actor, now, requestId, reason } = of;
  const { id: assessmentId } = sheets.assessment;
  const opened = cells.map(({ unit, leaf }) => ({
    id: newId(now),
    assessmentId,
    unitId: unit.id,
    indicatorId: leaf.row.id,
    openedAt: now,
    reason: '',
    ruledBy: null,
    ruledAt: null,
  }));
  const [first] = opened;
  if (!first) return;
  const rows = await listRatings(tx, assessmentId, { unitIds: [first.unitId] });
  const given = new Map(rows.map((row) => [`${row.indicatorId}/${row.slot}`, row]));
  await insertCases(tx, opened);
  await tellReviewers(tx, sheets, { cells, raters, occasion: first.id, at: now });
  await appendAuditEntries(
    tx,
    assessmentId,
    cells.map((cell) => ({
      scope: assessmentId,
      at: now,
      actor,
      action: 'arbitration.open',
      subject: caseSubject(cell),
      after: [1, 2].map((slot) => {
        const row = given.get(`${cell.leaf.row.id}/${slot}`);
        return { state: row?.state ?? 'unscored', marks: row?.marks ?? null };
      }),
      reason,
      requestId,
    })),
  );
}

/** How the log names a case: `arbitration C04/A1-2`. */
export function caseSubject({ unit, leaf }: Pick<Cell, 'unit' | 'leaf'>): string {
  return `arbitration ${unit.code}/${leaf.row.code}`;
}
