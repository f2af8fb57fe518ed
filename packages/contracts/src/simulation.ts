import { z } from 'zod';
import { localText, unitKind } from './text.ts';

const total = z.number().nullable();
const rank = z.number().nullable();

const leaf = z.object({
  code: z.string(),
  name: localText,
  /** Kinds of units that it counts for without a score. */
  kinds: z.array(unitKind),
});

/** An earlier round's scores through another version of the indicator system. */
export const simulation = z.object({
  round: z.object({ slug: z.string(), title: z.string() }),
  groups: z.array(
    z.object({
      kind: unitKind,
      /** In the order of the simulated ranks. */
      units: z.array(
        z.object({
          code: z.string(),
          name: localText,
          before: z.object({ total, rank, band: z.string().nullable() }),
          after: z.object({ total, rank, band: z.string().nullable() }),
        }),
      ),
    }),
  ),
  /** Leaves whose scores were carried over; `marksDiffer` of them keep their share of other marks. */
  carried: z.number().int(),
  marksDiffer: z.number().int(),
  /** Leaves of the version without a score in the round: they are left out. */
  withoutScores: z.array(leaf),
  /** Leaves of the round that the version does not have: their scores count for nothing. */
  dropped: z.array(leaf),
});
export type Simulation = z.infer<typeof simulation>;
