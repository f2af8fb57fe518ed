import { z } from 'zod';
import { localText, printable } from './text.ts';

/** Words of the public as somebody has confirmed them. Who wrote them is not said, and their group only where it is large. */
export const publicComment = z.object({
  unit: z.string(),
  question: z.string(),
  /** Group of respondents; null where it is small, or where its size would tell that of a small one. */
  group: z.string().nullable(),
  text: z.string(),
});
export type PublicComment = z.infer<typeof publicComment>;

export const publicCommentQuery = z.object({
  unit: z.string().max(32).optional(),
  /** Words that are looked for, whatever their case and width. */
  q: printable.check(z.maxLength(100)).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type PublicCommentQuery = z.infer<typeof publicCommentQuery>;

/** Those of a publication that are asked for, unit by unit. */
export const publicCommentList = z.object({
  comments: z.array(publicComment),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  /** Units about which there are any, in all; empty in publications of earlier versions of the product. */
  units: z.array(z.object({ code: z.string(), name: localText, comments: z.number().int() })),
  questions: z.array(z.object({ code: z.string(), text: localText })),
  groups: z.array(z.object({ code: z.string(), label: localText })),
});
export type PublicCommentList = z.infer<typeof publicCommentList>;
