import type { Words } from '@gongping/questionnaire';
import type { LocalText } from '@gongping/scoring';
import { notes } from './notes.ts';
import type { FormNote } from './read-form.ts';

/** As many as a person reads; the rest are of the same kind. */
const mostNotes = 500;
/** As the wording of a question may be. */
export const longestWords = 500;

export type NotePlace = Omit<FormNote, 'sentence'>;

/** Gathers what could not be carried over. */
export class FormNotes {
  readonly list: FormNote[] = [];

  add(place: NotePlace, sentence: LocalText): void {
    if (this.list.length < mostNotes) this.list.push({ ...place, sentence });
  }

  /** Wording of a form, cut where it is too long; placeholders are told. */
  words(place: NotePlace, { zh, en }: Words, placeholder: RegExp): Words {
    const found = placeholder.exec(`${zh} ${en}`)?.[0];
    if (found !== undefined) this.add(place, notes.placeholder(found));
    if (zh.length <= longestWords && en.length <= longestWords) return { zh, en };
    this.add(place, notes.tooLong());
    return { zh: cut(zh), en: cut(en) };
  }
}

/** Never in the middle of a character. */
function cut(text: string): string {
  return text.length <= longestWords ? text : text.slice(0, longestWords).replace(/[\uD800-\uDBFF]$/, '');
}
