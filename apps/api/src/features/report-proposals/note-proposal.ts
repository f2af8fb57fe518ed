import { PROPOSAL_RULES } from '@gongping/annual-report';
import type { Slot } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { RuleInput } from '@gongping/scoring';
import type { Actor } from '../../http/actor.ts';
import { reportYearOf } from '../assessments/assessment-settings.ts';
import type { Asked } from '../score-sheets/judge-write.ts';
import type { Cell, Sheets } from '../score-sheets/sheets.access.ts';
import { filedReports } from '../unit-reports/filed-report.ts';
import * as repository from './proposal.repository.ts';
import { entersSame, proposeCell } from './propose-cell.ts';

/** What the log keeps of a proposal beside the score. */
export interface NotedProposal {
  readonly outcome: 'confirmed' | 'overruled';
  readonly reportVersion: number;
  readonly input: RuleInput;
  readonly marks: string;
}

/** A score that is written. */
export interface WrittenScore {
  readonly cell: Cell;
  readonly slot: Slot | null;
  readonly asked: Asked;
}

interface Writing {
  readonly sheets: Sheets;
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Keeps, with scores that are written, what the units' filed reports proposed for them and whether they say the same.
 * @returns in the order of the scores; null where nothing was proposed
 */
export async function noteProposals(
  tx: Database,
  { sheets, actor, now }: Writing,
  written: readonly WrittenScore[],
): Promise<(NotedProposal | null)[]> {
  const { assessment } = sheets;
  const judged = written.filter(({ cell }) => cell.leaf.row.judge !== null);
  if (judged.length === 0) return written.map(() => null);
  const units = [...new Set(judged.map(({ cell }) => cell.unit))];
  const filed = await filedReports(tx, { units, year: reportYearOf(assessment), compares: false });
  const noted: (NotedProposal | null)[] = [];
  for (const { cell, slot, asked } of written) {
    const { unit, leaf } = cell;
    if (leaf.row.judge === null) {
      noted.push(null);
      continue;
    }
    const key = {
      assessmentId: assessment.id,
      unitId: unit.id,
      indicatorId: leaf.row.id,
      slot: slot ?? 0,
    };
    const report = filed.get(unit.id);
    const { input = null, marks = null } = proposeCell(cell, report?.judged ?? null) ?? {};
    if (!report || input === null || marks === null || asked.state === 'unscored') {
      await repository.dropDecided(tx, key);
      noted.push(null);
      continue;
    }
    const confirms = asked.state === 'scored' && entersSame(asked.input, input);
    const outcome = confirms ? 'confirmed' : 'overruled';
    const decided = { input, marks, outcome, decidedBy: actor.id, decidedAt: now } as const;
    await repository.saveDecided(tx, {
      ...key,
      reportVersionId: report.row.id,
      rules: PROPOSAL_RULES,
      ...decided,
    });
    noted.push({ outcome, reportVersion: report.row.version, input, marks });
  }
  return noted;
}

/** An entry of the log about a score, with what was proposed beside what was entered. */
export function withProposal<T extends { after?: unknown }>(fact: T, proposal: NotedProposal | null): T {
  return proposal === null ? fact : { ...fact, after: { ...(fact.after as object), proposal } };
}
