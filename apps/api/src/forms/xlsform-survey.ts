import type { AskedIf, Option, Question, QuestionKind, Section, Words } from '@gongping/questionnaire';
import { askedIfOf } from './asked-if.ts';
import { FormCodes } from './form-codes.ts';
import type { FormNotes } from './form-notes.ts';
import type { FormRow } from './form-sheet.ts';
import { notes } from './notes.ts';
import { otherOption, otherText, placeholder, type ChoiceList } from './xlsform-choices.ts';
import { boundsOf, rangeOf, rowType, type RowType } from './xlsform-types.ts';

interface OpenGroup {
  readonly section: string | null;
  readonly askedIf: readonly AskedIf[];
  /** The matrix that the group is, where it shows its questions as a table. */
  readonly matrix: { readonly title: Words; readonly code: string; readonly required: boolean } | null;
}

/** Reads the sheet `survey`: the questions in their order, the outermost groups as sections. */
export class SurveyReader {
  readonly sections: Section[] = [];
  readonly questions: Question[] = [];
  readonly #lists: ReadonlyMap<string, ChoiceList>;
  readonly #notes: FormNotes;
  readonly #codes = new FormCodes();
  readonly #sectionCodes = new FormCodes();
  /** List of each question by its code. */
  readonly #listOf = new Map<string, ChoiceList>();
  readonly #groups: OpenGroup[] = [];

  constructor(lists: ReadonlyMap<string, ChoiceList>, list: FormNotes) {
    this.#lists = lists;
    this.#notes = list;
  }

  read(rows: readonly FormRow[]): void {
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined || row.cell('type') === '') continue;
      const type = rowType(row.cell('type'));
      if (type.kind === 'begin' && type.what === 'repeat') at = this.#skip(rows, at);
      else if (type.kind === 'begin') this.#openGroup(row);
      else if (type.kind === 'end') this.#groups.pop();
      else if (type.kind === 'unknown') this.#notes.add(row.place('type'), notes.type(row.cell('type')));
      else this.#addQuestion(row, type);
    }
  }

  /** What is asked for each of several things has no place here. @returns where it ends */
  #skip(rows: readonly FormRow[], from: number): number {
    let depth = 0;
    for (let at = from; at < rows.length; at += 1) {
      const type = rowType(rows[at]?.cell('type') ?? '');
      if ('what' in type && type.what === 'repeat') depth += type.kind === 'begin' ? 1 : -1;
      if (depth > 0 && at < rows.length - 1) continue;
      const last = rows[at]?.row ?? 0;
      const first = rows[from];
      if (first) this.#notes.add(first.place('type'), notes.repeated(last));
      return at;
    }
    return rows.length;
  }

  #openGroup(row: FormRow): void {
    const outer = this.#groups.at(-1);
    const title = this.#notes.words(row.place('label'), row.words('label'), placeholder);
    const hasTitle = title.zh !== '' || title.en !== '';
    const askedIf = [...(outer?.askedIf ?? []), ...this.#condition(row)];
    const isTable = /\btable-list\b/.test(row.cell('appearance'));
    let section = outer?.section ?? null;
    if (isTable) {
      const code = this.#codeOf(row);
      this.#groups.push({ section, askedIf, matrix: { title, code, required: false } });
      return;
    }
    if (section === null && hasTitle) {
      section = this.#sectionCodes.give(row.cell('name') || 'section');
      this.sections.push({ code: section, title });
    } else if (hasTitle) this.#notes.add(row.place('label'), notes.setting(title.zh || title.en));
    this.#groups.push({ section, askedIf, matrix: null });
  }

  #addQuestion(row: FormRow, type: Exclude<RowType, { kind: 'begin' | 'end' | 'unknown' }>): void {
    const group = this.#groups.at(-1);
    const list = type.kind === 'choice' ? this.#lists.get(type.list) : undefined;
    if (type.kind === 'choice' && list === undefined) {
      this.#notes.add(row.place('type'), notes.list(type.list));
      return;
    }
    if (group?.matrix && list && type.kind === 'choice' && !type.several) {
      this.#addRow(row, group, list);
      return;
    }
    const filter = row.cell('choice_filter');
    if (filter !== '') this.#notes.add(row.place('choice_filter'), notes.filter(filter));
    if (type.kind === 'text' && !type.exact)
      this.#notes.add(row.place('type'), notes.asText(row.cell('type')));
    const withOther = type.kind === 'choice' && type.other;
    const asked = { ...this.#plain(row), askedIf: [...(group?.askedIf ?? []), ...this.#condition(row)] };
    const options = [...(list?.options ?? []), ...(withOther ? [this.#other(list)] : [])];
    const question: Question = {
      ...asked,
      kind: this.#kind(row, type),
      options,
      number: type.kind === 'number' ? this.#bounds(row, type.whole) : null,
    };
    this.questions.push(question);
    if (list) this.#listOf.set(question.code, list);
    if (withOther) this.#askForOther(question, options.at(-1));
  }

  #kind(row: FormRow, type: RowType): QuestionKind {
    if (type.kind !== 'choice') return type.kind === 'number' ? 'number' : 'text';
    if (type.several) return 'multiple';
    return /\blikert\b/.test(row.cell('appearance')) ? 'scale' : 'single';
  }

  #plain(row: FormRow): Omit<Question, 'kind' | 'askedIf' | 'options' | 'number'> {
    const hint = row.words('hint');
    return {
      code: this.#codeOf(row),
      text: this.#notes.words(row.place('label'), row.words('label'), placeholder),
      family: null,
      required: isYes(row.cell('required')),
      hint: hint.zh === '' && hint.en === '' ? null : this.#notes.words(row.place('hint'), hint, placeholder),
      section: this.#section(),
      rows: [],
    };
  }

  /** A question after the groups goes on in the last of them, so that the order stays. */
  #section(): string | null {
    const open = this.#groups.at(-1)?.section ?? null;
    return open ?? this.sections.at(-1)?.code ?? null;
  }

  #addRow(row: FormRow, { matrix, askedIf }: OpenGroup, list: ChoiceList): void {
    if (!matrix) return;
    const text = this.#notes.words(row.place('label'), row.words('label'), placeholder);
    const line = { code: this.#codeOf(row), text, family: null };
    const before = this.questions.at(-1);
    if (before?.code === matrix.code) {
      this.questions[this.questions.length - 1] = { ...before, rows: [...before.rows, line] };
      return;
    }
    this.questions.push({
      code: matrix.code,
      kind: 'matrix',
      text: matrix.title,
      options: list.options,
      family: null,
      required: isYes(row.cell('required')),
      hint: null,
      section: this.#section(),
      askedIf,
      rows: [line],
      number: null,
    });
  }

  #codeOf(row: FormRow): string {
    const name = row.cell('name');
    const code = this.#codes.give(name);
    if (code !== name) this.#notes.add(row.place('name'), notes.code(name, code));
    return code;
  }

  #other(list: ChoiceList | undefined): Option {
    const isTaken = list?.options.some(({ code }) => code === otherOption.name) ?? false;
    return {
      code: isTaken ? `${otherOption.name}-2` : otherOption.name,
      label: otherOption.label,
      value: null,
    };
  }

  #askForOther(question: Question, other: Option | undefined): void {
    if (!other) return;
    this.questions.push({
      ...question,
      code: this.#codes.give(`${question.code}_other`),
      kind: 'text',
      text: otherText,
      options: [],
      required: false,
      hint: null,
      askedIf: [...question.askedIf, { question: question.code, options: [other.code] }],
    });
  }

  #bounds(row: FormRow, whole: boolean): Question['number'] {
    if (/^range$/i.test(row.cell('type'))) return rangeOf(row.cell('parameters'));
    const constraint = row.cell('constraint');
    const bounds = constraint === '' ? null : boundsOf(constraint, whole);
    if (constraint !== '' && bounds === null)
      this.#notes.add(row.place('constraint'), notes.constraint(constraint));
    return bounds ?? { minimum: null, maximum: null, whole };
  }

  #condition(row: FormRow): AskedIf[] {
    const expression = row.cell('relevant');
    if (expression === '') return [];
    const found = askedIfOf(expression, this.questions, ({ name, value }) => {
      const question = this.#codes.of(name);
      if (question === undefined) return null;
      const option = this.#listOf.get(question)?.codes.of(value) ?? value;
      return { question, option };
    });
    if (found === null) this.#notes.add(row.place('relevant'), notes.condition(expression));
    return found ?? [];
  }
}

function isYes(said: string): boolean {
  return /^(yes|true|true\(\)|1)$/i.test(said);
}
