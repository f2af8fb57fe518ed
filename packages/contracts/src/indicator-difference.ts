import { z } from 'zod';
import { indicatorSystemSummary } from './indicator-system.ts';
import { localText, unitKind } from './text.ts';

/** A cell of the tables that says something else; null where the row was not there before, or is not any more. */
export const fieldChange = z.object({
  /** Machine name of the column: `marks_county`. */
  column: z.string(),
  /** Which entry of a list is meant, like `late`, or a clause's number; null for the fields of the node itself. */
  entry: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type FieldChange = z.infer<typeof fieldChange>;

const node = z.object({ code: z.string(), name: localText });
const parent = z.string().nullable();

/** What one version of an indicator system says and another does not. */
export const systemDifference = z.object({
  from: indicatorSystemSummary,
  to: indicatorSystemSummary,
  /** Full marks inside the 100, by kind. */
  marks: z.array(z.object({ kind: unitKind, from: z.string(), to: z.string() })),
  added: z.array(node.extend({ parent, isLeaf: z.boolean() })),
  removed: z.array(node.extend({ parent, isLeaf: z.boolean() })),
  /** To another parent, or among the children of the same one (`from` and `to` are equal then). */
  moved: z.array(node.extend({ from: parent, to: parent })),
  changed: z.array(node.extend({ fields: z.array(fieldChange) })),
  /** Title, notice, clauses and lead tasks. */
  notice: z.array(fieldChange),
});
export type SystemDifference = z.infer<typeof systemDifference>;
