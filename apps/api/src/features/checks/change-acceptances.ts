import type { CheckCode } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { appendAuditEntries, type AuditFact } from '../audit/audit.service.ts';
import * as repository from './check.repository.ts';
import { placeOf } from './finding.ts';
import { roundFindings } from './round-findings.ts';

export interface AcceptanceArgs {
  readonly slug: string;
  readonly check: CheckCode;
  readonly subjects: readonly string[];
  readonly reason: string;
  readonly requestId: string;
}

/**
 * Lets findings stand, with a reason. Accepting one twice changes nothing.
 *
 * @returns how many were open before
 * @throws ProblemError `not-found`, `forbidden`, `finding-changed` where one is no longer what the organiser has seen:
 *   then none is accepted
 */
export async function acceptFindings(
  { db, clock }: Dependencies,
  actor: Actor,
  args: AcceptanceArgs,
): Promise<number> {
  const assessment = await visibleAssessment(db, actor, { slug: args.slug, roles: ['organiser'] });
  const { check, reason } = args;
  const subjects = [...new Set(args.subjects)];
  return db.transaction(async (tx) => {
    const { findings } = await roundFindings(tx, assessment);
    const present = new Set(findings.filter((one) => one.check === check).map(({ subject }) => subject));
    const gone = subjects.filter((subject) => !present.has(subject)).length;
    if (gone > 0) throw new ProblemError('finding-changed', { values: { count: gone } });
    const at = clock();
    const row = { assessmentId: assessment.id, check, reason, acceptedBy: actor.id, acceptedAt: at };
    const accepted = await repository.insertAcceptances(
      tx,
      subjects.map((subject) => ({ ...row, subject })),
    );
    await tell(tx, accepted, { ...args, scope: assessment.id, at, actor, action: 'check.accept' });
    return accepted.length;
  });
}

/**
 * Opens findings again that were let stand; one that was not is passed over.
 *
 * @returns how many were opened
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function withdrawAcceptances(
  { db, clock }: Dependencies,
  actor: Actor,
  args: AcceptanceArgs,
): Promise<number> {
  const assessment = await visibleAssessment(db, actor, { slug: args.slug, roles: ['organiser'] });
  const { check } = args;
  return db.transaction(async (tx) => {
    const wanted = { check, subjects: [...new Set(args.subjects)] };
    const rows = await repository.deleteAcceptances(tx, assessment.id, wanted);
    const opened = rows.map(({ subject }) => subject);
    await tell(tx, opened, { ...args, scope: assessment.id, at: clock(), actor, action: 'check.reopen' });
    return opened.length;
  });
}

type Told = Pick<AuditFact, 'scope' | 'at' | 'actor' | 'action' | 'reason' | 'requestId'> & {
  readonly check: CheckCode;
};

function tell(tx: Database, subjects: readonly string[], told: Told): Promise<void> {
  const { scope, at, actor, action, reason, requestId, check } = told;
  const facts = subjects.map((subject): AuditFact => {
    const after = { check, finding: subject };
    return { scope, at, actor, action, subject: `check ${placeOf(subject)}`, after, reason, requestId };
  });
  return appendAuditEntries(tx, scope, facts);
}
