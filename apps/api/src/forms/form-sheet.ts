import type { Words } from '@gongping/questionnaire';
import type { Grid } from '@gongping/tables';
import type { FormNotes, NotePlace } from './form-notes.ts';
import { languageOf, wordsOf, type Language } from './language.ts';
import { notes } from './notes.ts';

interface FormColumn {
  readonly position: number;
  /** As it stands. */
  readonly header: string;
  /** `label` of `Label::English (en)`. */
  readonly name: string;
  /** `English (en)` of it; empty where the column has no language. */
  readonly language: string;
}

export interface FormRow {
  readonly row: number;
  /** Trimmed. */
  cell(name: string): string;
  words(name: string): Words;
  place(name: string | null): NotePlace;
}

/** Other names that columns of XLSForm may have. */
const aliases: Readonly<Record<string, string>> = {
  value: 'name',
  caption: 'label',
  relevance: 'relevant',
  list: 'list_name',
};

/** Headers are written in any letters, with blanks or strokes, the language behind one colon or two. */
function columnOf(header: string, position: number): FormColumn {
  const [name = '', ...rest] = header.split(/::?/);
  const plain = name.trim().toLowerCase().replaceAll(/\s+/g, '_');
  return { position, header, name: aliases[plain] ?? plain, language: rest.join(':').trim() };
}

/** A sheet of an XLSForm. */
export class FormSheet {
  readonly rows: readonly FormRow[];
  readonly #columns: readonly FormColumn[];
  readonly #grid: Grid;
  readonly #languageOf: (name: string) => Language | null;

  /** @param asEnglish a language that stands where English does, since the form is in no other */
  constructor(grid: Grid, asEnglish: string | null = null) {
    this.#grid = grid;
    const [header, ...rows] = grid.rows;
    this.#columns = (header?.cells ?? [])
      .map((cell, position) => columnOf(cell.trim(), position))
      .filter((column) => column.header !== '');
    this.#languageOf = (name) => languageOf(name) ?? (name !== '' && name === asEnglish ? 'en' : null);
    this.rows = rows.map(({ row, cells }) => ({
      row,
      cell: (name) => this.#cell(cells, name),
      words: (name) => this.#words(cells, name),
      place: (name) => this.place(row, name),
    }));
  }

  has(name: string): boolean {
    return this.#columns.some((column) => column.name === name);
  }

  /** Languages of the wording, as the form names them. */
  languages(): string[] {
    const names = this.#columns.filter(({ name }) => name === 'label' || name === 'hint');
    return [...new Set(names.map(({ language }) => language))];
  }

  place(row: number, name: string | null): NotePlace {
    const column = this.#columns.find((one) => one.name === name);
    return {
      sheet: this.#grid.sheet,
      row,
      column: column ? this.#grid.place(column.position, column.header) : null,
    };
  }

  /** Tells of every column with something in it that is none of these. */
  tellOthers(known: readonly string[], list: FormNotes): void {
    const header = this.#grid.rows[0]?.row ?? 1;
    for (const { name, position, header: said } of this.#columns) {
      const isUsed = this.#grid.rows.slice(1).some(({ cells }) => (cells[position] ?? '').trim() !== '');
      if (known.includes(name) || !isUsed) continue;
      const place = { sheet: this.#grid.sheet, row: header, column: this.#grid.place(position, said) };
      list.add(place, notes.setting(said));
    }
  }

  #cell(cells: readonly string[], name: string): string {
    const column = this.#columns.find((one) => one.name === name);
    return (cells[column?.position ?? -1] ?? '').trim();
  }

  #words(cells: readonly string[], name: string): Words {
    const found: Record<Language, string> = { zh: '', en: '' };
    for (const column of this.#columns) {
      if (column.name !== name) continue;
      const text = (cells[column.position] ?? '').trim();
      const language = this.#languageOf(column.language);
      if (language !== null) found[language] ||= text;
      if (column.language !== '') continue;
      const { zh, en } = wordsOf(text);
      found.zh ||= zh;
      found.en ||= en;
    }
    return found;
  }
}
