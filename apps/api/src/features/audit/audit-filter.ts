import { printable, day } from '@gongping/contracts';
import { z } from 'zod';

const words = printable.trim().max(100).optional();

/** What of a log is wanted; what is left out does not narrow it. */
export const auditFilter = z.object({
  /** Part of the name of who did it. */
  by: words,
  /** The action as written in the log: `score.write`. */
  action: words,
  /** Part of what it was done to: `C04/A1-2`. */
  subject: words,
  /** First and last day, in Asia/Shanghai. */
  from: day.optional(),
  to: day.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** Midnight of a day where the product is used. */
export const startOfDay = (of: string): Date => new Date(`${of}T00:00:00+08:00`);

const oneDay = 24 * 60 * 60 * 1000;

/** The moment at which a day is over; the place keeps no summer time. */
export const endOfDay = (of: string): Date => new Date(startOfDay(of).getTime() + oneDay);
