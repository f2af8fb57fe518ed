import type { NewSheetEntry, PublicSurvey } from '@gongping/contracts';
import { itemsOf } from '@gongping/questionnaire';

type Questionnaire = PublicSurvey['questionnaire'];
export type SheetAnswers = Readonly<Record<string, string | readonly string[]>>;

/** What was keyed in of a sheet, as it was. */
export interface SheetFields {
  readonly sheet: string;
  readonly unit: string;
  readonly answers: SheetAnswers;
}

export const fieldName = (item: string): string => `answer ${item}`;

/** Reads the form; what is empty is no answer. */
export function readSheet(form: FormData, questionnaire: Questionnaire): SheetFields {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const answers: Record<string, string | string[]> = {};
  for (const { code, kind } of itemsOf(questionnaire)) {
    if (kind === 'multiple') {
      const chosen = form.getAll(fieldName(code)).map(String);
      if (chosen.length > 0) answers[code] = chosen;
    } else if (text(fieldName(code)) !== '') answers[code] = text(fieldName(code));
  }
  return { sheet: text('sheet'), unit: text('unit'), answers };
}

/** As the API takes it. */
export function entryOf({ sheet, unit, answers }: SheetFields): NewSheetEntry {
  const sent = Object.entries(answers).map(([code, answer]) => [
    code,
    typeof answer === 'string' ? answer : [...answer],
  ]);
  return { sheet, unit, answers: Object.fromEntries(sent) as NewSheetEntry['answers'] };
}

/** The number after that of a sheet: 009 → 010; as it is where it does not end in digits. */
export function nextSheet(sheet: string): string {
  const digits = /\d+$/.exec(sheet)?.[0];
  if (digits === undefined) return sheet;
  return sheet.slice(0, -digits.length) + String(Number(digits) + 1).padStart(digits.length, '0');
}

/** Items of which two entries say different things. */
export function differences(one: SheetAnswers, other: SheetAnswers): ReadonlySet<string> {
  const plain = (answer: SheetAnswers[string] | undefined) =>
    typeof answer === 'object' ? [...answer].sort().join() : (answer ?? '');
  const codes = [...Object.keys(one), ...Object.keys(other)];
  return new Set(codes.filter((code) => plain(one[code]) !== plain(other[code])));
}
