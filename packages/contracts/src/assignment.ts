import { z } from 'zod';
import { id, localText, unitKind } from './text.ts';

/** Which of two raters: 2 only where a round is scored twice. */
export const slot = z.union([z.literal(1), z.literal(2)]);
export type Slot = z.infer<typeof slot>;

export const assignmentCell = z.object({
  unitId: id,
  family: z.string(),
  slot: slot.default(1),
  evaluatorId: id.nullable(),
});

/** The matrix units × families with who scores each cell; where the round is scored twice, a cell for each rater. */
export const assignmentMatrix = z.object({
  evaluators: z.array(
    z.object({
      id,
      displayName: z.string(),
      homeUnitId: id.nullable(),
      cells: z.number().int(),
      leaves: z.number().int(),
    }),
  ),
  families: z.array(z.object({ code: z.string(), name: localText })),
  units: z.array(z.object({ id, code: z.string(), name: localText, kind: unitKind })),
  cells: z.array(assignmentCell.extend({ leaves: z.number().int() })),
  /** Assigned although the evaluator belongs to the unit. */
  conflicts: z.array(z.object({ unitId: id, evaluatorId: id })),
  unassigned: z.number().int(),
});
export type AssignmentMatrix = z.infer<typeof assignmentMatrix>;

/** Cells to set; others stay. A conflict of interest is refused. */
export const assignmentChange = z.object({ cells: z.array(assignmentCell).min(1).max(20_000) });

/** Fills the empty cells (or all, with `replace`) evenly by leaves, never against a conflict of interest. */
export const assignmentFill = z.object({ by: z.enum(['unit', 'family']), replace: z.boolean() });
