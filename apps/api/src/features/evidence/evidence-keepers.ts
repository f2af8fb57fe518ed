import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { everyRole, visibleAssessment } from '../assessments/assessment.access.ts';
import type { EvidencePlace } from './evidence-place.ts';
import type { EvidencePurpose, EvidenceRow } from './evidence.repository.ts';
import * as repository from './evidence.repository.ts';
import { scoreKeeper } from './score-evidence.ts';

/** Who may look at evidence for one purpose, and who may take it off. */
export interface EvidenceKeeper {
  /** @throws ProblemError `not-found` where the person may not see it, `forbidden` */
  requireSight(db: Database, actor: Actor, of: { slug: string; row: EvidenceRow }): Promise<void>;
  /** @throws ProblemError `not-found` where it is not the person's, or what closes the place */
  placeOf(
    db: Database,
    actor: Actor,
    of: { slug: string; row: EvidenceRow; language: Language },
  ): Promise<EvidencePlace>;
}

const keepers: Partial<Record<EvidencePurpose, EvidenceKeeper>> = { score: scoreKeeper };

/**
 * A piece of evidence, whatever it proves, with who decides about it.
 * @throws ProblemError `not-found` where it is not there or the person has no part in the assessment
 */
export async function keptEvidence(
  db: Database,
  actor: Actor,
  wanted: { slug: string; id: string },
): Promise<{ row: EvidenceRow; keeper: EvidenceKeeper }> {
  const assessment = await visibleAssessment(db, actor, { slug: wanted.slug, roles: everyRole });
  const row = await repository.findEvidence(db, assessment.id, wanted.id);
  const keeper = row && keepers[row.purpose];
  if (!row || !keeper) throw new ProblemError('not-found');
  return { row, keeper };
}

/** As `keptEvidence`, for somebody who wants to look at it. @throws ProblemError `not-found` */
export async function visibleEvidence(
  db: Database,
  actor: Actor,
  wanted: { slug: string; id: string },
): Promise<EvidenceRow> {
  const { row, keeper } = await keptEvidence(db, actor, wanted);
  await keeper.requireSight(db, actor, { slug: wanted.slug, row });
  return row;
}
