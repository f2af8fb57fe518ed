import { checkCode } from '@gongping/contracts';
import type { CheckFacts } from './check-facts.ts';
import { cellFindings } from './cell-checks.ts';
import { evidenceFindings } from './evidence-checks.ts';
import type { FoundFinding } from './finding.ts';
import { linkFindings } from './link-findings.ts';
import { copiedReasonFindings, sameForAllFindings } from './pattern-checks.ts';
import { peopleFindings } from './people-checks.ts';

const order = new Map(checkCode.options.map((check, at) => [check, at]));

/** All standing checks (体检) over the facts of a round: check by check, severe ones first, in the order of the facts. */
export function standingChecks(facts: CheckFacts): FoundFinding[] {
  const findings = [
    ...peopleFindings(facts),
    ...cellFindings(facts),
    ...evidenceFindings(facts),
    ...sameForAllFindings(facts),
    ...copiedReasonFindings(facts),
    ...linkFindings(facts),
  ];
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ check, severity }: FoundFinding): number {
  return (order.get(check) ?? 0) * 2 + (severity === 'severe' ? 0 : 1);
}
