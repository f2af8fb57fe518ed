import {
  forms,
  rowsOf,
  sectionTitles,
  tableNames,
  type FormName,
  type SectionNumber,
} from '@gongping/annual-report';
import { localText } from '#lib/format/local-text.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a person calls a field of the report. */
export function fieldWord(form: FormName, field: string): string {
  const [what = '', row = '', column = ''] = field.split(' ');
  if (what === 'authority') return m.cityreport_authority();
  if (what === 'text') return localText(sectionTitles[row as SectionNumber]);
  if (what === 'explanation') return m.cityreport_explanation();
  if (what === 'summed') return m.cityreport_sums();
  const table = tableNames.find((name) => name === what);
  if (!table) return field;
  const found = rowsOf(form, table).find(({ key }) => key === row);
  const head = found?.columns[Number(column)];
  const words = [forms[form].tables[table].title, found?.label, head?.label].map(
    (word) => word && localText(word),
  );
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}

/** Several fields in a sentence: texts by name, cells by number. */
export function fieldWords(form: FormName, fields: readonly string[]): string {
  const words = fields.filter((field) => !field.startsWith('table')).map((field) => fieldWord(form, field));
  const cells = fields.length - words.length;
  return [...words, ...(cells > 0 ? [m.cityreport_cells({ count: cells })] : [])].join(m.cityreport_and());
}
