import type { AskedIf, Option, Question, Section } from '@gongping/questionnaire';
import { askedIfOf } from './asked-if.ts';
import { FormCodes } from './form-codes.ts';
import type { FormNotes, NotePlace } from './form-notes.ts';
import type { Reference } from './expression.ts';

import type { LssDocument, LssRow } from './lss-document.ts';
import type { LssReader, LssThing } from './lss-survey.ts';
import { fixedOptions, lssKinds, type LssKind } from './lss-types.ts';
import { notes } from './notes.ts';
import { otherOption, otherText } from './xlsform-choices.ts';

/** LimeSurvey puts what else is known into the wording: `{TOKEN:FIRSTNAME}`. */
export const placeholder = /\{[A-Za-z][^{}]*\}/;

/** What a question is known by in conditions. */
interface Known {
  readonly code: string;
  readonly options: FormCodes | null;
  /** Options of a choice of several are fields of their own. */
  readonly several: boolean;
}

/** Attributes that are read, and those that only change how a question looks. */
const readAttributes = new Set([
  ...[
    'min_num_value_n',
    'max_num_value_n',
    'num_value_int_only',
    'hidden',
    'display_columns',
    'public_statistics',
  ],
  ...['page_break', 'time_limit_action', 'statistics_showgraph', 'statistics_graphtype', 'question_template'],
  ...['cssclass', 'save_as_default', 'printable_help', 'answer_width', 'text_input_width', 'input_size'],
]);

/** Reads groups as sections, and their questions. */
export class QuestionReader {
  readonly sections: Section[] = [];
  readonly questions: Question[] = [];
  readonly #document: LssDocument;
  readonly #reader: LssReader;
  readonly #notes: FormNotes;
  readonly #codes = new FormCodes();
  readonly #known = new Map<string, Known>();
  readonly #all: readonly LssThing[];
  readonly #subquestions: readonly LssThing[];
  readonly #answers: readonly LssThing[];

  constructor(document: LssDocument, reader: LssReader, list: FormNotes) {
    this.#document = document;
    this.#reader = reader;
    this.#notes = list;
    const questions = { id: ['qid'], order: 'question_order', texts: 'question_l10ns' };
    // Subquestions have a table of their own; in some versions they are among the questions.
    this.#all = reader.things('questions', questions);
    this.#subquestions = [...reader.things('subquestions', questions), ...this.#all].filter(({ row }) =>
      /[1-9]/.test(row.field('parent_qid')),
    );
    const isNew = document.has('answer_l10ns');
    const id = isNew ? ['aid'] : ['qid', 'code', 'scale_id'];
    this.#answers = reader.things('answers', { id, order: 'sortorder', texts: 'answer_l10ns' });
  }

  read(): void {
    const codes = new FormCodes();
    const groups = this.#reader.things('groups', { id: ['gid'], order: 'group_order', texts: 'group_l10ns' });
    for (const { row, words } of groups) {
      const gid = row.field('gid');
      const place = { sheet: null, row: row.line, column: null };
      const title = this.#notes.words(place, words('group_name'), placeholder);
      const description = words('description');
      if (description.zh !== '' || description.en !== '')
        this.#notes.add(place, notes.setting(description.zh || description.en));
      const section = codes.give(`G${gid}`);
      this.sections.push({ code: section, title });
      const asked = this.#condition(row.field('grelevance'), place);
      for (const question of this.#all) {
        if (question.row.field('gid') !== gid || /[1-9]/.test(question.row.field('parent_qid'))) continue;
        this.#add(question, { section, asked });
      }
    }
  }

  #add({ row, words }: LssThing, { section, asked }: { section: string; asked: readonly AskedIf[] }): void {
    const title = row.field('title');
    const place = { sheet: null, row: row.line, column: title };
    const type = row.field('type');
    const kind = lssKinds[type];
    if (kind === undefined) {
      this.#notes.add(place, notes.type(type));
      return;
    }
    const code = this.#codes.give(title);
    if (code !== title) this.#notes.add(place, notes.code(title, code));
    this.#tellAttributes(row, place);
    const hint = words('help');
    const plain: Question = {
      code,
      kind: 'text',
      text: this.#notes.words(place, words('question'), placeholder),
      options: [],
      family: null,
      required: /^[YS]$/.test(row.field('mandatory')),
      hint: hint.zh === '' && hint.en === '' ? null : this.#notes.words(place, hint, placeholder),
      section,
      askedIf: [...asked, ...this.#condition(row.field('relevance'), place)],
      rows: [],
      number: null,
    };
    this.#ask(plain, kind, { row, place, title });
  }

  #ask(plain: Question, kind: LssKind, at: { row: LssRow; place: NotePlace; title: string }): void {
    const { row, place, title } = at;
    const parts = this.#subquestions.filter((one) => one.row.field('parent_qid') === row.field('qid'));
    const bounds = this.#bounds(row);
    switch (kind.ask) {
      case 'text':
        this.questions.push(plain);
        return;
      case 'number':
        this.questions.push({ ...plain, kind: 'number', number: bounds });
        return;
      case 'texts':
      case 'numbers': {
        const isNumber = kind.ask === 'numbers';
        for (const part of parts) this.#askPart(plain, part, isNumber ? bounds : null);
        return;
      }
      case 'several':
      case 'choice':
      case 'matrix':
        if ('comment' in kind && kind.comment) this.#notes.add(place, notes.comment());
        if ('from' in kind && kind.from === 'five') this.#notes.add(place, notes.fivePoints());
        this.#choose(plain, kind, { row, place, title, parts });
    }
  }

  /** Each of several fields of one question is a question. */
  #askPart(plain: Question, { row, words }: LssThing, number: Question['number']): void {
    const part = words('question');
    const join = (one: string, other: string) => [one, other].filter((text) => text !== '').join(' – ');
    this.questions.push({
      ...plain,
      code: this.#codes.give(`${plain.code}-${row.field('title')}`),
      kind: number ? 'number' : 'text',
      text: { zh: join(plain.text.zh, part.zh), en: join(plain.text.en, part.en) },
      number,
    });
  }

  #choose(
    plain: Question,
    kind: Extract<LssKind, { ask: 'several' | 'choice' | 'matrix' }>,
    at: { row: LssRow; place: NotePlace; title: string; parts: readonly LssThing[] },
  ): void {
    const { row, title, parts, place } = at;
    const codes = new FormCodes();
    const several = kind.ask === 'several';
    const options = several
      ? this.#optionsOf(parts, { code: 'title', label: 'question', codes, place })
      : kind.from === 'answers'
        ? this.#answersOf(row, codes, place)
        : [...fixedOptions[kind.from]];
    const hasOther = row.field('other') === 'Y';
    const other: Option = { code: codes.give(otherOption.name), label: otherOption.label, value: null };
    const all = hasOther ? [...options, other] : options;
    const isRated = all.some(({ value }) => value !== null);
    const question: Question = {
      ...plain,
      kind: kind.ask === 'matrix' ? 'matrix' : several ? 'multiple' : isRated ? 'scale' : 'single',
      options: all,
      rows: kind.ask === 'matrix' ? this.#rowsOf(parts, place) : [],
    };
    this.questions.push(question);
    const isFixed = 'from' in kind && kind.from !== 'answers';
    this.#known.set(title, { code: question.code, options: isFixed ? null : codes, several });
    if (hasOther) this.#askForOther(question, other);
  }

  #askForOther(question: Question, other: Option): void {
    this.questions.push({
      ...question,
      code: this.#codes.give(`${question.code}_other`),
      kind: 'text',
      text: otherText,
      options: [],
      rows: [],
      required: false,
      hint: null,
      askedIf: [...question.askedIf, { question: question.code, options: [other.code] }],
    });
  }

  #answersOf(row: LssRow, codes: FormCodes, place: NotePlace): Option[] {
    const own = this.#answers.filter(
      (answer) => answer.row.field('qid') === row.field('qid') && !/[1-9]/.test(answer.row.field('scale_id')),
    );
    const options = this.#optionsOf(own, { code: 'code', label: 'answer', codes, place });
    const values = own.map((answer) => Number(answer.row.field('assessment_value')));
    // All are 0 where nobody has rated them.
    const isRated =
      values.some((value) => value !== 0) && values.every((value) => value >= 0 && value <= 100);
    return isRated ? options.map((option, index) => ({ ...option, value: values[index] ?? null })) : options;
  }

  #optionsOf(
    things: readonly LssThing[],
    { code, label, codes, place }: { code: string; label: string; codes: FormCodes; place: NotePlace },
  ): Option[] {
    return things.map((thing) => {
      const name = thing.row.field(code);
      const given = codes.give(name);
      const at = { ...place, row: thing.row.line };
      if (given !== name) this.#notes.add(at, notes.code(name, given));
      return { code: given, label: this.#notes.words(at, thing.words(label), placeholder), value: null };
    });
  }

  #rowsOf(parts: readonly LssThing[], place: NotePlace): Question['rows'] {
    const codes = new FormCodes();
    return this.#optionsOf(parts, { code: 'title', label: 'question', codes, place }).map(
      ({ code, label }) => ({ code, text: label, family: null }),
    );
  }

  #attributes(row: LssRow): ReadonlyMap<string, { value: string; line: number }> {
    const own = (this.#document.get('question_attributes') ?? []).filter(
      (one) => one.field('qid') === row.field('qid') && one.field('value').trim() !== '',
    );
    return new Map(own.map((one) => [one.field('attribute'), { value: one.field('value'), line: one.line }]));
  }

  #tellAttributes(row: LssRow, place: NotePlace): void {
    for (const [name, { value, line }] of this.#attributes(row)) {
      if (!readAttributes.has(name) && value !== '0' && value !== 'N')
        this.#notes.add({ ...place, row: line }, notes.setting(`${name} = ${value}`));
    }
  }

  #bounds(row: LssRow): NonNullable<Question['number']> {
    const attributes = this.#attributes(row);
    const figure = (name: string) => {
      const value = attributes.get(name)?.value ?? '';
      return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : null;
    };
    return {
      minimum: figure('min_num_value_n'),
      maximum: figure('max_num_value_n'),
      whole: attributes.get('num_value_int_only')?.value === '1',
    };
  }

  #condition(expression: string, place: NotePlace): AskedIf[] {
    if (expression.trim() === '') return [];
    const found = askedIfOf(expression, this.questions, (reference) => this.#resolve(reference));
    if (found === null) this.#notes.add(place, notes.condition(expression));
    return found ?? [];
  }

  /** `Q2.NAOK == "A1"`, or `Q3_SQ001.NAOK == "Y"` for an option of a choice of several. */
  #resolve({ name, value }: Reference): { question: string; option: string } | null {
    const field = name.replace(/\.(NAOK|code|value)$/, '');
    const question = this.#known.get(field);
    if (question && !question.several)
      return { question: question.code, option: question.options?.of(value) ?? value };
    const at = field.lastIndexOf('_');
    const several = this.#known.get(field.slice(0, at));
    const option = several?.options?.of(field.slice(at + 1));
    return several?.several && option !== undefined && value === 'Y'
      ? { question: several.code, option }
      : null;
  }
}
