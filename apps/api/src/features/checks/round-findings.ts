import type { Finding } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import type { CheckFacts } from './check-facts.ts';
import { listAcceptances } from './check.repository.ts';
import { gatherCheckFacts } from './gather-check-facts.ts';
import { standingChecks } from './standing-checks.ts';

export interface RoundFindings {
  readonly facts: CheckFacts;
  /** The most serious checks first. */
  readonly findings: readonly Finding[];
}

/** What the standing checks find in a round now, and what of it was let stand. The caller has checked who asks. */
export async function roundFindings(db: Database, assessment: AssessmentRow): Promise<RoundFindings> {
  const facts = await gatherCheckFacts(db, assessment);
  const acceptances = await listAcceptances(db, assessment.id);
  const accepted = new Map(acceptances.map((row) => [keyOf(row), row]));
  const findings = standingChecks(facts).map((finding): Finding => {
    const row = accepted.get(keyOf(finding));
    return {
      ...finding,
      accepted: row ? { reason: row.reason, by: row.by, at: row.at.toISOString() } : null,
    };
  });
  return { facts, findings };
}

/** How many severe findings are open: as long as there are any, nothing is published. */
export async function countOpenSevere(db: Database, assessment: AssessmentRow): Promise<number> {
  const { findings } = await roundFindings(db, assessment);
  return findings.filter(({ severity, accepted }) => severity === 'severe' && accepted === null).length;
}

const keyOf = ({ check, subject }: { check: string; subject: string }): string => `${check} ${subject}`;
