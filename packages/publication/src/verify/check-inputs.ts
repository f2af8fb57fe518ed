import { readJson } from '@gongping/bundle';
import { resolveMethod } from '@gongping/scoring';
import { numberCell } from '../cells.ts';
import type { SnapshotView } from '../snapshot-view.ts';
import { surveyTables } from '../survey-tables.ts';
import { tableOf } from '../table.ts';
import type { PublishedTable } from '../table.ts';
import { exactly } from './agree.ts';
import { compareTable } from './compare-table.ts';
import { compareValue } from './compare-value.ts';
import { expectedInputs } from './expected-inputs.ts';
import type { Findings } from './finding.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const METHOD = 'method.json';
/** Code of the appraisal among what is mixed into a total. */
const SOCIAL = 'social';

const componentTable = (file: string, code: string, { facts }: SnapshotView): PublishedTable => {
  const values = code === SOCIAL ? Object.entries(facts.appraisals) : [];
  return tableOf(
    { file, key: ['unit'] },
    { unit: ([unit]) => unit, value: ([, { score }]) => numberCell(score) },
    values,
  );
};

/** What `method.json` calls the files of the components is the package's own affair. */
const withoutFiles = (method: SnapshotView['facts']['method']): object => {
  const resolved = resolveMethod(method);
  return { ...resolved, components: resolved.components.map(({ code, weight }) => ({ code, weight })) };
};

interface GivenMethod {
  readonly components?: readonly {
    readonly code?: unknown;
    readonly weight?: unknown;
    readonly file?: unknown;
  }[];
}

const checkMethod = (bytes: Uint8Array, snapshot: SnapshotView, findings: Findings): GivenMethod => {
  const given = readJson(METHOD, bytes) as GivenMethod;
  const components = given.components ?? [];
  const published = { ...given, components: components.map(({ code, weight }) => ({ code, weight })) };
  compareValue(
    { published, expected: withoutFiles(snapshot.facts.method) },
    { file: METHOD, column: '' },
    { findings, agree: exactly },
  );
  return given;
};

/** The mark before what a spreadsheet would take for a formula is the table's own. */
const sameWords = (published: string, expected: string): boolean =>
  published === expected || published === `'${expected}`;

const commentsTable = ({ comments }: SnapshotView): PublishedTable =>
  tableOf(
    { file: 'comments.csv', key: ['row'] },
    {
      row: ({ row }) => row,
      unit: ({ unit }) => unit,
      question: ({ question }) => question,
      group: ({ group }) => group ?? '',
      text: ({ text }) => text,
    },
    (comments?.texts ?? []).map((comment, at) => ({ ...comment, row: String(at) })),
  );

/** Compares everything that was entered, or counted, with the snapshot. @throws BundleError where the method is none */
export const checkInputs = (files: Files, snapshot: SnapshotView, findings: Findings): void => {
  const exact = { findings, agree: exactly };
  const compare = (table: PublishedTable): void => {
    const bytes = files.get(table.file);
    if (bytes !== undefined) compareTable(bytes, table, exact);
    else if (table.rows.length > 0) findings.add({ kind: 'missing', file: table.file });
  };
  for (const table of [...expectedInputs(snapshot), ...surveyTables(snapshot.facts.appraisals)])
    compare(table);
  const method = files.get(METHOD);
  if (method === undefined) findings.add({ kind: 'missing', file: METHOD });
  else {
    for (const { code, file } of checkMethod(method, snapshot, findings).components ?? [])
      if (typeof file === 'string' && typeof code === 'string') compare(componentTable(file, code, snapshot));
  }
  const comments = files.get('comments.csv');
  if (comments !== undefined)
    compareTable(comments, commentsTable(snapshot), { findings, agree: sameWords, numbered: true });
};
