import type { EngineInput } from '@gongping/scoring';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../http/canonical-json.ts';
import { publicAppraisal } from '../appraisals/public-appraisal.ts';
import type { PublishedComments } from '../comments/confirmed-comments.ts';
import { engineInput } from '../results/engine-input.ts';
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
  /** Absent without a survey, and in publications of earlier versions of the product. */
  readonly comments?: PublishedComments;
}

/** SHA-256 of the snapshot's canonical JSON, in lower-case hexadecimal. */
export function snapshotHash(snapshot: Snapshot): string {
  return createHash('sha256').update(canonicalJson(snapshot)).digest('hex');
}

/** What follows from a snapshot, made once for as long as the snapshot is kept. */
const known = { computed: new WeakMap<Snapshot, Computed>(), inputs: new WeakMap<Snapshot, EngineInput>() };

/** The snapshot as the views of results take it: what is public, without small numbers of answers. */
export function computedOf(snapshot: Snapshot): Computed {
  const found = known.computed.get(snapshot);
  if (found) return found;
  const { facts, outcome, previous, version } = snapshot;
  const appraisals = Object.fromEntries(
    Object.entries(facts.appraisals).map(([unit, appraisal]) => [unit, publicAppraisal(appraisal)]),
  );
  const computed = { facts: { ...facts, appraisals }, outcome, context: { version, previous } };
  known.computed.set(snapshot, computed);
  return computed;
}

/** The facts of a snapshot as the engine takes them. */
export function inputOf(snapshot: Snapshot): EngineInput {
  const input = known.inputs.get(snapshot) ?? engineInput(snapshot.facts);
  known.inputs.set(snapshot, input);
  return input;
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
