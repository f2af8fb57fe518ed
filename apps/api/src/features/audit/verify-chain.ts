import type { Database } from '@gongping/db';
import { assessmentNames } from '../assessments/assessment-names.ts';
import { chainStart, firstBrokenLink } from './audit-chain.ts';
import * as repository from './audit.repository.ts';

/** What was found of one chain. */
export interface VerifiedChain {
  /** Entries that were looked at. */
  readonly entries: number;
  /** The first entry that was altered, removed or put in later; null where the chain holds. */
  readonly brokenAt: number | null;
  /**
   * Hash of the last entry that holds. Whoever writes it down outside the database can tell later that nothing was
   * taken off the end, which the chain by itself does not show.
   */
  readonly lastHash: string;
}

/** Entries held in memory at a time while a chain is checked. */
const stretchLength = 1000;

/** Recomputes the chain of one log, oldest entry first. */
export async function verifyChain(db: Database, scope: string): Promise<VerifiedChain> {
  let entries = 0;
  let end = chainStart;
  for (;;) {
    const rows = await repository.listStretch(db, scope, { after: end.sequence, limit: stretchLength });
    entries += rows.length;
    const brokenAt = firstBrokenLink(rows, end);
    if (brokenAt !== null) {
      const before = rows.findLast(({ sequence }) => sequence < brokenAt);
      return { entries, brokenAt, lastHash: (before ?? end).hash };
    }
    end = rows.at(-1) ?? end;
    if (rows.length < stretchLength) return { entries, brokenAt: null, lastHash: end.hash };
  }
}

export interface NamedChain extends VerifiedChain {
  /** Id of the assessment, or `platform`. */
  readonly scope: string;
  /** Slug of the assessment; null for the platform, and for an assessment that is gone. */
  readonly assessment: string | null;
}

/** Recomputes every chain of the database, the platform's and each assessment's. */
export async function verifyAllChains(db: Database): Promise<NamedChain[]> {
  const names = new Map((await assessmentNames(db)).map(({ id, slug }) => [id, slug]));
  const chains: NamedChain[] = [];
  for (const { scope } of await repository.listScopes(db)) {
    chains.push({ scope, assessment: names.get(scope) ?? null, ...(await verifyChain(db, scope)) });
  }
  return chains;
}
