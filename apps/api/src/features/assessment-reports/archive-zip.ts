import type { Database } from '@gongping/db';
import { storedZipStream, type ZippedFile } from '../../http/stored-zip.ts';
import { readFile } from '../evidence/stored-file.ts';
import type { PartRow } from './archive.repository.ts';

/** The reports as a zip, each read when whoever downloads is ready for it. */
export function archiveZip(db: Database, parts: readonly PartRow[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  async function* files(): AsyncGenerator<ZippedFile> {
    for (const { filename, fileSha256 } of parts) {
      if (fileSha256 !== null) yield { name: filename, bytes: await readFile(db, fileSha256) };
    }
  }
  return storedZipStream(files());
}
