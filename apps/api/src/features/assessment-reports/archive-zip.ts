import type { Database } from '@gongping/db';
import { readFile } from '../evidence/stored-file.ts';
import { storedZip, type ZippedFile } from '../notices/stored-zip.ts';
import type { PartRow } from './archive.repository.ts';

/** The reports as a zip, each read when whoever downloads is ready for it. */
export function archiveZip(db: Database, parts: readonly PartRow[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  async function* files(): AsyncGenerator<ZippedFile> {
    for (const { filename, fileSha256 } of parts) {
      if (fileSha256 !== null) yield { name: filename, bytes: await readFile(db, fileSha256) };
    }
  }
  const pieces = storedZip(files());
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
