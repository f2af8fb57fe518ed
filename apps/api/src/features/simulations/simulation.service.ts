import type { Language, Simulation } from '@gongping/contracts';
import { isPlatformOrganiser, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { countingIndicators } from '../assessments/assessment-frame.ts';
import { findSystemTree, toIndicator } from '../indicator-systems/indicator-system.service.ts';
import { refusalOf } from '../results/compute.ts';
import { gatherFacts } from '../results/gather-facts.ts';
import { simulate } from './simulate.ts';

/**
 * A round's scores as they are now through another version of the indicator system. What was switched off in the round
 * is left out of both, and so is what is unscored.
 *
 * @throws ProblemError `not-found`, `forbidden`, `cannot-compute`
 */
export async function readSimulation(
  { db }: Dependencies,
  actor: Actor,
  wanted: { slug: string; systemId: string; language: Language },
): Promise<Simulation> {
  const { slug, systemId, language } = wanted;
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  if (!isPlatformOrganiser(actor)) throw new ProblemError('forbidden');
  const tree = await findSystemTree(db, systemId);
  if (!tree) throw new ProblemError('not-found');
  const facts = await gatherFacts(db, assessment, { evidence: 'none' });
  const method = { ...facts.method, unscored: 'exclude' } as const;
  const indicators = countingIndicators(tree.indicators, assessment.excludedIndicators).map(toIndicator);
  try {
    return simulate({ ...facts, method }, indicators);
  } catch (error) {
    throw refusalOf(error, language);
  }
}
