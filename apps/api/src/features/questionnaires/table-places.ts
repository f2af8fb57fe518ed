import type { QuestionnaireDraft } from '@gongping/contracts';
import type { ProblemPlace } from '@gongping/questionnaire';
import type { LocalText } from '@gongping/scoring';
import type { ReadTable, TableProblems, TableRow } from '@gongping/tables';

interface QuestionnaireTables {
  readonly whole: ReadTable;
  readonly questions: ReadTable;
  readonly sections: ReadTable | undefined;
  readonly options: ReadTable | undefined;
  readonly rows: ReadTable | undefined;
}

interface Where {
  readonly table: ReadTable;
  readonly row: TableRow | null;
}

/** Fields of the questionnaire → columns, where they are called otherwise. */
const columns: Readonly<Record<string, string>> = {
  groupQuestion: 'group_question',
  contact: 'contact_question',
  askedIf: 'asked_if',
  number: 'minimum',
  label: 'text',
};
/** What has no column of its own. */
const wholeRows = new Set(['questions', 'options', 'rows', 'sections']);

/** Finds the cells of a workbook that parts of a questionnaire were read from. */
export class TablePlaces {
  readonly #tables: QuestionnaireTables;

  constructor(tables: QuestionnaireTables) {
    this.#tables = tables;
  }

  add(
    place: ProblemPlace,
    sentence: LocalText,
    { draft, problems }: { draft: QuestionnaireDraft | Draft; problems: TableProblems },
  ): void {
    const { table, row } = this.#where(place, draft);
    const field = place.field === null || wholeRows.has(place.field) ? null : place.field;
    const column = field === null ? null : (columns[field] ?? field);
    const known = table.shape.columns.some(({ name }) => name === column);
    problems.at(table, row, known ? column : null, sentence);
  }

  /** @param path as zod gives it: `questions.3.options.0.label.zh` */
  addPath(
    path: string,
    sentence: LocalText,
    context: { draft: QuestionnaireDraft; problems: TableProblems },
  ): void {
    const [first = '', at, second = '', index, field = ''] = path.split('.');
    const position = Number(at);
    if (first === 'sections' && Number.isInteger(position))
      return this.add({ part: 'section', question: null, index: position, field: second }, sentence, context);
    if (first !== 'questions' || !Number.isInteger(position))
      return this.add(
        { part: 'questionnaire', question: null, index: null, field: first },
        sentence,
        context,
      );
    const isPart = (second === 'options' || second === 'rows') && index !== undefined;
    const part = isPart ? (second === 'options' ? 'option' : 'row') : 'question';
    return this.add(
      { part, question: position, index: isPart ? Number(index) : null, field: isPart ? field : second },
      sentence,
      context,
    );
  }

  #where({ part, question, index }: ProblemPlace, draft: QuestionnaireDraft | Draft): Where {
    const { whole, questions, sections, options, rows } = this.#tables;
    if (part === 'questionnaire') return { table: whole, row: whole.rows[0] ?? null };
    if (part === 'section')
      return sections
        ? { table: sections, row: sections.rows[index ?? -1] ?? null }
        : { table: whole, row: null };
    const code = draft.questions[question ?? -1]?.code ?? '';
    const own = (table: ReadTable) => table.rows.filter((row) => row.cell('question').trim() === code);
    const table = part === 'option' ? options : part === 'row' ? rows : undefined;
    if (table) return { table, row: own(table)[index ?? -1] ?? null };
    return { table: questions, row: questions.rows.find((row) => row.cell('code').trim() === code) ?? null };
  }
}

/** Of a questionnaire in any state, what finding a place needs. */
interface Draft {
  readonly questions: readonly { readonly code: string }[];
}
