import { zipBundle } from '@gongping/bundle';
import { defaultLicence, type Database } from '@gongping/db';
import { packageFiles } from '@gongping/publication';
import { createHash } from 'node:crypto';
import { bundleFiles, DEMONSTRATION } from './bundle-files.ts';
import * as repository from './publication-package.repository.ts';
import { readSnapshot } from './publication.repository.ts';
import { openSnapshot, snapshotHash, type Snapshot } from './snapshot.ts';

/** The files of the bundle that is part of a publication. */
export function bundleOf(snapshot: Snapshot): Map<string, Uint8Array> {
  const { facts, outcome, version, comments } = snapshot;
  const mark = facts.demonstration ? `（${DEMONSTRATION}）` : '';
  return bundleFiles(
    { facts, outcome, comments },
    {
      name: `gongping-${facts.slug}-v${version}${facts.demonstration ? '-demonstration' : ''}`,
      title: `${facts.title} 第${version}版${mark}`,
      licence: snapshot.licence ?? defaultLicence,
    },
  );
}

interface Sealed {
  /** Of the publication. */
  readonly id: string;
  readonly sha256: string;
}

async function makePackage(sealed: Snapshot, { id, sha256 }: Sealed): Promise<repository.PackageRow> {
  const { snapshot, bytes } = openSnapshot(sealed);
  const files = await packageFiles({
    bundle: bundleOf(snapshot),
    snapshot,
    snapshotBytes: bytes,
    sha256,
    licence: snapshot.licence ?? defaultLicence,
  });
  const zip = Buffer.from(zipBundle(files));
  return {
    publicationId: id,
    sha256: createHash('sha256').update(zip).digest('hex'),
    size: zip.length,
    bytes: zip,
    demonstration: snapshot.facts.demonstration,
    createdAt: new Date(snapshot.publishedAt),
  };
}

/**
 * Makes the package of a new publication from what the database keeps of it, so that what is sealed is what is there.
 *
 * @throws Error where the database gives other bytes back than it was given: then nothing is published
 */
export async function sealPublication(tx: Database, sealed: Sealed): Promise<void> {
  // Only `publish` writes this table, and it writes snapshots.
  const snapshot = (await readSnapshot(tx, sealed.id)) as Snapshot;
  if (snapshotHash(snapshot) !== sealed.sha256)
    throw new Error(`The database does not keep publication ${sealed.id} as it was sealed.`);
  await repository.insertPackage(tx, await makePackage(snapshot, sealed));
}

/** Hash and size of a publication's package; one of an earlier version of the product is made now, and kept. */
export async function packageHead(
  db: Database,
  publication: Sealed & { readonly snapshot: Snapshot },
): Promise<repository.PackageHead> {
  return (await repository.findPackageHead(db, publication.id)) ?? keepPackage(db, publication);
}

/** The package of a publication: the same bytes for ever. */
export async function packageOf(
  db: Database,
  publication: Sealed & { readonly snapshot: Snapshot },
): Promise<Pick<repository.PackageRow, 'sha256' | 'bytes'>> {
  return (await repository.readPackage(db, publication.id)) ?? keepPackage(db, publication);
}

async function keepPackage(
  db: Database,
  publication: Sealed & { readonly snapshot: Snapshot },
): Promise<repository.PackageRow> {
  const made = await makePackage(publication.snapshot, publication);
  await repository.insertPackage(db, made);
  return made;
}
