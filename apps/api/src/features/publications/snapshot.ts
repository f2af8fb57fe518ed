import { createHash } from 'node:crypto';
import { canonicalJson } from '../../http/canonical-json.ts';
import { publicAppraisal } from '../appraisals/public-appraisal.ts';
import type { Outcome } from '../results/outcome.ts';
import type { Computed, PreviousResults } from '../results/ranking-view.ts';
import type { RoundFacts } from '../results/round-facts.ts';

/**
 * What a publication keeps for ever: the facts of the round, what the engine made of them, and what it was compared
 * with. Every page, file and passage of the publication is drawn from this alone.
 */
export interface Snapshot {
  /** Changes when the shape does. */
  readonly format: 1;
  /** Program and version that computed the outcome. */
  readonly generator: string;
  readonly version: number;
  readonly reason: string;
  readonly publishedAt: string;
  readonly notice: { readonly documentNumber: string; readonly title: string };
  readonly facts: RoundFacts;
  readonly outcome: Outcome;
  readonly previous: PreviousResults;
}

/** SHA-256 of the snapshot's canonical JSON, in lower-case hexadecimal. */
export function snapshotHash(snapshot: Snapshot): string {
  return createHash('sha256').update(canonicalJson(snapshot)).digest('hex');
}

/** The snapshot as the views of results take it: what is public, without small numbers of answers. */
export function computedOf({ facts, outcome, previous, version }: Snapshot): Computed {
  const appraisals = Object.fromEntries(
    Object.entries(facts.appraisals).map(([unit, appraisal]) => [unit, publicAppraisal(appraisal)]),
  );
  return { facts: { ...facts, appraisals }, outcome, context: { version, previous } };
}

/** The facts without the names of those who assessed: they answer to the office, not to the public. */
export function publicFacts(facts: RoundFacts): RoundFacts {
  return {
    ...facts,
    scores: facts.scores.map((score) => ({
      ...score,
      evidence: score.evidence.map((evidence) => ({ ...evidence, addedBy: '' })),
    })),
  };
}
