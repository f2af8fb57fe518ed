import { findingPath, type BlockingFinding, type Finding } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Dependencies } from '../../http/dependencies.ts';
import { Marked } from '../../http/marked.ts';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import type { CheckFacts } from './check-facts.ts';
import { findingsMark, listAcceptances } from './check.repository.ts';
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

/** Findings that were asked for, each with the mark that they were read under. */
export type KnownFindings = Marked<RoundFindings>;

/** Rounds whose findings are kept: those of 300 units and 200 leaves have some thirty megabytes of facts. */
const keptRounds = 3;

export const keepFindings = (): KnownFindings => new Marked(keptRounds);

/** As `roundFindings`, from memory while nothing that they follow from has changed. */
export async function liveFindings(
  { db, memory: { findings } }: Pick<Dependencies, 'db' | 'memory'>,
  assessment: AssessmentRow,
): Promise<RoundFindings> {
  const mark = await findingsMark(db, assessment);
  return findings.read(assessment.id, mark, () => roundFindings(db, assessment));
}

/** The severe findings that are open: as long as there are any, nothing is published. */
export async function blockingFindings(db: Database, assessment: AssessmentRow): Promise<BlockingFinding[]> {
  const { findings } = await roundFindings(db, assessment);
  return findings
    .filter(({ severity, accepted }) => severity === 'severe' && accepted === null)
    .map((finding) => {
      const { check, subject, unit, indicator, sentence } = finding;
      return { check, subject, unit, indicator, sentence, path: findingPath(assessment.slug, finding) };
    });
}

const keyOf = ({ check, subject }: { check: string; subject: string }): string => `${check} ${subject}`;
