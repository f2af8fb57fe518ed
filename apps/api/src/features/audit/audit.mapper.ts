import type { AuditEntry } from '@gongping/contracts';
import type { AuditRow } from './audit.repository.ts';

export function toAuditEntry(row: AuditRow): AuditEntry {
  return {
    scope: row.scope,
    sequence: row.sequence,
    at: row.at.toISOString(),
    actorName: row.actorName,
    action: row.action,
    subject: row.subject,
    before: row.before,
    after: row.after,
    reason: row.reason,
    requestId: row.requestId,
    hash: row.hash,
  };
}
