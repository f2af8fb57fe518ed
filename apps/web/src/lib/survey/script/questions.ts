import { askedQuestions, checkAnswers, itemsOf, type Item, type Question } from '@gongping/questionnaire';
import { countAnswered, fieldName, questionId, readAnswers, type Answers } from '../answers.ts';
import type { ScriptFacts } from '../script-facts.ts';
import { fill, toggle, type AnswerPage } from './page.ts';

const none = { zh: '', en: '' };

/** The questions as the rules of `@gongping/questionnaire` take them; their words are on the page. */
export function questionsOf({ questions }: Pick<ScriptFacts, 'questions'>): Question[] {
  return questions.map(({ code, kind, required, askedIf, number, options, rows }) => ({
    code,
    kind,
    required,
    askedIf,
    number,
    options: options.map((option) => ({ code: option, label: none, value: null })),
    rows: rows.map((row) => ({ code: row, text: none, family: null })),
    text: none,
    family: null,
    hint: null,
    section: null,
  }));
}

/** The questions on the page: what is answered, which of them are asked, what is wrong. */
export class Questions {
  readonly #page: AnswerPage;
  readonly #questions: Question[];
  readonly #items: Item[];

  constructor(page: AnswerPage) {
    this.#page = page;
    this.#questions = questionsOf(page.facts);
    this.#items = itemsOf({ questions: this.#questions });
  }

  /** Everything that is filled in, hidden questions included: they may be asked again. */
  read(): Answers {
    return readAnswers(new FormData(this.#page.form), this.#items);
  }

  write(answers: Answers): void {
    for (const { code } of this.#items) {
      const answer = answers[code] ?? [];
      const values = typeof answer === 'string' ? [answer] : answer;
      for (const control of this.#controls(code)) {
        if (control instanceof HTMLInputElement && control.type !== 'text')
          control.checked = values.includes(control.value);
        else control.value = values[0] ?? '';
      }
    }
  }

  /** Shows what is asked after these answers, and how far one is. */
  refresh(answers = this.read()): void {
    const asked = new Set(askedQuestions({ questions: this.#questions }, answers).map(({ code }) => code));
    for (const box of document.querySelectorAll<HTMLElement>('[data-question]'))
      box.hidden = !asked.has(box.dataset['question'] ?? '');
    for (const heading of document.querySelectorAll<HTMLElement>('[data-section]')) {
      const inside = `[data-in="${heading.dataset['section'] ?? ''}"]:not([hidden])`;
      heading.hidden = document.querySelector(inside) === null;
    }
    const items = this.#items.filter(({ question }) => asked.has(question));
    const { done, total } = countAnswered(items, answers);
    const count = fill(this.#page.facts.words.progress, { done, total });
    const shown = document.querySelector('[data-count]');
    if (shown) shown.textContent = count;
    const bar = document.querySelector<HTMLProgressElement>('#progress progress');
    if (!bar) return;
    bar.max = Math.max(1, total);
    bar.value = done;
    bar.ariaValueText = count;
  }

  /** @returns the answers that count, or sentences by item code */
  check(answers: Answers): { answers: Answers; errors: Record<string, string> } {
    const checked = checkAnswers({ questions: this.#questions }, answers);
    const errors = checked.problems.map(({ item, problem }) => {
      const { code, ...inputs } = problem;
      return [item, fill(this.#page.facts.problems[code], inputs)] as const;
    });
    return { answers: checked.answers, errors: Object.fromEntries(errors) };
  }

  /** Puts each sentence to its question, and all of them to the top, where the person is led. */
  showErrors(errors: Readonly<Record<string, string>>, problem = ''): void {
    const box = document.getElementById('refused');
    const { words } = this.#page.facts;
    const wrong = this.#items.filter(({ code }) => code in errors);
    for (const item of this.#items) this.#showError(item.code, errors[item.code]);
    const [title, sentence, list] = box ? [...box.children] : [];
    if (!box || !title || !sentence || !list) return;
    toggle('refused', wrong.length > 0 || problem !== '');
    const many = wrong.length === 1 ? words.oneError : fill(words.manyErrors, { count: wrong.length });
    title.textContent = wrong.length > 0 ? many : words.refused;
    sentence.textContent = wrong.length > 0 ? '' : problem;
    list.replaceChildren(...wrong.map((item) => this.#entry(item, errors[item.code] ?? '')));
    if (!box.hidden) box.focus();
  }

  #entry({ code, question }: Item, sentence: string): HTMLLIElement {
    const entry = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${questionId(code)}-first`;
    link.className = 'link flex min-h-11 items-center gap-2';
    const number = document.createElement('span');
    number.className = 'numeric';
    number.textContent = String(this.#questions.findIndex((one) => one.code === question) + 1);
    const text = document.createElement('span');
    const wording = document.getElementById(questionId(code))?.querySelector('[data-wording]');
    text.textContent = `${wording?.textContent ?? ''} · ${sentence}`;
    link.append(number, text);
    entry.append(link);
    return entry;
  }

  #showError(code: string, sentence: string | undefined): void {
    const id = questionId(code);
    document.getElementById(`${id}-error`)?.remove();
    const box = document.getElementById(id);
    const [first] = this.#controls(code);
    if (!box || !first) return;
    // Several boxes to tick have no common element that may be called invalid.
    const marked = box.role === 'radiogroup' ? box : first.type === 'checkbox' ? null : first;
    box.querySelector('.options')?.classList.toggle('wrong', sentence !== undefined);
    marked?.removeAttribute('aria-invalid');
    (marked ?? box).removeAttribute('aria-describedby');
    if (sentence === undefined) return;
    const error = document.createElement('p');
    error.id = `${id}-error`;
    error.className = 'mb-2 text-14 text-vermilion';
    error.textContent = sentence;
    (box.querySelector('.options') ?? first).before(error);
    marked?.setAttribute('aria-invalid', 'true');
    (marked ?? box).setAttribute('aria-describedby', error.id);
  }

  #controls(code: string): (HTMLInputElement | HTMLTextAreaElement)[] {
    const name = CSS.escape(fieldName(code));
    return [...this.#page.form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)];
  }
}
