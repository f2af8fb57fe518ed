import type { CountedMessages, Language, MysteryProposal, MysteryRequest, Score } from '@gongping/contracts';
import { evaluateRule } from '@gongping/scoring';
import { isSame } from '../score-sheets/judge-write.ts';
import { isOwnCell, type Cell, type Sheets } from '../score-sheets/sheets.access.ts';
import { logLeaves, type Proposal } from './propose.ts';

export const noMessages: CountedMessages = { inTime: 0, late: 0, none: 0 };

/** What the log proposes for a cell; null where the log says nothing of the leaf. */
export function proposalFor(
  { leaf }: Cell,
  entries: readonly MysteryRequest[],
  messages: CountedMessages = noMessages,
): Proposal | null {
  const judged = logLeaves[leaf.row.code];
  if (!judged) return null;
  const own = entries.filter(({ kind }) => kind === judged.kind);
  return judged.propose(leaf.rule, own, messages);
}

/** The cells among some that the log says something of. */
export function logCells(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ leaf }) => logLeaves[leaf.row.code] !== undefined);
}

interface Beside {
  readonly sheets: Sheets;
  readonly entries: readonly MysteryRequest[];
  /** The score as the person sees it. */
  readonly score: Score | undefined;
  readonly language: Language;
}

export function toProposal(cell: Cell, beside: Beside): MysteryProposal[] {
  const { sheets, score, language } = beside;
  const proposal = proposalFor(cell, beside.entries);
  if (proposal === null) return [];
  const isReady = proposal.state === 'ready';
  const input = isReady ? proposal.input : null;
  const fullMarks = Number(cell.fullMarks);
  const outcome = input && evaluateRule(cell.leaf.rule, input, fullMarks);
  const sentence = proposal.sentence[language];
  const asked = { state: 'scored' as const, input, marks: null, reason: sentence };
  const needsMessages = isReady && proposal.needsMessages;
  return [
    {
      indicator: { code: cell.leaf.row.code, name: cell.leaf.row.name },
      state: proposal.state,
      sentence,
      // Without the messages the input is not the whole of it.
      input: needsMessages ? null : (input as MysteryProposal['input']),
      marks: outcome?.ok && !needsMessages ? outcome.marks : null,
      fullMarks,
      needsMessages,
      standing: score
        ? {
            revision: score.revision,
            state: score.state,
            marks: score.marks,
            same: isReady && !needsMessages && isSame({ ...score, marks: null }, asked),
          }
        : null,
      adoptable: isReady && sheets.assessment.phase === 'scoring' && isOwnCell(sheets, cell),
    },
  ];
}
