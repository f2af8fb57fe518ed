import type { Archive } from './archive.ts';
import { RunText } from './run-text.ts';
import { readXml } from './xml-part.ts';

/** The texts that the cells of a workbook name by their number. */
export const readSharedStrings = (archive: Archive, part: string): readonly string[] => {
  const texts: string[] = [];
  let run: RunText | null = null;
  readXml(part, archive.pieces(part), {
    open(element) {
      if (element.name === 'si') run = new RunText();
      else run?.open(element);
    },
    text: (text) => run?.add(text),
    close(name) {
      if (name === 'si') {
        texts.push(run?.end() ?? '');
        run = null;
      } else run?.close(name);
    },
  });
  return texts;
};
