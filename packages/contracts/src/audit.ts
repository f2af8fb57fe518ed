import { z } from 'zod';
import { moment } from './text.ts';

/**
 * Everything that the log tells of, `noun.verb`. Nothing else is written into it, and the site has words for each.
 */
export const auditActions = [
  'appeal.rule',
  'appeal.submit',
  'appeal.withdraw',
  'arbitration.open',
  'arbitration.rule',
  'assessment.change',
  'assessment.create',
  'assessment.extend',
  'assessment.phase',
  'assessment.terms',
  'assignment.change',
  'assignment.fill',
  'calendar.day',
  'calendar.year',
  'calibration.close',
  'calibration.set',
  'calibration.submit',
  'calibration.write',
  'check.accept',
  'check.links',
  'check.reopen',
  'claim.reopen',
  'claim.submit',
  'claim.withdraw',
  'claim.write',
  'demonstration.load',
  'demonstration.remove',
  'evidence.add',
  'evidence.remove',
  'guidance.write',
  'indicator-system.create',
  'indicator-system.delete',
  'indicator-system.draft',
  'indicator-system.edit',
  'indicator-system.freeze',
  'indicator-system.import',
  'mail-template.change',
  'mystery-request.add',
  'mystery-request.change',
  'mystery-request.remove',
  'na.approve',
  'na.reject',
  'page.check',
  'password.change',
  'publication.create',
  'rating.return',
  'rating.submit',
  'rating.write',
  'rectification.answer',
  'rectification.request',
  'reminder.send',
  'response.decide',
  'response.hold',
  'sample.change',
  'sample.discard',
  'sample.draw',
  'score.agree',
  'score.return',
  'score.rule',
  'score.write',
  'survey.change',
  'unit.change',
  'unit.create',
  'user.change',
  'user.contact',
  'user.create',
  'user.create-administrator',
  'user.link',
  'user.set-password',
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditEntry = z.object({
  scope: z.string(),
  sequence: z.number().int(),
  at: moment,
  actorName: z.string(),
  /** One of `auditActions`; a log may hold those of another version of the product. */
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
