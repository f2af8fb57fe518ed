import type { UnitKind } from './report.ts';

/**
 * Month and day by which the report of a year is to be published in the year after it (条例 article 49): departments by
 * 31 January, governments by 31 March. Calendar days: the law moves neither for a weekend.
 */
export const statutoryDays: Readonly<Record<UnitKind, string>> = {
  department: '01-31',
  county: '03-31',
  city: '03-31',
};

/** The last day by law for the report of a year: `2020-01-31`. */
export const statutoryDay = (kind: UnitKind, year: number): string => `${year + 1}-${statutoryDays[kind]}`;
