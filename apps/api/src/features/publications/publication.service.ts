import type {
  PublicCommentList,
  PublicCommentQuery,
  Publication,
  PublicationChanges,
  PublicationSummary,
  Robustness,
  UnitResult,
} from '@gongping/contracts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { Recent } from '../../http/recent.ts';
import { computeRobustness, type AskedRobustness } from '../results/robustness.ts';
import { unitView } from '../results/unit-view.ts';
import { listPublishedComments } from './published-comments.ts';
import { packageHead } from './publication-package.ts';
import { toPublication, toSummaries, toVersion } from './publication.mapper.ts';
import * as repository from './publication.repository.ts';
import { computedOf, inputOf, type Snapshot } from './snapshot.ts';
import { versionChanges } from './version-changes.ts';

/** Which publication: the slug of its assessment, and a version or null for the newest. */
export interface WantedPublication {
  readonly slug: string;
  readonly version: number | null;
}

export type PublicationWithSnapshot = repository.PublicationRow & { snapshot: Snapshot };

/** Every version of every assessment, newest first. */
export async function listPublications({ db }: Pick<Dependencies, 'db'>): Promise<PublicationSummary[]> {
  return toSummaries(await repository.listSummaries(db, null));
}

/** Snapshots that were asked for: they never change. One has a few megabytes. */
export type Snapshots = Recent<Promise<Snapshot>>;

export const keepSnapshots = (): Snapshots => new Recent(10);

type Deps = Pick<Dependencies, 'db' | 'memory'>;

/** @throws ProblemError `not-found` */
export async function findPublication(
  deps: Deps,
  wanted: WantedPublication,
): Promise<PublicationWithSnapshot> {
  const row = await repository.findHead(deps.db, wanted);
  if (!row) throw new ProblemError('not-found');
  return { ...row, snapshot: await snapshotOf(deps, row.id) };
}

/** The newest publication of a year; null while there is none. */
export async function findNewestOfYear(
  deps: Deps,
  year: number,
): Promise<(PublicationWithSnapshot & { slug: string }) | null> {
  const row = await repository.findHeadOfYear(deps.db, year);
  return row ? { ...row, snapshot: await snapshotOf(deps, row.id) } : null;
}

function snapshotOf({ db, memory: { snapshots } }: Deps, id: string): Promise<Snapshot> {
  const known = snapshots.get(id);
  if (known) return known;
  // Only `publish` writes this table, and it writes snapshots.
  const snapshot = repository.readSnapshot(db, id) as Promise<Snapshot>;
  snapshots.set(id, snapshot);
  snapshot.catch(() => snapshots.delete(id));
  return snapshot;
}

/** @throws ProblemError `not-found` */
export async function readPublication(deps: Deps, wanted: WantedPublication): Promise<Publication> {
  const row = await findPublication(deps, wanted);
  const summaries = toSummaries(await repository.listSummaries(deps.db, wanted.slug));
  return toPublication(row, { summaries, packed: await packageHead(deps.db, row) });
}

/** @throws ProblemError `not-found`, `unit-not-assessed` */
export async function readPublishedUnit(
  deps: Deps,
  wanted: WantedPublication & { unit: string },
): Promise<UnitResult> {
  const { snapshot } = await findPublication(deps, wanted);
  const view = unitView(computedOf(snapshot), wanted.unit);
  if (!view) throw new ProblemError('unit-not-assessed', { values: { unit: wanted.unit } });
  return view;
}

/** @throws ProblemError `not-found` */
export async function readPublishedComments(
  deps: Deps,
  { query, ...wanted }: WantedPublication & { query: PublicCommentQuery },
): Promise<PublicCommentList> {
  const { snapshot } = await findPublication(deps, wanted);
  return listPublishedComments(snapshot, query);
}

/** @param wanted.from the version before unless told @throws ProblemError `not-found` */
export async function readPublicationChanges(
  deps: Deps,
  { from, ...wanted }: WantedPublication & { from?: number | undefined },
): Promise<PublicationChanges> {
  const after = await findPublication(deps, wanted);
  const before = await findPublication(deps, { slug: wanted.slug, version: from ?? after.version - 1 });
  return {
    from: toVersion(before),
    to: toVersion(after),
    ...versionChanges(before.snapshot, after.snapshot),
  };
}

/** From the snapshot alone, as everything of a publication. @throws ProblemError `not-found`, `too-many-attempts` */
export async function readPublishedRobustness(
  deps: Deps & Pick<Dependencies, 'robustness'>,
  wanted: WantedPublication & AskedRobustness,
): Promise<Robustness> {
  const { snapshot } = await findPublication(deps, wanted);
  return computeRobustness(deps, inputOf(snapshot), wanted);
}
