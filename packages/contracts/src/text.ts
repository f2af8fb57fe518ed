import type { LocalText } from '@gongping/scoring';
import { z } from 'zod';

/** Wording in both languages of the interface. */
export const localText = z.object({ zh: z.string(), en: z.string() }) satisfies z.ZodType<LocalText>;

/** A day as printed in tables, in Asia/Shanghai: `2020-04-29`. */
export const day = z.iso.date();

/** A moment in UTC: `2020-04-29T03:04:05.678Z`. */
export const moment = z.iso.datetime({ offset: true });

/** An exact decimal on the wire: `3.44`. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

/** Text without what no database or document can hold: control characters, halves of surrogate pairs. */
export const printable = z.string().refine((text) => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text), {
  params: { kind: 'unprintable' },
});

const typed = printable.trim();

/** A line of text that people type: trimmed, not empty, bounded. */
export const line = typed.check(z.minLength(1), z.maxLength(200));

/** A paragraph that people type, possibly empty. */
export const paragraph = typed.check(z.maxLength(4000));

export const id = z.uuid();
export const unitKind = z.enum(['county', 'department']);
export type UnitKind = z.infer<typeof unitKind>;

/** The slug of an assessment in addresses: the year, with a suffix where a year has several. */
export const assessmentSlug = z.string().regex(/^\d{4}(-\d+)?$/);
export const code = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

/** Words of a draft in both languages, to the letter; one of them, or both, may still be missing. */
export const draftText = z.object({
  zh: printable.check(z.maxLength(2000)),
  en: printable.check(z.maxLength(2000)),
}) satisfies z.ZodType<LocalText>;
