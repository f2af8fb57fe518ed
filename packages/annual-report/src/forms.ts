import { caseTable } from './case-table.ts';
import { disclosureTable2019, disclosureTable2021 } from './disclosure-table.ts';
import type { Form, FormRow } from './form.ts';
import type { FormName, TableName } from './report.ts';
import { requestTable2019, requestTable2021 } from './request-table.ts';

/** Both statutory forms. */
export const forms: Readonly<Record<FormName, Form>> = {
  v2019: {
    name: 'v2019',
    basis: '国办公开办函〔2019〕60号',
    tables: { table2: disclosureTable2019, table3: requestTable2019, table4: caseTable },
  },
  v2021: {
    name: 'v2021',
    basis: '国办公开办函〔2021〕30号',
    tables: { table2: disclosureTable2021, table3: requestTable2021, table4: caseTable },
  },
};

export const tableNames: readonly TableName[] = ['table2', 'table3', 'table4'];

/** The first year of reports that are made on a form, from the latest. */
const since: readonly (readonly [year: number, form: FormName])[] = [
  [2021, 'v2021'],
  [2019, 'v2019'],
];

/** The form on which a year is reported; null for years before either. */
export const formOfYear = (year: number): FormName | null =>
  since.find(([first]) => year >= first)?.[1] ?? null;

/** The rows of a table in the order of the form. */
export const rowsOf = (form: FormName, table: TableName): readonly FormRow[] =>
  forms[form].tables[table].rows;
