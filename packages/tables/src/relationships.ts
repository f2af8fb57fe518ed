import { posix } from 'node:path';
import type { Archive } from './archive.ts';
import { damagedWorkbook, readXml } from './xml-part.ts';

/** That one part of a workbook uses another. */
export interface Relationship {
  readonly id: string;
  /** Last step of its type's address, for example `worksheet`; the same in the transitional and the strict form. */
  readonly type: string;
  /** Name of the other part in the archive. */
  readonly target: string;
}

/** Names of parts do not differ by capital letters (ECMA-376 part 2, 6.2.2.3). */
const partNamed = (archive: Archive, name: string): string =>
  archive.has(name)
    ? name
    : (archive.names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name);

/**
 * The parts that a part uses.
 *
 * @param part '' for the package itself
 * @throws TablesError where one is said to lie outside the archive
 */
export const readRelationships = (archive: Archive, part: string): readonly Relationship[] => {
  const folder = posix.dirname(part === '' ? 'x' : part);
  const file = partNamed(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const found: Relationship[] = [];
  readXml(file, archive.pieces(file), {
    open(element) {
      if (element.name !== 'Relationship' || element.attribute('TargetMode') === 'External') return;
      const said = element.attribute('Target') ?? '';
      // From the top where it begins with a stroke, else from the folder of the part that uses it.
      const path = said.startsWith('/') ? posix.normalize(said.slice(1)) : posix.join(folder, said);
      if (path.startsWith('..') || path.startsWith('/')) throw damagedWorkbook(file);
      found.push({
        id: element.attribute('Id') ?? '',
        type: posix.basename(element.attribute('Type') ?? ''),
        target: partNamed(archive, path),
      });
    },
  });
  return found;
};
