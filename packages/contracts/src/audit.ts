import { z } from 'zod';
import { moment } from './text.ts';

export const auditEntry = z.object({
  scope: z.string(),
  sequence: z.number().int(),
  at: moment,
  actorName: z.string(),
  action: z.string(),
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string(),
  requestId: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
/** Newest first; `next` continues with older entries. `actions`: every action that the whole log tells of. */
export const auditPage = z.object({
  entries: z.array(auditEntry),
  next: z.number().int().nullable(),
  actions: z.array(z.string()),
});

/** Entries looked at, and the first one that was altered, removed or put in later; null where the chain holds. */
export const auditVerification = z.object({
  entries: z.number().int(),
  brokenAt: z.number().int().nullable(),
});
