import { PROPOSAL_RULES } from '@gongping/annual-report';
import type { Slot } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { reportYearOf } from '../assessments/assessment-settings.ts';
import type { Asked } from '../score-sheets/judge-write.ts';
import type { Cell, Sheets } from '../score-sheets/sheets.access.ts';
import { filedReport } from '../unit-reports/filed-report.ts';
import * as repository from './proposal.repository.ts';
import { entersSame, proposeCell } from './propose-cell.ts';

/** What the log keeps of a proposal beside the score. */
export interface NotedProposal {
  readonly outcome: 'confirmed' | 'overruled';
  readonly reportVersion: number;
  readonly input: unknown;
  readonly marks: string;
}

/**
 * Keeps, with a score that is written, what the unit's filed report proposed for it and whether the score says the same.
 * @returns null where nothing was proposed
 */
export async function noteProposal(
  tx: Database,
  of: { sheets: Sheets; cell: Cell; slot: Slot | null; asked: Asked; actor: Actor; now: Date },
): Promise<NotedProposal | null> {
  const { sheets, cell, asked } = of;
  const { unit, leaf } = cell;
  if (leaf.row.judge === null) return null;
  const { assessment } = sheets;
  const key = {
    assessmentId: assessment.id,
    unitId: unit.id,
    indicatorId: leaf.row.id,
    slot: of.slot ?? 0,
  };
  const filed = await filedReport(tx, { unit, year: reportYearOf(assessment), compares: false });
  const proposal = proposeCell(cell, filed?.judged ?? null);
  const isProposed = proposal !== null && proposal.input !== null && proposal.marks !== null;
  if (!filed || !isProposed || asked.state === 'unscored') {
    await repository.dropDecided(tx, key);
    return null;
  }
  const { input, marks } = proposal;
  if (input === null || marks === null) return null;
  const confirms = asked.state === 'scored' && entersSame(asked.input, input);
  const outcome = confirms ? 'confirmed' : 'overruled';
  await repository.saveDecided(tx, {
    ...key,
    reportVersionId: filed.row.id,
    rules: PROPOSAL_RULES,
    input,
    marks,
    outcome,
    decidedBy: of.actor.id,
    decidedAt: of.now,
  });
  return { outcome, reportVersion: filed.row.version, input, marks };
}
