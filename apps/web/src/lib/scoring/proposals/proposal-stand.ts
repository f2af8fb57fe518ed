import type { ReportProposal } from '@gongping/contracts';
import type { RuleInput } from '@gongping/scoring';
import type { CellEditor } from '../cell-editor.svelte.ts';
import { draftOf } from '../draft.ts';
import type { Edit } from '../judge.ts';
import { entersSame } from '../same-input.ts';

/** How what stands in a leaf's fields is to what the unit's filed report proposes for it. */
export type ProposalStand =
  /** Nothing is proposed, or nobody may write it. */
  'none' | 'open' | 'taken' | 'overruled';

export const inputOf = (proposal: ReportProposal): RuleInput | null => proposal.input as RuleInput | null;

export function standOf(proposal: ReportProposal, { judgement }: CellEditor): ProposalStand {
  const input = inputOf(proposal);
  if (input === null) return 'none';
  if (judgement.kind === 'scored' && entersSame(judgement.input, input)) return 'taken';
  return judgement.kind === 'scored' || judgement.kind === 'not-applicable' ? 'overruled' : 'open';
}

/** The version that the score was written by, where another is the newest by now; else null. */
export function restsOn(proposal: ReportProposal, version: number | null): number | null {
  const decided = proposal.decided?.version ?? null;
  return decided !== null && version !== null && decided < version ? decided : null;
}

/** The fields as they are proposed; null where nothing is. */
export function proposedEdit(proposal: ReportProposal, cell: CellEditor): Edit | null {
  const input = inputOf(proposal);
  if (input === null) return null;
  return { draft: draftOf(cell.leaf.rule, input), notApplicable: false, reason: proposal.reason };
}
