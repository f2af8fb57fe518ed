import { type Database, schema } from '@gongping/db';
import { eq } from 'drizzle-orm';

const { publicationPackages } = schema;

export type PackageRow = typeof publicationPackages.$inferSelect;

/** A package without its bytes. */
export type PackageHead = Pick<PackageRow, 'sha256' | 'size'>;

export async function findPackageHead(db: Database, publicationId: string): Promise<PackageHead | undefined> {
  const { sha256, size } = publicationPackages;
  const [row] = await db
    .select({ sha256, size })
    .from(publicationPackages)
    .where(eq(publicationPackages.publicationId, publicationId));
  return row;
}

export async function readPackage(
  db: Database,
  publicationId: string,
): Promise<Pick<PackageRow, 'sha256' | 'size' | 'bytes'> | undefined> {
  const { sha256, size, bytes } = publicationPackages;
  const [row] = await db
    .select({ sha256, size, bytes })
    .from(publicationPackages)
    .where(eq(publicationPackages.publicationId, publicationId));
  return row;
}

/** Keeps the first: a second that was made at the same moment has the same bytes. */
export async function insertPackage(db: Database, row: PackageRow): Promise<void> {
  await db.insert(publicationPackages).values(row).onConflictDoNothing();
}
