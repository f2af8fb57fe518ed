import { rowsOf, sectionNumbers, tableNames, type Cell, type FormName } from '@gongping/annual-report';
import type { CityReportContent, SummedNote } from '@gongping/contracts';

/** What two people have changed at the same time, each in another way. */
export interface Conflict {
  /** `authority`, `text 1`, `table3 R1 6`, `explanation S2 text 1`. */
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Every field of a report on its own, as text; a blank cell is empty. */
export function fieldsOf(form: FormName, content: CityReportContent): Map<string, string> {
  const fields = new Map<string, string>([['authority', content.authority]]);
  for (const number of sectionNumbers) fields.set(`text ${number}`, content.text[number]);
  for (const table of tableNames) {
    for (const { key, columns } of rowsOf(form, table)) {
      columns.forEach((_, at) =>
        fields.set(`${table} ${key} ${at}`, String(content[table][key]?.[at] ?? '')),
      );
    }
  }
  for (const [key, text] of Object.entries(content.explanations)) fields.set(`explanation ${key}`, text);
  for (const table of tableNames) {
    const note = content.summed[table];
    if (note) fields.set(`summed ${table}`, JSON.stringify(note));
  }
  return fields;
}

/** A report of the fields of {@link fieldsOf}. */
export function contentOf(form: FormName, fields: ReadonlyMap<string, string>): CityReportContent {
  const of = (field: string) => fields.get(field) ?? '';
  const rows = (table: (typeof tableNames)[number]): Record<string, Cell[]> =>
    Object.fromEntries(
      rowsOf(form, table).map(({ key, columns }) => [
        key,
        columns.map((_, at) => {
          const cell = of(`${table} ${key} ${at}`);
          return cell === '' ? null : Number(cell);
        }),
      ]),
    );
  const explained = [...fields].filter(([field, text]) => field.startsWith('explanation ') && text !== '');
  return {
    authority: of('authority'),
    text: {
      1: of('text 1'),
      2: of('text 2'),
      3: of('text 3'),
      4: of('text 4'),
      5: of('text 5'),
      6: of('text 6'),
    },
    table2: rows('table2'),
    table3: rows('table3'),
    table4: rows('table4'),
    summed: Object.fromEntries(
      tableNames.flatMap((table) => {
        const note = of(`summed ${table}`);
        return note === '' ? [] : [[table, JSON.parse(note) as SummedNote]];
      }),
    ),
    explanations: Object.fromEntries(
      explained.map(([field, text]) => [field.slice('explanation '.length), text]),
    ),
  };
}

/** The fields in which two states of a report differ. */
export function changedFields(
  form: FormName,
  before: CityReportContent,
  after: CityReportContent,
): readonly string[] {
  const [old, now] = [fieldsOf(form, before), fieldsOf(form, after)];
  const fields = new Set([...old.keys(), ...now.keys()]);
  return [...fields].filter((field) => (old.get(field) ?? '') !== (now.get(field) ?? ''));
}

export interface Merged {
  readonly content: CityReportContent;
  readonly conflicts: readonly Conflict[];
}

interface Versions {
  /** What both began from. */
  readonly base: CityReportContent;
  readonly mine: CityReportContent;
  readonly theirs: CityReportContent;
}

/**
 * What two people have written put together: a field that only one of them changed is taken from them. Where both did, mine
 * stays in its place and both are told.
 */
export function mergeContent(form: FormName, { base, mine, theirs }: Versions): Merged {
  const ofMine = new Set(changedFields(form, base, mine));
  const [old, own, other] = [base, mine, theirs].map((content) => fieldsOf(form, content));
  const merged = new Map(other);
  const conflicts: Conflict[] = [];
  for (const field of ofMine) {
    const [was, here, there] = [old, own, other].map((fields) => fields?.get(field) ?? '');
    // How a table was filled in goes with its cells: nobody chooses that.
    const isNote = field.startsWith('summed ');
    if (there !== was && there !== here && !isNote)
      conflicts.push({ field, mine: here ?? '', theirs: there ?? '' });
    merged.set(field, here ?? '');
  }
  return { content: contentOf(form, merged), conflicts };
}

/** A report with one field set, as a conflict is settled. */
export function withField(
  form: FormName,
  content: CityReportContent,
  { field, text }: { field: string; text: string },
): CityReportContent {
  return contentOf(form, fieldsOf(form, content).set(field, text));
}
