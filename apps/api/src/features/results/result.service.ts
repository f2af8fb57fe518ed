import type { Language, Ranking, Robustness, UnitResult } from '@gongping/contracts';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import type { WithEvidence } from '../score-sheets/score-rows.ts';
import { concealedLeaves, concealedReason } from '../mystery-requests/concealed-leaves.ts';
import { previousResults } from '../publications/previous-results.ts';
import { computeOrRefuse } from './compute.ts';
import { gatherFacts } from './gather-facts.ts';
import { rankingView, type Computed } from './ranking-view.ts';
import { computeRobustness, type AskedRobustness } from './robustness.ts';
import type { RoundFacts } from './round-facts.ts';
import { unitView } from './unit-view.ts';

interface Wanted {
  readonly slug: string;
  readonly language: Language;
}

type Gathered = Pick<Wanted, 'slug'> & { readonly withEvidence: WithEvidence };

/**
 * The ranking from the scores as they are now; what is unscored is left out and counted.
 * @throws ProblemError `not-found`, `forbidden`, `cannot-compute`
 */
export async function readRanking(deps: Dependencies, actor: Actor, wanted: Wanted): Promise<Ranking> {
  return rankingView((await computeLive(deps, actor, { ...wanted, withEvidence: 'none' })).computed);
}

/** As `readRanking`, for one unit. @throws ProblemError `unit-not-assessed` too */
export async function readUnitResult(
  deps: Dependencies,
  actor: Actor,
  wanted: Wanted & { unit: string },
): Promise<UnitResult> {
  const withEvidence = { unit: wanted.unit };
  const { assessment, computed } = await computeLive(deps, actor, { ...wanted, withEvidence });
  const view = unitView(computed, wanted.unit);
  if (!view) throw new ProblemError('unit-not-assessed', { values: { unit: wanted.unit } });
  if (hasRole(actor, ['organiser'], assessment.id)) return view;
  // A leader may belong to the unit.
  const concealed = await concealedLeaves(deps.db, assessment);
  const reason = concealedReason[wanted.language];
  const leaves = view.leaves.map((leaf) =>
    concealed.has(leaf.code) ? { ...leaf, reason: leaf.reason === '' ? '' : reason, evidence: [] } : leaf,
  );
  return { ...view, leaves };
}

/** How far `readRanking` depends on its weights and its method. @throws as `readRanking` */
export async function readRobustness(
  deps: Dependencies,
  actor: Actor,
  wanted: Wanted & AskedRobustness,
): Promise<Robustness> {
  const { facts } = await liveFacts(deps, actor, { ...wanted, withEvidence: 'none' });
  return computeRobustness(deps, facts, wanted);
}

async function computeLive(
  deps: Dependencies,
  actor: Actor,
  wanted: Wanted & Gathered,
): Promise<{ assessment: AssessmentRow; computed: Computed }> {
  const { assessment, facts } = await liveFacts(deps, actor, wanted);
  const previous = await previousResults(deps.db, assessment.year);
  const outcome = computeOrRefuse(facts, wanted.language);
  return { assessment, computed: { facts, outcome, context: { version: null, previous } } };
}

async function liveFacts(
  { db }: Dependencies,
  actor: Actor,
  { slug, withEvidence }: Gathered,
): Promise<{ assessment: AssessmentRow; facts: RoundFacts }> {
  const roles = ['organiser', 'leader'] as const;
  const assessment = await visibleAssessment(db, actor, { slug, roles });
  const facts = await gatherFacts(db, assessment, { evidence: withEvidence });
  const method = { ...facts.method, unscored: 'exclude' } as const;
  return { assessment, facts: { ...facts, method } };
}
