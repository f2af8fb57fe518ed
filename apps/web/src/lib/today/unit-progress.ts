import type { AssessmentProgress, UnitKind } from '@gongping/contracts';

type UnitProgress = AssessmentProgress['units'][number];

/** A line of the heat map. */
export interface ProgressRow extends UnitProgress {
  /** Leaves that are scored or not applicable. */
  readonly done: number;
  /** Share of leaves done by family, in the order of the families; null where none apply. */
  readonly shares: readonly (number | null)[];
}

/** Units of one kind, the least complete first. */
export function progressRows(progress: AssessmentProgress, kind: UnitKind): ProgressRow[] {
  const shares = new Map(progress.cells.map(({ unitId, family, done }) => [`${unitId} ${family}`, done]));
  return progress.units
    .filter((unit) => unit.kind === kind)
    .map((unit) => ({
      ...unit,
      done: unit.scored + unit.notApplicable,
      shares: progress.families.map(({ code }) => shares.get(`${unit.unitId} ${code}`) ?? null),
    }))
    .sort((a, b) => a.done / a.leaves - b.done / b.leaves);
}

/** Everything of a round: leaves, how many of them are done, and how many of those lack a reason or evidence. */
export function progressTotals({ units }: AssessmentProgress) {
  const sum = (of: (unit: UnitProgress) => number) => units.reduce((total, unit) => total + of(unit), 0);
  return {
    leaves: sum(({ leaves }) => leaves),
    done: sum((unit) => unit.scored + unit.notApplicable),
    incomplete: sum(({ incomplete }) => incomplete),
  };
}

/** Half of the time's share is far behind; the last tenth of a phase forgives nothing. */
const tolerated = 0.5;
const strictFrom = 0.9;

/**
 * Units that are far behind the calendar, the worst first.
 *
 * @param elapsed share of the scoring phase that has passed, 0 to 1
 */
export function unitsBehind({ units }: AssessmentProgress, elapsed: number): UnitProgress[] {
  const share = (unit: UnitProgress) =>
    unit.leaves === 0 ? 1 : (unit.scored + unit.notApplicable) / unit.leaves;
  const wanted = elapsed >= strictFrom ? elapsed : elapsed * tolerated;
  return units.filter((unit) => share(unit) < wanted).sort((a, b) => share(a) - share(b));
}

/** Units with a score that changed in the 24 hours before `now`. */
export function recentlyChanged({ units }: AssessmentProgress, now: Date): number {
  const since = now.getTime() - 24 * 60 * 60 * 1000;
  return units.filter(({ lastChange }) => lastChange !== null && Date.parse(lastChange) >= since).length;
}
