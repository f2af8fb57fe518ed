import type { Option, Words } from '@gongping/questionnaire';
import { FormCodes } from './form-codes.ts';
import type { FormNotes } from './form-notes.ts';
import type { FormSheet } from './form-sheet.ts';
import { notes } from './notes.ts';

/** The options of a list, and our codes for what the form calls them. */
export interface ChoiceList {
  readonly options: readonly Option[];
  readonly codes: FormCodes;
}

export const otherOption: { readonly name: string; readonly label: Words } = {
  name: 'other',
  label: { zh: '其他', en: 'Other' },
};
export const otherText: Words = { zh: '请说明“其他”', en: 'Specify other' };
export const placeholder = /\$\{[^}]*\}|%\([^)]*\)s/;

/** Lists of options by name, from the sheet `choices`. */
export function readChoices(sheet: FormSheet | null, list: FormNotes): ReadonlyMap<string, ChoiceList> {
  const lists = new Map<string, { options: Option[]; codes: FormCodes; names: Set<string> }>();
  for (const row of sheet?.rows ?? []) {
    const [listName, name] = [row.cell('list_name'), row.cell('name')];
    if (listName === '' || name === '') continue;
    const known = lists.get(listName) ?? { options: [], codes: new FormCodes(), names: new Set<string>() };
    lists.set(listName, known);
    if (known.names.has(name)) {
      list.add(row.place('name'), notes.twice(name));
      continue;
    }
    known.names.add(name);
    const code = known.codes.give(name);
    if (code !== name) list.add(row.place('name'), notes.code(name, code));
    const label = list.words(row.place('label'), row.words('label'), placeholder);
    known.options.push({ code, label, value: null });
  }
  return lists;
}
