import type { QuestionnaireDraft } from '@gongping/contracts';
import { cellSentences } from '../../tables/cell-sentences.ts';
import { readList } from '../../tables/list-cell.ts';
import type { RowCells } from '../../tables/row-cells.ts';
import { kindWords } from './questionnaire-shapes.ts';

type DraftQuestion = QuestionnaireDraft['questions'][number];

/** An option or a line of a matrix, by the question that it belongs to. */
export interface Part {
  readonly code: string;
  readonly text: { zh: string; en: string };
  readonly value: number | null;
  readonly family: string | null;
}

export interface Parts {
  readonly options: ReadonlyMap<string, readonly Part[]>;
  readonly rows: ReadonlyMap<string, readonly Part[]>;
}

const badCondition = {
  zh: '条件应写作“题目=选项|选项”，多个条件之间用分号隔开，例如 Q2=website|hall; Q3=fair。',
  en: 'A condition is written as question=option|option, several separated by semicolons, for example Q2=website|hall; Q3=fair.',
};

export function readQuestion(cells: RowCells, parts: Parts): DraftQuestion {
  const code = cells.requiredText('code').trim();
  const kind = cells.word('kind', kindWords) ?? 'text';
  const hint = wordsAt(cells, 'hint');
  return {
    code,
    kind,
    text: wordsAt(cells, 'text'),
    options: (parts.options.get(code) ?? []).map((part) => ({
      code: part.code,
      label: part.text,
      value: part.value,
    })),
    family: nullIfEmpty(cells.text('family')),
    required: cells.flag('required'),
    hint: hint.zh === '' && hint.en === '' ? null : hint,
    section: nullIfEmpty(cells.text('section')),
    askedIf: conditionsAt(cells),
    rows: (parts.rows.get(code) ?? []).map((part) => ({
      code: part.code,
      text: part.text,
      family: part.family,
    })),
    number:
      kind === 'number'
        ? {
            minimum: signedNumber(cells, 'minimum'),
            maximum: signedNumber(cells, 'maximum'),
            whole: cells.flag('whole'),
          }
        : null,
  };
}

export function readPart(cells: RowCells): Part {
  return {
    code: cells.requiredText('code').trim(),
    text: wordsAt(cells, 'text'),
    value: cells.has('value') ? signedNumber(cells, 'value') : null,
    family: cells.has('family') ? nullIfEmpty(cells.text('family')) : null,
  };
}

/** As they stand: blanks and line breaks are the author's. */
export function wordsAt(cells: RowCells, column: string): { zh: string; en: string } {
  return { zh: cells.text(column), en: cells.text(`${column}_en`) };
}

/** Null where the cell is empty; anything but a decimal is a problem. */
export function signedNumber(cells: RowCells, column: string): number | null {
  if (cells.isEmpty(column)) return null;
  const cell = cells.text(column).normalize('NFKC').trim();
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) && Number.isFinite(Number(cell))) return Number(cell);
  cells.problem(column, cellSentences.number(cell));
  return null;
}

function conditionsAt(cells: RowCells): DraftQuestion['askedIf'] {
  const said = cells.text('asked_if').normalize('NFKC').trim();
  if (said === '') return [];
  return said.split(';').map((part) => {
    const [question = '', options, more] = part.split('=').map((each) => each.trim());
    if (question === '' || !options || more !== undefined) cells.problem('asked_if', badCondition);
    return { question, options: readList(options ?? '') };
  });
}

function nullIfEmpty(cell: string): string | null {
  return cell.trim() === '' ? null : cell.trim();
}
