import { rowsOf } from './forms.ts';
import type { AnnualReport, Cell, FormName, Rows, TableName } from './report.ts';

/** 自然人 of a report for 2019 as it was published. */
const natural2019 = {
  R1: 821,
  R2: 18,
  'R3.1': 258,
  'R3.2': 3,
  'R3.3': [14, 0, 0, 0, 5, 3, 0, 10],
  'R3.4': [252, 44, 25],
  'R3.5': [148, 5, 0, 0, 0],
  'R3.6': 0,
  'R3.7': 767,
  R4: 72,
};
/** 总计 of a report on the form of 2021 as it was published. */
const total2021 = {
  R1: 14069,
  R2: 560,
  'R3.1': 5548,
  'R3.2': 2168,
  'R3.3': [13, 30, 11, 51, 104, 85, 286, 150],
  'R3.4': [3222, 180, 19],
  'R3.5': [203, 148, 0, 101, 5],
  'R3.6': [318, 203, 965],
  'R3.7': 13810,
  R4: 819,
};

/** Everybody who asked is a natural person. */
const requestsOf = (column: Readonly<Record<string, number | readonly number[]>>): Rows =>
  Object.fromEntries(
    Object.entries(column).flatMap(([key, value]) =>
      (typeof value === 'number'
        ? [[key, value] as const]
        : value.map((each, i) => [`${key}.${i + 1}`, each] as const)
      ).map(([row, each]): [string, readonly Cell[]] => [row, [each, 0, 0, 0, 0, 0, each]]),
    ),
  );

const zerosOf = (form: FormName, table: TableName): Rows =>
  Object.fromEntries(rowsOf(form, table).map(({ key, columns }) => [key, columns.map(() => 0)]));

/** A report in which everything holds, with figures that were published. */
export const validReport = (form: FormName, changes: Partial<AnnualReport> = {}): AnnualReport => {
  const year = form === 'v2019' ? 2019 : 2022;
  return {
    form,
    year,
    unit: { name: '某区', kind: 'county' },
    table2: zerosOf(form, 'table2'),
    table3: requestsOf(form === 'v2019' ? natural2019 : total2021),
    table4: { review: [3, 1, 2, 4, 10], lawsuitDirect: [1, 0, 0, 0, 1], lawsuitAfterReview: [0, 0, 5, 1, 6] },
    text: { 1: '本年度依法公开。', 5: '解读还不够。', 6: '无。' },
    ...changes,
  };
};
