import type { Language, Ranking, Robustness, UnitResult } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';
import { evidenceRows } from '../score-sheets/score-rows.ts';
import { concealedLeaves, concealedReason } from '../mystery-requests/concealed-leaves.ts';
import { previousResults } from '../publications/previous-results.ts';
import { refusalOf } from './compute.ts';
import { liveRound, type LiveRound } from './live-round.ts';
import { rankingView, type Computed } from './ranking-view.ts';
import { computeRobustness, type AskedRobustness } from './robustness.ts';
import type { RoundFacts } from './round-facts.ts';
import { unitView } from './unit-view.ts';

interface Wanted {
  readonly slug: string;
  readonly language: Language;
}

/**
 * The ranking from the scores as they are now; what is unscored is left out and counted.
 * @throws ProblemError `not-found`, `forbidden`, `cannot-compute`
 */
export async function readRanking(deps: Dependencies, actor: Actor, wanted: Wanted): Promise<Ranking> {
  return rankingView((await computeLive(deps, actor, wanted)).computed);
}

/** As `readRanking`, for one unit. @throws ProblemError `unit-not-assessed` too */
export async function readUnitResult(
  deps: Dependencies,
  actor: Actor,
  wanted: Wanted & { unit: string },
): Promise<UnitResult> {
  const { assessment, computed } = await computeLive(deps, actor, wanted);
  const view = unitView(computed, wanted.unit);
  if (!view) throw new ProblemError('unit-not-assessed', { values: { unit: wanted.unit } });
  const shown = await withEvidence(deps.db, assessment.id, { view, facts: computed.facts });
  if (hasRole(actor, ['organiser'], assessment.id)) return shown;
  // A leader may belong to the unit.
  const concealed = await concealedLeaves(deps.db, assessment);
  const reason = concealedReason[wanted.language];
  const leaves = shown.leaves.map((leaf) =>
    concealed.has(leaf.code) ? { ...leaf, reason: leaf.reason === '' ? '' : reason, evidence: [] } : leaf,
  );
  return { ...shown, leaves };
}

/** Evidence of the leaves that have a score: before there is one, what raters gather is theirs. */
async function withEvidence(
  db: Database,
  assessmentId: string,
  { view, facts }: { view: UnitResult; facts: RoundFacts },
): Promise<UnitResult> {
  const { code } = view.unit;
  const judged = new Set(facts.scores.filter(({ unit }) => unit === code).map(({ indicator }) => indicator));
  const rows = await evidenceRows(db, assessmentId, code);
  const evidence = Map.groupBy(rows, ({ indicatorCode }) => indicatorCode);
  return {
    ...view,
    leaves: view.leaves.map((leaf) => ({
      ...leaf,
      evidence: judged.has(leaf.code) ? (evidence.get(leaf.code) ?? []).map((row) => row.evidence) : [],
    })),
  };
}

/** How far `readRanking` depends on its weights and its method. @throws as `readRanking` */
export async function readRobustness(
  deps: Dependencies,
  actor: Actor,
  wanted: Wanted & AskedRobustness,
): Promise<Robustness> {
  const { round } = await liveOf(deps, actor, wanted.slug);
  return computeRobustness(deps, round.input, wanted);
}

async function computeLive(
  deps: Dependencies,
  actor: Actor,
  { slug, language }: Wanted,
): Promise<{ assessment: AssessmentRow; computed: Computed }> {
  const { assessment, round } = await liveOf(deps, actor, slug);
  const previous = await previousResults(deps.db, assessment.year, deps.memory.publishedTotals);
  const context = { version: null, previous };
  try {
    return { assessment, computed: { facts: round.facts, outcome: round.outcome(), context } };
  } catch (error) {
    throw refusalOf(error, language);
  }
}

async function liveOf(
  deps: Dependencies,
  actor: Actor,
  slug: string,
): Promise<{ assessment: AssessmentRow; round: LiveRound }> {
  const roles = ['organiser', 'leader'] as const;
  const assessment = await visibleAssessment(deps.db, actor, { slug, roles });
  return { assessment, round: await liveRound(deps, assessment) };
}
