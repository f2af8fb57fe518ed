import type { CheckedCell, CheckFacts } from './check-facts.ts';
import { found, type FoundFinding } from './finding.ts';
import * as sentences from './finding-sentences.ts';
import { isFull, isSame, shareOf } from './marks-lost.ts';

/** Fewer units than this may well be alike. */
const fewestUnits = 5;
/** So many leaves of a unit with one and the same reason were hardly looked at one by one. */
const fewestCopies = 5;

/** A leaf at which every unit has the same share of the marks tells nobody apart. */
export function sameForAllFindings({ cells, leaves }: CheckFacts): FoundFinding[] {
  const byLeaf = Map.groupBy(cells, ({ leaf }) => leaf.code);
  return leaves.flatMap(({ leaf, units }) => {
    const judged = (byLeaf.get(leaf.code) ?? []).filter(({ state }) => state !== 'unscored');
    // As long as somebody is still to be scored nothing is said.
    if (judged.length < units) return [];
    const shares = judged.flatMap((cell) => shareOf(cell) ?? []);
    const [first] = shares;
    if (
      first === undefined ||
      shares.length < fewestUnits ||
      !shares.every((share) => isSame(share, first))
    ) {
      return [];
    }
    const sentence = sentences.sameForAll(shares.length, first);
    const because = { units: shares.length, share: first };
    return [found({ check: 'same-for-all', severity: 'warning' }, { leaf }, { sentence, because })];
  });
}

/** Marks lost at many leaves of a unit for one and the same reason. */
export function copiedReasonFindings({ cells }: CheckFacts): FoundFinding[] {
  const lost = cells.filter((cell) => {
    const share = shareOf(cell);
    return share !== null && !isFull(share) && bare(cell.reason) !== '';
  });
  const groups = Map.groupBy(lost, (cell) => `${cell.unit.code} ${bare(cell.reason)}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length < fewestCopies) return [];
    const sentence = sentences.copiedReasons(first, same.length);
    const because = { reason: bare(first.reason), leaves: same.map(({ leaf }) => leaf.code) };
    const unit = first.unit;
    return [found({ check: 'copied-reasons', severity: 'warning' }, { unit }, { sentence, because })];
  });
}

/** A reason without what says nothing: white space and punctuation. */
const bare = (reason: CheckedCell['reason']): string => reason.replaceAll(/[\s\p{P}]/gu, '');
