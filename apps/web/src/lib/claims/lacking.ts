import type { Indicator } from '@gongping/contracts';
import type { Status } from '#lib/components/status.ts';
import type { MissingPart } from '#lib/scoring/cell-status.ts';

export interface Lacking {
  readonly leaf: Indicator;
  readonly lacks: readonly ('unscored' | MissingPart)[];
}

interface Walked {
  readonly leaves: readonly Indicator[];
  statusOf(code: string): Status;
  cellOf(code: string): { readonly missing: readonly MissingPart[] } | undefined;
}

/** The leaves that are not complete, in printing order; a bonus or veto leaf may stay empty. By the API's rule. */
export function lackingLeaves(walked: Walked): Lacking[] {
  return walked.leaves.flatMap((leaf): Lacking[] => {
    if (walked.statusOf(leaf.code) === 'unscored')
      return leaf.role === 'score' ? [{ leaf, lacks: ['unscored'] }] : [];
    const lacks = walked.cellOf(leaf.code)?.missing ?? [];
    return lacks.length === 0 ? [] : [{ leaf, lacks }];
  });
}
