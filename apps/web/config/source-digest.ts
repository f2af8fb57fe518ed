import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names a build by its sources, so that the same sources give the same build.
 *
 * @param root folder of the site
 * @param folders folders below `root` that the build is made of
 * @returns the first 16 hexadecimal digits of a SHA-256 over sorted paths and contents
 */
export function sourceDigest(root: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('paraglide'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const path of entries) {
      hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}
