import type { ReportProposal } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';
import type { CellEditor } from '../cell-editor.svelte.ts';
import { attachReport } from '../score-client.ts';
import type { ScoreEditor } from '../score-editor.svelte.ts';
import { proposedEdit } from './proposal-stand.ts';

/** A proposal beside the leaf that it is for. */
export interface ProposedCell {
  readonly proposal: ReportProposal;
  /** The newest version of the report. */
  readonly version: number | null;
  readonly cell: CellEditor;
}

/**
 * Fills a leaf in as it is proposed, to be undone, and puts the report among its evidence.
 *
 * @param batch of proposals that are taken over together, to be undone together
 * @returns what is wrong, in a sentence; empty where nothing is
 */
export async function takeProposal(
  { proposal, version, cell }: ProposedCell,
  { slug, editor, batch }: { slug: string; editor: ScoreEditor; batch?: number },
): Promise<string> {
  const edit = proposedEdit(proposal, cell);
  if (edit === null || version === null) return '';
  editor.change(cell, edit, 'proposal', batch);
  const outcome = await attachReport(slug, cell.place, version);
  if (!outcome.ok) return outcome.problem.detail || m.reports_attach_failed();
  cell.addEvidence(outcome.evidence);
  return '';
}
