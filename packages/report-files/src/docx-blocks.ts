import type { Block } from '@gongping/annual-report';
import type { XmlHandler } from '@gongping/tables';
import { MAIN_PART, readDocxParts } from './docx-archive.ts';
import { NumberingReader } from './docx-numbering.ts';
import { DocxReader } from './docx-reader.ts';

/** Gathers the styles of a document that are headings, by their name or their place in the outline. */
const headingStyles = (found: Set<string>): XmlHandler => {
  let style = '';
  return {
    open(element) {
      if (element.name === 'style') style = element.own('styleId') ?? '';
      const isHeading =
        (element.name === 'name' && /^(?:heading|标题)\s*\d/i.test(element.own('val') ?? '')) ||
        (element.name === 'outlineLvl' && Number(element.own('val')) < 9);
      if (isHeading && style !== '') found.add(style);
    },
  };
};

/**
 * The paragraphs and tables of a .docx document, deletions and text boxes left out.
 *
 * @throws BundleError where it is something else, damaged, locked, or out of bounds
 */
export const docxBlocks = (bytes: Uint8Array): readonly Block[] => {
  const styles = new Set<string>();
  const numbering = new NumberingReader();
  const reader = new DocxReader(styles, numbering.next);
  readDocxParts(bytes, {
    'word/styles.xml': headingStyles(styles),
    'word/numbering.xml': numbering,
    [MAIN_PART]: reader,
  });
  return reader.blocks;
};
