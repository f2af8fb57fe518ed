import type { CheckedCell, CheckedEvidence, CheckFacts } from './check-facts.ts';
import { found, type FoundFinding } from './finding.ts';
import * as sentences from './finding-sentences.ts';
import { shareOf } from './marks-lost.ts';

/** Two scores that lie further apart than this share of the full marks cannot both follow from one piece. */
const contradiction = 0.5;

interface Use {
  readonly cell: CheckedCell;
  readonly share: number;
  readonly piece: CheckedEvidence;
}

/**
 * The same evidence under scores that contradict each other, in different units: within one unit a piece may well prove
 * several things. The same file at the same leaf is severe; across leaves, and for an address (which can hold anything),
 * it is worth a look.
 */
export function evidenceFindings({ cells }: CheckFacts): FoundFinding[] {
  return [...usesByPiece(cells).values()].flatMap((uses) => {
    if (new Set(uses.map(({ cell }) => cell.unit.code)).size < 2) return [];
    const byLeaf = [...Map.groupBy(uses, ({ cell }) => cell.leaf.code).values()];
    const atOneLeaf = byLeaf.flatMap((same) => contradicting(same, true));
    if (atOneLeaf.length > 0) return atOneLeaf;
    return uses[0]?.piece.sha256 ? contradicting(uses, false) : [];
  });
}

function usesByPiece(cells: readonly CheckedCell[]): Map<string, Use[]> {
  const uses = cells.flatMap((cell) => {
    const share = shareOf(cell);
    return share === null ? [] : cell.evidence.map((piece): Use => ({ cell, share, piece }));
  });
  const known = uses.filter(({ piece }) => keyOf(piece) !== '');
  return Map.groupBy(known, ({ piece }) => keyOf(piece));
}

const keyOf = ({ sha256, url }: CheckedEvidence): string => sha256 ?? url?.trim() ?? '';

function contradicting(uses: readonly Use[], atOneLeaf: boolean): FoundFinding[] {
  const sorted = uses.toSorted((a, b) => a.share - b.share);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || highest.share - lowest.share < contradiction) return [];
  if (lowest.cell.unit.code === highest.cell.unit.code) return [];
  const severity = atOneLeaf && lowest.piece.sha256 !== null ? 'severe' : 'warning';
  const sentence = sentences.contradictoryEvidence(lowest, highest);
  const because = {
    piece: keyOf(lowest.piece),
    uses: sorted.map(({ cell, share }) => [cell.unit.code, cell.leaf.code, share]),
  };
  return [found({ check: 'contradictory-evidence', severity }, lowest.cell, { sentence, because })];
}
