import type { Language, importedSystem } from '@gongping/contracts';
import { zipBundle } from '@gongping/bundle';
import { csvFiles, xlsxWorkbook } from '@gongping/tables';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { tablesRefusal } from '../../tables/tables-refusal.ts';
import { requirePlatformOrganiser } from './draft.access.ts';
import { readVersion } from './draft.service.ts';
import { unitCodes } from './edit-draft.ts';
import { storeSystem } from './import-system.ts';
import * as repository from './indicator-system.repository.ts';
import type { SystemReader } from './read-upload.ts';
import { systemTables } from './system-tables.ts';

interface Download {
  readonly filename: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A version as a workbook, or as a zip of CSV files. @throws ProblemError `forbidden`, `not-found` */
export async function downloadSystem(
  { db }: Dependencies,
  actor: Actor,
  { systemId, as }: { systemId: string; as: 'xlsx' | 'zip' },
): Promise<Download> {
  requirePlatformOrganiser(actor);
  const { system, content } = await readVersion(db, systemId);
  const tables = systemTables(system.code, content, as === 'xlsx' ? 'workbook' : 'csv');
  const bytes = as === 'xlsx' ? await xlsxWorkbook(tables) : zipBundle(csvFiles(tables));
  return { filename: `${system.code}-v${system.version}.${as}`, bytes };
}

/**
 * Makes a new version, a draft, of an uploaded file; where the newest version says the same, that one is named.
 *
 * @throws ProblemError `forbidden`, `too-many-attempts`, `tables-invalid` with every problem: nothing is written then
 */
export async function uploadSystem(
  { db, clock, uploads }: Pick<Dependencies, 'db' | 'clock'> & { uploads: SystemReader },
  actor: Actor,
  args: { file: { name: string; bytes: Uint8Array }; language: Language; requestId: string },
): Promise<z.infer<typeof importedSystem>> {
  requirePlatformOrganiser(actor);
  const units = await unitCodes(db);
  const read = await uploads.read(args.file, [...units]).catch((error: unknown) => {
    throw tablesRefusal(error, args.language);
  });
  return db.transaction(async (tx) => {
    await repository.holdSystems(tx);
    const wanted = { now: clock(), freeze: false, actor, reason: '', requestId: args.requestId };
    const { id, code, version, created } = await storeSystem(tx, read, wanted);
    return { id, code, version, created: created > 0 };
  });
}
