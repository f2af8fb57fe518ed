import type { Archive } from './archive.ts';
import { readRelationships } from './relationships.ts';
import { damagedWorkbook, readXml } from './xml-part.ts';

export interface WorkbookSheet {
  /** As its tab says. */
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part in the archive. */
  readonly part: string;
}

/** Where in an archive a workbook's parts are; in the order of its tabs. */
export interface WorkbookParts {
  readonly sheets: readonly WorkbookSheet[];
  /** Absent where no cell has a text; where none has a style. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** Three times what a tab can hold. */
const LONGEST_NAME = 100;

interface NamedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly id: string | undefined;
}

const readSheetNames = (archive: Archive, part: string): readonly NamedSheet[] => {
  const sheets: NamedSheet[] = [];
  let isWorkbook = false;
  readXml(part, archive.pieces(part), {
    open(element) {
      if (element.name === 'workbook') isWorkbook = true;
      if (element.name !== 'sheet') return;
      const isHidden = (element.attribute('state') ?? 'visible') !== 'visible';
      sheets.push({
        name: element.attribute('name')?.slice(0, LONGEST_NAME) ?? '',
        isHidden,
        id: element.relationship(),
      });
    },
  });
  if (!isWorkbook) throw damagedWorkbook(part);
  return sheets;
};

/** @throws TablesError where a part that others name is not there */
export const readWorkbookParts = (archive: Archive): WorkbookParts => {
  const present = (part: string): string => {
    if (!archive.has(part)) throw damagedWorkbook(part);
    return part;
  };
  const main = readRelationships(archive, '').find(({ type }) => type === 'officeDocument');
  if (main === undefined) throw damagedWorkbook('_rels/.rels');
  const workbook = present(main.target);
  const relationships = readRelationships(archive, workbook);
  const partOf = (wanted: string): string | null => {
    const found = relationships.find(({ type }) => type === wanted);
    return found === undefined ? null : present(found.target);
  };
  const sheets = readSheetNames(archive, workbook).flatMap(({ name, isHidden, id }): WorkbookSheet[] => {
    const found = relationships.find((each) => each.id === id);
    if (found === undefined) throw damagedWorkbook(workbook);
    // A sheet that is a chart or a macro of the nineties holds no cells.
    return found.type === 'worksheet' ? [{ name, isHidden, part: present(found.target) }] : [];
  });
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
};
