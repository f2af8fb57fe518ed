import { isOpen, type AssessmentSummary } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';

/** What waits for somebody who rules. */
export interface WaitingRulings {
  /** Differences of two raters that the person may rule on. */
  readonly cases: number;
  readonly appeals: number;
}

/** What waits for a reviewer of a round; null where its procedure has nothing to rule. */
export async function loadRulings(
  api: ApiClient,
  { slug, phase, procedure }: AssessmentSummary,
): Promise<WaitingRulings | null> {
  if (!procedure.doubleScoring && !procedure.appeal) return null;
  const param = { slug };
  const round = api.assessments[':slug'];
  const [cases, appeals] = await Promise.all([
    procedure.doubleScoring && isOpen('arbitration.rule', phase)
      ? answer(round.arbitration.$get({ param }))
      : null,
    procedure.appeal && isOpen('appeal.rule', phase) ? answer(round.appeals.$get({ param })) : null,
  ]);
  return {
    cases: cases?.cases.filter(({ ruling, mayRule }) => ruling === null && mayRule).length ?? 0,
    appeals: appeals?.appeals.filter(({ state }) => state === 'open').length ?? 0,
  };
}
