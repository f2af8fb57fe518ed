import { Zip, ZipDeflate } from 'fflate';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Zips the files of a folder piece by piece, as any zip program would. */
export async function zipFolder(folder: string, file: string): Promise<void> {
  const written = createWriteStream(file);
  const zip = new Zip((error, bytes, final) => {
    if (error !== null) throw error;
    written.write(bytes);
    if (final) written.end();
  });
  for (const name of await readdir(folder)) {
    const entry = new ZipDeflate(name, { level: 1 });
    zip.add(entry);
    for await (const piece of createReadStream(join(folder, name))) entry.push(piece as Buffer);
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  await once(written, 'close');
}
