import type { LocalText } from '@gongping/scoring';
import type { Grid } from './grid.ts';
import { limits } from './limits.ts';
import { nameKey } from './name-key.ts';
import { readGrid } from './read-grid.ts';
import { shownText } from './shown-text.ts';
import { TableProblems } from './table-problems.ts';
import type { ReadTable, TableShape } from './table.ts';
import { tablesError } from './tables-error.ts';

/** A sheet or a CSV file that has not been read yet. */
export interface SheetSource {
  /** As a person sees it. */
  readonly sheet: string;
  /** What tells which table it is: the sheet's name; the file's without `.csv`. */
  readonly name: string;
  /** Office programs keep sheets of their own where nobody sees them. */
  readonly isHidden: boolean;
  read(problems: TableProblems): Grid;
}

export interface SheetSources {
  /** What a person calls one of them. */
  readonly noun: LocalText;
  /** The name that one would have for a table. */
  readonly nameFor: (shape: TableShape) => string;
  readonly sheets: readonly SheetSource[];
}

const shapeNamed = (shapes: readonly TableShape[], name: string): TableShape | undefined => {
  const key = nameKey(name);
  return (
    shapes.find((each) => nameKey(each.name) === key) ?? shapes.find((each) => nameKey(each.label) === key)
  );
};

const tooManySheets = ({ noun, sheets }: SheetSources): LocalText => ({
  zh: `${noun.zh}有 ${sheets.length} 个，最多 ${limits.sheets} 个，请只留需要的。`,
  en: `There are ${sheets.length} ${noun.en}s, at most ${limits.sheets} are read; keep those that are needed.`,
});
const unknownSheet = ({ noun, nameFor }: SheetSources, shapes: readonly TableShape[]): LocalText => {
  const names = shapes.map(nameFor);
  return {
    zh: `不认识这个${noun.zh}，请改名或删去；可用的名称：${names.join('、')}。`,
    en: `This ${noun.en} is not known; rename or remove it. The names are ${names.join(', ')}.`,
  };
};
const duplicateSheet = ({ noun }: SheetSources, first: string): LocalText => ({
  zh: `与${noun.zh}“${shownText(first)}”是同一张表，请只保留一个。`,
  en: `It is the same table as the ${noun.en} “${shownText(first)}”; keep one of them.`,
});
const missingSheet = ({ noun, nameFor }: SheetSources, shape: TableShape): LocalText => ({
  zh: `缺少${noun.zh}“${nameFor(shape)}”，请补上。`,
  en: `The ${noun.en} “${nameFor(shape)}” is missing; add it.`,
});

const hasText = (source: SheetSource): boolean =>
  source.read(new TableProblems()).rows.some(({ cells }) => cells.some((cell) => cell.trim() !== ''));

/**
 * Reads the tables of a file whose sheets, or of a folder whose files, are these.
 *
 * @returns by the names of the shapes; a table that may be absent and is has no entry
 * @throws TablesError with everything that is wrong
 */
export const readSheets = (
  sources: SheetSources,
  shapes: readonly TableShape[],
): ReadonlyMap<string, ReadTable> => {
  if (sources.sheets.length > limits.sheets) throw tablesError(null, tooManySheets(sources));
  const problems = new TableProblems();
  const tables = new Map<string, ReadTable>();
  const whole = (sheet: string | null, sentence: LocalText): void =>
    problems.add({ sheet, row: null, column: null, sentence });
  for (const source of sources.sheets) {
    const shape = shapeNamed(shapes, source.name);
    if (shape === undefined) {
      if (!source.isHidden && hasText(source)) whole(source.sheet, unknownSheet(sources, shapes));
      continue;
    }
    const first = tables.get(shape.name);
    if (first === undefined) tables.set(shape.name, readGrid(source.read(problems), shape, problems));
    else whole(source.sheet, duplicateSheet(sources, first.sheet));
  }
  for (const shape of shapes) {
    const isMissing = shape.optional !== true && !tables.has(shape.name);
    if (isMissing) whole(null, missingSheet(sources, shape));
  }
  problems.throwIfAny();
  return tables;
};
