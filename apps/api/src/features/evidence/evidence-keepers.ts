import type { Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { unitKeeper } from '../appeals/unit-evidence.ts';
import { everyRole, visibleAssessment } from '../assessments/assessment.access.ts';
import { claimKeeper } from '../self-assessments/claim-evidence.ts';
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
    of: { slug: string; row: EvidenceRow; language: Language; clock: () => Date },
  ): Promise<EvidencePlace>;
}

const keepers: Partial<Record<EvidencePurpose, EvidenceKeeper>> = {
  score: scoreKeeper,
  claim: claimKeeper,
  appeal: unitKeeper('appeal'),
  rectification: unitKeeper('rectification'),
};

interface Wanted {
  readonly slug: string;
  readonly id: string;
}

/**
 * A piece of evidence, whatever it proves, for somebody who wants to look at it.
 * @throws ProblemError `not-found` where it is not there or not the person's to see: both look the same
 */
export async function visibleEvidence(db: Database, actor: Actor, wanted: Wanted): Promise<EvidenceRow> {
  const { row, keeper } = await keptEvidence(db, actor, wanted);
  await asMissing(keeper.requireSight(db, actor, { slug: wanted.slug, row }));
  return row;
}

/**
 * A piece of evidence with its place, for somebody who wants to take it off.
 * @throws ProblemError `not-found` where it is not there or not the person's, or what closes the place
 */
export async function ownEvidence(
  db: Database,
  actor: Actor,
  wanted: Wanted & { language: Language; clock: () => Date },
): Promise<{ row: EvidenceRow; place: EvidencePlace }> {
  const { row, keeper } = await keptEvidence(db, actor, wanted);
  return { row, place: await asMissing(keeper.placeOf(db, actor, { ...wanted, row })) };
}

async function keptEvidence(db: Database, actor: Actor, { slug, id }: Wanted) {
  const assessment = await visibleAssessment(db, actor, { slug, roles: everyRole });
  const row = await repository.findEvidence(db, assessment.id, id);
  const keeper = row && keepers[row.purpose];
  if (!row || !keeper) throw new ProblemError('not-found');
  return { row, keeper };
}

/** Evidence for a purpose that the person's roles have no part in looks as if it were not there. */
async function asMissing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'forbidden') throw new ProblemError('not-found');
    throw error;
  }
}
