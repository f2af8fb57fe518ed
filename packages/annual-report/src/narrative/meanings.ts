import type { AnnualReport, CellPlace, LocalText } from '../report.ts';
import { applicantColumns, APPLICANT_TOTAL } from '../request-table.ts';
import { rowsOf } from '../forms.ts';

/** Sums of cells that a number of a meaning may be, the likeliest first. */
export type Reading = readonly CellPlace[];

/** What a number in the text counts. */
export interface Meaning {
  readonly key: string;
  readonly label: LocalText;
  readonly readings: (form: AnnualReport['form']) => readonly Reading[];
}

const cell = (row: string, column = APPLICANT_TOTAL): CellPlace => ({ table: 'table3', row, column });

const one = (key: string, [zh, en]: readonly [string, string], ...readings: readonly Reading[]): Meaning => ({
  key,
  label: { zh, en },
  readings: () => readings,
});

/** All rows of a group of results: （三）不予公开 and the like have no subtotal of their own. */
const group = (key: string, row: string, [zh, en]: readonly [string, string]): Meaning => ({
  key,
  label: { zh, en },
  readings: (form) => [
    rowsOf(form, 'table3')
      .filter((each) => each.key === row || each.key.startsWith(`${row}.`))
      .map((each) => cell(each.key)),
  ],
});

const [natural, ...organisations] = applicantColumns.slice(0, APPLICANT_TOTAL);

/** An applicant's new requests, or those with what was carried over. */
const applicant = (key: string, columns: readonly number[], label: LocalText): Meaning => ({
  key,
  label,
  readings: () => [
    columns.map((column) => cell('R1', column)),
    ['R1', 'R2'].flatMap((row) => columns.map((column) => cell(row, column))),
  ],
});

const cases = (row: string, column: number): CellPlace => ({ table: 'table4', row, column });
const lawsuits = ['lawsuitDirect', 'lawsuitAfterReview'];

/** Every meaning that a number in the text may have and the tables know, by key. */
export const meanings = {
  new: one('new', ['新收', 'new requests'], [cell('R1')]),
  received: one('received', ['收到', 'requests received'], [cell('R1')], [cell('R1'), cell('R2')]),
  handled: one(
    'handled',
    ['收到和办理', 'requests handled'],
    [cell('R1'), cell('R2')],
    [cell('R1')],
    [cell('R3.7')],
  ),
  answered: one('answered', ['办结', 'requests answered'], [cell('R3.7')]),
  carriedIn: one('carriedIn', ['上年结转', 'carried over'], [cell('R2')]),
  carriedOn: one('carriedOn', ['结转下年度', 'carried on'], [cell('R4')]),
  carried: one('carried', ['结转', 'carried'], [cell('R2')], [cell('R4')]),
  granted: group('granted', 'R3.1', ['予以公开', 'disclosed']),
  partial: group('partial', 'R3.2', ['部分公开', 'disclosed in part']),
  refused: group('refused', 'R3.3', ['不予公开', 'refused']),
  unavailable: group('unavailable', 'R3.4', ['无法提供', 'cannot be provided']),
  notProcessed: group('notProcessed', 'R3.5', ['不予处理', 'not processed']),
  otherwise: group('otherwise', 'R3.6', ['其他处理', 'processed otherwise']),
  natural: applicant('natural', [0], natural?.label ?? { zh: '', en: '' }),
  organisations: applicant(
    'organisations',
    organisations.map((_, i) => i + 1),
    { zh: '法人或其他组织', en: 'organisations' },
  ),
  review: one('review', ['行政复议', 'administrative reviews'], [cases('review', 4)]),
  lawsuit: one(
    'lawsuit',
    ['行政诉讼', 'administrative lawsuits'],
    lawsuits.map((row) => cases(row, 4)),
  ),
  lawsuitDirect: one(
    'lawsuitDirect',
    ['未经复议直接起诉', 'lawsuits without a review'],
    [cases('lawsuitDirect', 4)],
  ),
  lawsuitAfterReview: one(
    'lawsuitAfterReview',
    ['复议后起诉', 'lawsuits after a review'],
    [cases('lawsuitAfterReview', 4)],
  ),
} as const satisfies Readonly<Record<string, Meaning>>;

export type MeaningKey = keyof typeof meanings;

/** How the cases that a sentence speaks of ended: a column of table 4. */
export const outcomeMeaning = (of: MeaningKey, column: number): Meaning | null => {
  const rows: Readonly<Partial<Record<MeaningKey, readonly string[]>>> = {
    review: ['review'],
    lawsuit: lawsuits,
    lawsuitDirect: ['lawsuitDirect'],
    lawsuitAfterReview: ['lawsuitAfterReview'],
  };
  const found = rows[of];
  const name = ['维持', '纠正', '其他结果', '尚未审结'][column];
  const english = ['upheld', 'corrected', 'other outcome', 'pending'][column];
  if (found === undefined || name === undefined || english === undefined) return null;
  const { label } = meanings[of];
  return one(
    `${of}-${column}`,
    [`${label.zh}${name}`, `${label.en} ${english}`],
    found.map((row) => cases(row, column)),
  );
};
