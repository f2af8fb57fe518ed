import type { TableName } from '@gongping/annual-report';
import type { UnitReportStand } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

const tables = { table2: m.reports_table2, table3: m.reports_table3, table4: m.reports_table4 } as const;
export const tableWord = (table: TableName): string => tables[table]();

const states = {
  'not-obliged': m.reports_state_not_obliged,
  none: m.reports_state_none,
  draft: m.reports_state_draft,
  filed: m.reports_state_filed,
} as const;
export const stateWord = (state: UnitReportStand['state']): string => states[state]();

/** Days late in words; a dash where nothing is known, and what is in time says so. */
export function lateWord(days: number | null): string {
  if (days === null) return '–';
  return days === 0 ? m.reports_in_time() : m.reports_days_late({ days });
}
