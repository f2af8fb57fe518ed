import type { leafResult, Ranking, Robustness } from '@gongping/contracts';
import type { z } from 'zod';
import { groupsOf, type Group } from '../annual-reports/passage-groups.ts';
import { computedOf, type Snapshot } from '../publications/snapshot.ts';
import { rankingView } from '../results/ranking-view.ts';
import { scoresByCell, type ScoreFacts } from '../results/round-facts.ts';
import { leafResults } from '../results/unit-view.ts';

export type LeafResult = z.infer<typeof leafResult>;

/** What the reports of a publication are drawn from: its snapshot, and what follows from that. */
export interface ReportFacts {
  readonly snapshot: Snapshot;
  readonly sha256: string;
  readonly ranking: Ranking;
  readonly groups: readonly Group[];
  /** Cell key → what was entered. */
  readonly scores: ReadonlyMap<string, ScoreFacts>;
  /** Unit code → its leaves. */
  readonly leaves: ReadonlyMap<string, readonly LeafResult[]>;
  /** Null where it was not computed. */
  readonly robustness: Robustness | null;
}

const known = new WeakMap<Snapshot, Omit<ReportFacts, 'robustness'>>();

/** Drawn once for as long as the snapshot is kept: the reports of all units take the same. */
export function reportFacts(
  { snapshot, sha256 }: { snapshot: Snapshot; sha256: string },
  robustness: Robustness | null,
): ReportFacts {
  const facts = known.get(snapshot) ?? drawn(snapshot, sha256);
  known.set(snapshot, facts);
  return { ...facts, robustness };
}

function drawn(snapshot: Snapshot, sha256: string): Omit<ReportFacts, 'robustness'> {
  const computed = computedOf(snapshot);
  const ranking = rankingView(computed);
  const leaves = new Map(ranking.units.map((unit) => [unit.code, leafResults(computed, unit)]));
  return {
    snapshot,
    sha256,
    ranking,
    groups: groupsOf(ranking),
    scores: scoresByCell(snapshot.facts),
    leaves,
  };
}
