import { z } from 'zod';
import { indicatorRole, indicatorSystem, judge } from './indicator-system.ts';
import { draftRule } from './rule.ts';
import { code, day, draftText, line, printable, unitKind } from './text.ts';

const text = printable.check(z.maxLength(8000));
/** What the database holds of marks. */
const marks = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/);

/**
 * A node of a draft as somebody who edits it sends it. A draft may be incomplete: what is missing is told by the
 * checks, not refused. The level follows from the parent; of inner nodes so do role and kinds.
 */
export const draftIndicator = z.object({
  code,
  parent: code.nullable(),
  name: draftText,
  role: indicatorRole,
  unitKinds: z.array(unitKind).max(2),
  marks: z.object({ county: marks.nullable(), department: marks.nullable() }),
  rule: draftRule.nullable(),
  ruleText: text,
  evidenceWanted: text,
  naCondition: text.nullable(),
  clauses: z.array(z.number().int().min(1).max(999_999)).max(100),
  quote: text,
  legalBasis: text.nullable(),
  judge: judge.nullable().default(null),
});
export type DraftIndicator = z.infer<typeof draftIndicator>;

/** Below which node something goes, and above which of its children; null for the top, and for the end. */
const place = { parent: code.nullable(), before: code.nullable() };

/** One change of a draft. Codes that are not given are the next free ones. */
export const systemEdit = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), ...place }),
  z.object({ op: z.literal('change'), code, indicator: draftIndicator.omit({ parent: true }) }),
  z.object({ op: z.literal('move'), code, ...place }),
  /** With everything below. */
  z.object({ op: z.literal('copy'), code, ...place }),
  /** Leaves the node out, with everything below. */
  z.object({ op: z.literal('retire'), code }),
  /** All nodes as they were, which takes changes back. */
  z.object({ op: z.literal('restore'), indicators: z.array(draftIndicator).max(2000) }),
  z.object({
    op: z.literal('describe'),
    title: z.object({ zh: line, en: line }),
    notice: z.object({
      documentNumber: text,
      title: text,
      issuer: text,
      date: z.union([day, z.literal('')]),
      preamble: text,
    }),
  }),
]);
export type SystemEdit = z.infer<typeof systemEdit>;

const expectedRevision = z.number().int().min(1);
export const draftChange = z.object({ expectedRevision, edit: systemEdit });
export const draftFreeze = z.object({ expectedRevision, reason: line });

/** What is wrong with a draft (`error`: it cannot be published), or looks so (`advice`). */
export const systemCheck = z.object({
  severity: z.enum(['error', 'advice']),
  /** Null where the system as a whole is meant. */
  indicator: z.string().nullable(),
  /** Path of the field in the node, like `rule.levels.0.label.en`; null where the node as a whole is meant. */
  field: z.string().nullable(),
  message: z.string(),
});
export type SystemCheck = z.infer<typeof systemCheck>;
export const systemChecks = z.object({ checks: z.array(systemCheck) });

export const changedDraft = z.object({
  system: indicatorSystem,
  checks: z.array(systemCheck),
  /** The node that the change was about, or what stands in its place now. */
  selected: z.string().nullable(),
});
export type ChangedDraft = z.infer<typeof changedDraft>;

/** What became of an uploaded file: the version that says what it says, new or there already. */
export const importedSystem = z.object({
  id: z.string(),
  code: z.string(),
  version: z.number().int(),
  created: z.boolean(),
});
