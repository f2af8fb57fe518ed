import type { CheckedCell, CheckFacts } from './check-facts.ts';
import { found, type FoundFinding } from './finding.ts';
import * as sentences from './finding-sentences.ts';
import { isFull, lacksReason, shareOf } from './marks-lost.ts';

/** Characters without which a reason for N/A says nothing: "无", "N/A", "不适用" are none. */
const shortestReason = 4;

/** What each cell shows by itself. */
export function cellFindings({ cells }: CheckFacts): FoundFinding[] {
  return cells.flatMap((cell) => [...scoredFindings(cell), ...notApplicableFindings(cell)]);
}

function scoredFindings(cell: CheckedCell): FoundFinding[] {
  const findings: FoundFinding[] = [];
  if (lacksReason(cell)) {
    const sentence = sentences.lostWithoutReason(cell);
    const because = { marks: cell.marks };
    findings.push(found({ check: 'lost-without-reason', severity: 'severe' }, cell, { sentence, because }));
  }
  const share = shareOf(cell);
  if (share !== null && isFull(share) && cell.evidence.length === 0) {
    const sentence = sentences.fullWithoutEvidence(cell);
    const because = { marks: cell.marks };
    findings.push(
      found({ check: 'full-without-evidence', severity: 'warning' }, cell, { sentence, because }),
    );
  }
  return findings;
}

/** Not applicable needs a reason, and an approval unless a reviewer ruled it. */
function notApplicableFindings(cell: CheckedCell): FoundFinding[] {
  if (cell.state !== 'not_applicable') return [];
  const { approval } = cell;
  if ([...cell.reason.trim()].length < shortestReason) {
    const sentence = sentences.notApplicableWithoutReason(cell);
    const because = { reason: cell.reason };
    return [found({ check: 'na-without-reason', severity: 'severe' }, cell, { sentence, because })];
  }
  if (approval === null || approval.state === 'approved') return [];
  const isRejected = approval.state === 'rejected';
  const sentence = isRejected
    ? sentences.notApplicableRejected(approval.reason)
    : sentences.notApplicableNotApproved(cell);
  const because = { reason: cell.reason, ...(isRejected && { rejected: approval.reason }) };
  return [found({ check: 'na-not-approved', severity: 'severe' }, cell, { sentence, because })];
}
