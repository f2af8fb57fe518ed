import type { ScoreEditor } from '../score-editor.svelte.ts';
import { standOf } from './proposal-stand.ts';
import { takeProposal, type ProposedCell } from './take-proposal.ts';

/** What is proposed for leaves that nobody has scored yet and the person may write. */
export function openProposals(proposed: readonly ProposedCell[]): ProposedCell[] {
  return proposed.filter(
    ({ proposal, cell }) =>
      cell.writable && standOf(proposal, cell) === 'open' && cell.judgement.kind === 'unscored',
  );
}

/** How many of some proposals give all of the marks, some and none. */
export function countByMarks(proposed: readonly ProposedCell[]) {
  const counts = { full: 0, part: 0, none: 0 };
  for (const { proposal } of proposed) {
    const [marks, full] = [Number(proposal.marks), Number(proposal.fullMarks)];
    counts[marks >= full ? 'full' : marks > 0 ? 'part' : 'none'] += 1;
  }
  return counts;
}

let batches = 0;

/**
 * Takes proposals over one after the other, to be undone together. Each is saved before the next begins; the first that
 * cannot be ends it.
 *
 * @returns how many were taken over, and what is wrong with the others
 */
export async function takeAll(
  proposed: readonly ProposedCell[],
  of: { slug: string; editor: ScoreEditor; signal: AbortSignal; ontaken: (count: number) => void },
): Promise<{ taken: number; problems: string[] }> {
  const batch = ++batches;
  const problems: string[] = [];
  let taken = 0;
  for (const each of proposed) {
    if (of.signal.aborted) break;
    const problem = await takeProposal(each, { ...of, batch });
    if (problem !== '') problems.push(problem);
    await each.cell.flush();
    if (each.cell.sync.phase !== 'idle') break;
    taken += 1;
    of.ontaken(taken);
  }
  return { taken, problems: [...new Set(problems)] };
}
