import type { Words } from '@gongping/questionnaire';
import { htmlText } from './html-text.ts';
import { languageOf, type Language } from './language.ts';
import type { LssDocument, LssRow } from './lss-document.ts';

/** A thing of a LimeSurvey survey with its wording in our languages. */
export interface LssThing {
  readonly row: LssRow;
  readonly words: (field: string) => Words;
}

/** Languages of the survey as LimeSurvey names them, its base language first. */
export function languagesOf(document: LssDocument): string[] {
  const survey = document.get('surveys')?.[0];
  const settings = document.get('surveys_languagesettings') ?? [];
  const said = [
    survey?.field('language') ?? '',
    ...(survey?.field('additional_languages') ?? '').split(/\s+/),
    ...settings.map((row) => row.field('surveyls_language')),
  ];
  return [...new Set(said.filter((name) => name !== ''))];
}

/**
 * Reads things with wording in several languages. Until version 4 LimeSurvey writes a row for each language; since, the
 * wording stands in a table of its own.
 */
export class LssReader {
  readonly #document: LssDocument;
  readonly #asEnglish: string | null;

  /** @param asEnglish a language that stands where English does, since the survey is in no other */
  constructor(document: LssDocument, asEnglish: string | null) {
    this.#document = document;
    this.#asEnglish = asEnglish;
  }

  /** In the order of `order`. @param id field that is the same in all languages */
  things(table: string, { id, order, texts }: { id: string[]; order: string; texts: string }): LssThing[] {
    const rows = this.#document.get(table) ?? [];
    const keyOf = (row: LssRow) => id.map((field) => row.field(field)).join(' ');
    const byKey = Map.groupBy(rows, keyOf);
    const wording = Map.groupBy(this.#document.get(texts) ?? [], (row) => row.field(id[0] ?? ''));
    return [...byKey.values()]
      .flatMap(([first, ...rest]) => (first ? [{ first, rest }] : []))
      .toSorted((a, b) => Number(a.first.field(order)) - Number(b.first.field(order)))
      .map(({ first, rest }) => {
        const spoken = [first, ...rest, ...(wording.get(first.field(id[0] ?? '')) ?? [])];
        return { row: first, words: (field) => this.#words(spoken, field) };
      });
  }

  /** Wording of the survey itself. */
  survey(field: string): Words {
    return this.#words(this.#document.get('surveys_languagesettings') ?? [], field);
  }

  #words(rows: readonly LssRow[], field: string): Words {
    const found: Record<Language, string> = { zh: '', en: '' };
    for (const row of rows) {
      const name = row.field('language') || row.field('surveyls_language');
      const language = languageOf(name) ?? (name !== '' && name === this.#asEnglish ? 'en' : null);
      if (language !== null) found[language] ||= htmlText(row.field(field));
    }
    return found;
  }
}
