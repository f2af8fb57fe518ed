import type { UnitReportStand } from '@gongping/contracts';

/** What of the board is shown, as in the address (`?show=late`). */
export const boardFilters = ['all', 'missing', 'late', 'failing'] as const;
export type BoardFilter = (typeof boardFilters)[number];

export function readFilter(text: string | null): BoardFilter {
  return boardFilters.find((filter) => filter === text) ?? 'all';
}

export const isMissing = ({ unit, state }: UnitReportStand): boolean =>
  unit.filesAnnualReport && state !== 'filed';

export const isLate = ({ late }: UnitReportStand): boolean =>
  (late.local ?? 0) > 0 || (late.statutory ?? 0) > 0;

const fits: Readonly<Record<BoardFilter, (stand: UnitReportStand) => boolean>> = {
  all: () => true,
  missing: isMissing,
  late: isLate,
  failing: ({ filed }) => (filed?.summary.fail ?? 0) > 0,
};

export function filterBoard(units: readonly UnitReportStand[], filter: BoardFilter): UnitReportStand[] {
  return units.filter(fits[filter]);
}
