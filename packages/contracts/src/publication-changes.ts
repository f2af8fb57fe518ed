import { z } from 'zod';
import { publishedVersion } from './result.ts';
import { scoreState } from './score-sheet.ts';
import { localText, unitKind } from './text.ts';

const named = z.object({ code: z.string(), name: localText });
const figure = z.object({ from: z.number().nullable(), to: z.number().nullable() });
const word = z.object({ from: z.string().nullable(), to: z.string().nullable() });

/** Whether something is in both versions. */
export const presence = z.enum(['added', 'removed', 'kept']);

export const publicationChangesQuery = z.object({
  /** The version to compare with; the one before unless told. */
  from: z.coerce.number().int().min(1).optional(),
});

/** What differs between two versions of a publication: nothing is listed that is the same in both. */
export const publicationChanges = z.object({
  from: publishedVersion,
  to: publishedVersion,
  /** Units whose result differs, in the order of the newer ranking. */
  units: z.array(
    named.extend({
      kind: unitKind,
      presence,
      total: figure,
      rank: figure,
      band: word,
      thirdParty: figure,
      social: figure,
    }),
  ),
  /** Leaves of units that are judged otherwise, with the reason as it is now. */
  scores: z.array(
    z.object({
      unit: named,
      indicator: named,
      state: z.object({ from: scoreState.nullable(), to: scoreState.nullable() }),
      marks: figure,
      reason: z.string(),
    }),
  ),
  /** Scores and ranks above the leaves. */
  nodes: z.array(z.object({ unit: named, indicator: named, score: figure, rank: figure })),
  /** Indicators that were added or taken away, or whose marks or words differ. */
  indicators: z.array(named.extend({ presence })),
  /** Members of the method, as in `method.json`. */
  method: z.array(word.extend({ path: z.string() })),
  /** Words of the public. */
  comments: z.object({ from: z.number().int(), to: z.number().int() }),
});
export type PublicationChanges = z.infer<typeof publicationChanges>;
