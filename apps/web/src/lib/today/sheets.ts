import type { SheetList } from '@gongping/contracts';

type Sheet = SheetList['sheets'][number];

/** Leaves of a sheet that nobody has scored yet. */
export function leftOf({ leaves, scored, notApplicable }: Sheet): number {
  return leaves - scored - notApplicable;
}

export function sheetPath(slug: string, { unit }: Pick<Sheet, 'unit'>): string {
  return `/work/assessments/${slug}/scoring/units/${unit.code}`;
}

/** Sheets begun first, then those not begun, then those to complete, then the finished; codes within. */
export function inOrderOfWork(sheets: readonly Sheet[]): Sheet[] {
  const stage = (sheet: Sheet) => {
    const left = leftOf(sheet);
    if (left > 0) return left < sheet.leaves ? 0 : 1;
    return sheet.incomplete > 0 ? 2 : 3;
  };
  return [...sheets].sort((a, b) => stage(a) - stage(b) || a.unit.code.localeCompare(b.unit.code, 'en'));
}

/** Where the evaluator goes on: the first sheet with an unscored leaf, else one to complete; null when done. */
export function nextSheet(sheets: readonly Sheet[]): Sheet | null {
  const writable = inOrderOfWork(sheets).filter((sheet) => sheet.writable);
  return (
    writable.find((sheet) => leftOf(sheet) > 0) ?? writable.find(({ incomplete }) => incomplete > 0) ?? null
  );
}

/** Everything of one person's. */
export function sheetTotals(sheets: readonly Sheet[]) {
  const sum = (of: (sheet: Sheet) => number) => sheets.reduce((total, sheet) => total + of(sheet), 0);
  return {
    units: sheets.length,
    leaves: sum(({ leaves }) => leaves),
    done: sum((sheet) => sheet.scored + sheet.notApplicable),
    incomplete: sum(({ incomplete }) => incomplete),
  };
}
