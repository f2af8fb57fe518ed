import type { AssignmentMatrix, ProgressBoard } from '@gongping/contracts';

/** What a step means in numbers. */
export interface PhaseFacts {
  readonly units: number;
  /** Over all units. */
  readonly leaves: number;
  readonly scored: number;
  readonly claimed: number;
  readonly deductions: number;
  /** Units that have handed their self-assessment in. */
  readonly submitted: number;
  /** Units without anybody who could. */
  readonly voiceless: number;
  readonly casesOpen: number;
  readonly casesRuled: number;
  readonly appealsOpen: number;
  readonly appealsRuled: number;
  readonly evaluators: number;
  readonly unassigned: number;
}

export function phaseFacts(
  { units }: ProgressBoard,
  matrix: Pick<AssignmentMatrix, 'unassigned'> & { evaluators: readonly unknown[] },
): PhaseFacts {
  const sum = (of: (unit: ProgressBoard['units'][number]) => number) =>
    units.reduce((total, unit) => total + of(unit), 0);
  return {
    units: units.length,
    leaves: sum(({ leaves }) => leaves),
    scored: sum(({ scored, secondScored }) => Math.max(scored, secondScored)),
    claimed: sum(({ claimed }) => claimed),
    deductions: sum(({ deductions }) => deductions),
    submitted: units.filter(({ claimSubmittedAt }) => claimSubmittedAt !== null).length,
    voiceless: units.filter(({ liaisons }) => liaisons === 0).length,
    casesOpen: sum(({ cases }) => cases.open),
    casesRuled: sum(({ cases }) => cases.ruled),
    appealsOpen: sum(({ appeals }) => appeals.open),
    appealsRuled: sum(({ appeals }) => appeals.ruled),
    evaluators: matrix.evaluators.length,
    unassigned: matrix.unassigned,
  };
}
