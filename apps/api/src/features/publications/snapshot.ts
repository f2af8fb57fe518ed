import { canonicalBytes, type PublicationLicence } from '@gongping/publication';
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
  /**
   * Changes when the shape does. 1: appraisals with small numbers, which the views leave out, and keys that are whole
   * numbers sorted as such. 2: public as it is, canonical by RFC 8785.
   */
  readonly format: 1 | 2;
  /** Program and version that computed the outcome. */
  readonly generator: string;
  readonly version: number;
  readonly reason: string;
  readonly publishedAt: string;
  /** Under which it may be used; absent in publications of earlier versions of the product. */
  readonly licence?: PublicationLicence;
  readonly notice: { readonly documentNumber: string; readonly title: string };
  readonly facts: RoundFacts;
  readonly outcome: Outcome;
  readonly previous: PreviousResults;
  /** Absent without a survey, and in publications of earlier versions of the product. */
  readonly comments?: PublishedComments;
}

/** SHA-256 of the snapshot's canonical JSON, in lower-case hexadecimal. */
export function snapshotHash(snapshot: Snapshot): string {
  const bytes = snapshot.format === 1 ? canonicalJson(snapshot) : canonicalBytes(snapshot);
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The snapshot as anybody may have it. Of one that has small numbers it is what the views show, and its hash is not that
 * of the publication.
 */
export function openSnapshot(snapshot: Snapshot): {
  readonly snapshot: Snapshot;
  readonly bytes: Uint8Array;
} {
  if (snapshot.format === 2) return { snapshot, bytes: canonicalBytes(snapshot) };
  const { facts } = computedOf(snapshot);
  if (canonicalJson(facts.appraisals) === canonicalJson(snapshot.facts.appraisals))
    return { snapshot, bytes: new TextEncoder().encode(canonicalJson(snapshot)) };
  const reduced = { ...snapshot, facts };
  return { snapshot: reduced, bytes: canonicalBytes(reduced) };
}

/** What follows from a snapshot, made once for as long as the snapshot is kept. */
const known = { computed: new WeakMap<Snapshot, Computed>(), inputs: new WeakMap<Snapshot, EngineInput>() };

/** The snapshot as the views of results take it: what is public, without small numbers of answers. */
export function computedOf(snapshot: Snapshot): Computed {
  const found = known.computed.get(snapshot);
  if (found) return found;
  const { facts, outcome, previous, version } = snapshot;
  const shown = snapshot.format === 1 ? { ...facts, appraisals: publicAppraisals(facts) } : facts;
  const computed = { facts: shown, outcome, context: { version, previous } };
  known.computed.set(snapshot, computed);
  return computed;
}

/** The facts of a snapshot as the engine takes them. */
export function inputOf(snapshot: Snapshot): EngineInput {
  const input = known.inputs.get(snapshot) ?? engineInput(snapshot.facts);
  known.inputs.set(snapshot, input);
  return input;
}

function publicAppraisals({ appraisals }: RoundFacts): RoundFacts['appraisals'] {
  return Object.fromEntries(
    Object.entries(appraisals).map(([unit, appraisal]) => [unit, publicAppraisal(appraisal)]),
  );
}

/**
 * The facts without the names of those who assessed, who answer to the office and not to the public, and without numbers
 * of answers that are so small that they would tell of single people.
 */
export function publicFacts(facts: RoundFacts): RoundFacts {
  return {
    ...facts,
    appraisals: publicAppraisals(facts),
    scores: facts.scores.map((score) => ({
      ...score,
      evidence: score.evidence.map((evidence) => ({ ...evidence, addedBy: '' })),
    })),
  };
}
