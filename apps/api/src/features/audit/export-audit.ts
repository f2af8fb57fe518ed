import { csvText } from '@gongping/bundle';
import type { Database } from '@gongping/db';
import type { AuditFilter } from './audit-filter.ts';
import type { Concealed } from './concealed.ts';
import * as repository from './audit.repository.ts';
import type { AuditRow } from './audit.repository.ts';

/**
 * `jsonl` is exact, an entry a line with everything its hash is over. `csv` is for reading in Excel: UTF-8 with its mark,
 * and no cell that a spreadsheet would take for a formula.
 */
export const auditFormats = ['csv', 'jsonl'] as const;
export type AuditFormat = (typeof auditFormats)[number];

/** Entries held in memory at a time. */
const stretchLength = 500;

const columns = [
  'sequence',
  'at',
  'actor',
  'action',
  'subject',
  'before',
  'after',
  'reason',
  'request_id',
  'previous_hash',
  'hash',
];

/** A log as text, oldest entry first, piece by piece however long it is. The caller has checked who asks. */
export async function* exportAudit(
  db: Database,
  scope: string,
  of: { format: AuditFormat; filter: AuditFilter; concealed?: Concealed | null },
): AsyncGenerator<string, void> {
  const { format, filter, concealed = null } = of;
  if (format === 'csv') yield `\ufeff${csvText(columns, [])}`;
  let after = 0;
  for (;;) {
    const rows = await repository.listStretch(db, scope, { after, limit: stretchLength, filter, concealed });
    if (rows.length > 0) yield format === 'csv' ? csvRows(rows) : rows.map(jsonLine).join('');
    after = rows.at(-1)?.sequence ?? after;
    if (rows.length < stretchLength) return;
  }
}

function jsonLine(row: AuditRow): string {
  return `${JSON.stringify({ ...row, at: row.at.toISOString() })}\n`;
}

function csvRows(rows: readonly AuditRow[]): string {
  const [first = [], ...others] = rows.map(cellsOf);
  return csvText(first, others);
}

function cellsOf(row: AuditRow): string[] {
  const said = [row.actorName, row.action, row.subject, factsOf(row.before), factsOf(row.after), row.reason];
  const given = [...said, row.requestId].map(asText);
  return [String(row.sequence), row.at.toISOString(), ...given, row.previousHash, row.hash];
}

const factsOf = (facts: unknown): string => (facts === null ? '' : JSON.stringify(facts));

/** What people typed must not run where the file is opened: a quotation mark in front makes a formula a text. */
function asText(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
