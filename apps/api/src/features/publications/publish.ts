import type { BlockingFinding, Language, Phase, PublicationSummary } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { phaseNames } from '../assessments/phase-sentences.ts';
import { openAppeals } from '../appeals/open-appeals.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { blockingFindings } from '../checks/round-findings.ts';
import { confirmedComments } from '../comments/confirmed-comments.ts';
import { announcePublication } from '../inbox/announce-publication.ts';
import { findSystemTree } from '../indicator-systems/indicator-system.service.ts';
import { computeOrRefuse } from '../results/compute.ts';
import { gatherFacts } from '../results/gather-facts.ts';
import { keepPublishedTotals, previousResults } from './previous-results.ts';
import { toVersion } from './publication.mapper.ts';
import * as repository from './publication.repository.ts';
import { sealPublication } from './publication-package.ts';
import { publicFacts, snapshotHash, type Snapshot } from './snapshot.ts';

const generator = `gongping ${manifest.version}`;

export interface PublishArgs {
  /** Needed for a correction: any version after the first. */
  readonly reason: string;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Publishes the results as they are: an immutable snapshot, a new version each time.
 *
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `reason-required`, `open-findings`,
 *   `cannot-compute`
 */
export async function publish(
  { db, clock, memory }: Dependencies,
  actor: Actor,
  args: PublishArgs & { slug: string },
): Promise<PublicationSummary> {
  const done = await db.transaction(async (tx) => {
    const assessment = await visibleAssessment(tx, actor, { slug: args.slug, roles: ['organiser'] });
    const now = clock();
    const published = await publishAssessment(tx, assessment, { ...args, actor, now });
    await announcePublication(tx, assessment, { version: published.version, reason: args.reason, at: now });
    return published;
  });
  memory.publishedMark.forget();
  return done;
}

type AssessmentRow = Awaited<ReturnType<typeof visibleAssessment>>;

/** As `publish`, inside the caller's transaction, for a caller who has checked who asks. */
export async function publishAssessment(
  tx: Database,
  assessment: AssessmentRow,
  args: PublishArgs & { actor: Pick<Actor, 'id' | 'displayName'>; now: Date },
): Promise<PublicationSummary> {
  const { actor, now, reason, language } = args;
  // First of all: from here on nobody else publishes this assessment or moves it to another phase.
  if (!(await repository.holdForPublication(tx, assessment.id))) throw notFinal(assessment.phase, language);
  const version = (await repository.lastVersion(tx, assessment.id)) + 1;
  if (version > 1 && reason === '') throw new ProblemError('reason-required');

  const findings = [...(await openAppeals(tx, assessment)), ...(await blockingFindings(tx, assessment))];
  if (findings.length > 0) throw blocked(findings);

  const gathered = await gatherFacts(tx, assessment, { evidence: 'all', anew: true });
  const facts = publicFacts(gathered);
  const { appraisals } = gathered;
  const comments = await confirmedComments(tx, { assessmentId: assessment.id, appraisals });
  const snapshot: Snapshot = {
    format: 2,
    generator,
    version,
    reason,
    publishedAt: now.toISOString(),
    licence: assessment.licence,
    notice: await noticeOf(tx, assessment.indicatorSystemId),
    facts,
    outcome: computeOrRefuse(facts, language),
    previous: await previousResults(tx, assessment.year, keepPublishedTotals()),
    ...(comments === null ? {} : { comments }),
  };
  const sha256 = snapshotHash(snapshot);
  const row: repository.PublicationRow = {
    id: newId(now),
    assessmentId: assessment.id,
    version,
    snapshot,
    sha256,
    reason,
    publishedAt: now,
    publishedBy: actor.id,
  };
  await repository.insertPublication(tx, row);
  await sealPublication(tx, { id: row.id, sha256 });
  await appendAudit(tx, {
    scope: assessment.id,
    at: now,
    actor,
    action: 'publication.create',
    subject: `publication ${version}`,
    before: { phase: assessment.phase },
    after: { phase: 'published', version, sha256 },
    reason,
    requestId: args.requestId,
  });
  return { ...toVersion({ ...row, snapshot }), current: true };
}

/** Findings named in a refusal; the page of the checks has all of them. */
const named = 50;

function blocked(findings: readonly BlockingFinding[]): ProblemError {
  return new ProblemError('open-findings', {
    values: { count: findings.length },
    findings: findings.slice(0, named),
  });
}

const closeFirst = {
  zh: '请先结束评分，进入终评阶段后再公布。',
  en: 'Close the scoring first, then publish.',
};

function notFinal(phase: Phase, language: Language): ProblemError {
  const values = { phase: phaseNames[phase][language], advice: closeFirst[language] };
  return new ProblemError('wrong-phase', { values });
}

async function noticeOf(tx: Database, systemId: string): Promise<Snapshot['notice']> {
  const tree = await findSystemTree(tx, systemId);
  const { documentNumber = '', title = '' } = (tree?.system.notice ?? {}) as Partial<Snapshot['notice']>;
  return { documentNumber, title };
}
