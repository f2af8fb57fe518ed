import { parsePageFacts, pageField, type PageFacts } from '../page-facts.ts';
import type { ScriptFacts } from '../script-facts.ts';

/** The parts of the page that the script works with; null where the page has no questions. */
export interface AnswerPage {
  readonly form: HTMLFormElement;
  readonly questions: HTMLFieldSetElement;
  readonly facts: ScriptFacts;
  readonly given: PageFacts;
}

export function answerPage(): AnswerPage | null {
  const form = document.getElementById('answers');
  const questions = document.getElementById('questions');
  const given = parsePageFacts(fieldText(form));
  if (!(form instanceof HTMLFormElement) || !(questions instanceof HTMLFieldSetElement) || !given)
    return null;
  const facts = JSON.parse(document.getElementById('facts')?.textContent ?? '') as ScriptFacts;
  return { form, questions, facts, given };
}

/** What the page was given, where it has a place for it. */
export function fieldText(form: HTMLElement | null): string | null {
  return form?.querySelector<HTMLInputElement>(`input[name="${pageField}"]`)?.value ?? null;
}

export function toggle(id: string, shown: boolean): void {
  const element = document.getElementById(id);
  if (element) element.hidden = !shown;
}

/** A sentence with its inputs, which stand in it in braces. */
export function fill(sentence: string, inputs: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(inputs[name] ?? whole));
}
