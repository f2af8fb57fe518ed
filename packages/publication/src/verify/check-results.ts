import { BundleError, readBundleFiles, type resultColumns } from '@gongping/bundle';
import type { BundleProblem } from '@gongping/bundle';
import { computeModel, ScoringInputError, describeProblem } from '@gongping/scoring';
import type { ResultRow, Results } from '@gongping/scoring';
import { numberCell } from '../cells.ts';
import { explainUnit } from '../explain-results.ts';
import { SNAPSHOT } from '../package-files.ts';
import type { SnapshotView } from '../snapshot-view.ts';
import { tableOf } from '../table.ts';
import type { PublishedTable } from '../table.ts';
import { totalsTable } from '../totals-table.ts';
import { exactly, nearly } from './agree.ts';
import type { Agree } from './agree.ts';
import { compareTable } from './compare-table.ts';
import { compareValue } from './compare-value.ts';
import type { Findings } from './finding.ts';

const RESULTS = 'results.csv';

const resultsTable = (rows: readonly ResultRow[]): PublishedTable =>
  tableOf(
    { file: RESULTS, key: ['unit', 'node'] },
    {
      unit: ({ unit }) => unit,
      node: ({ node }) => node,
      score: ({ score }) => numberCell(score),
      coverage: ({ coverage }) => numberCell(coverage),
      rank: ({ rank }) => numberCell(rank),
      band: ({ band }) => band ?? '',
    } satisfies Record<(typeof resultColumns)[number], (row: ResultRow) => string>,
    rows,
  );

/** Whether some mean is taken by logarithms. */
const usesPowers = ({ facts }: SnapshotView): boolean => facts.method.aggregation === 'geometric';

const checkOutcome = (
  { outcome }: SnapshotView,
  results: Results,
  context: { readonly findings: Findings; readonly agree: Agree },
): void => {
  const explained = new Map(results.totals.map(({ unit }) => [unit, explainUnit(results, unit)]));
  const rows = results.rows.map((row) => {
    const node = explained.get(row.unit)?.get(row.node);
    const { rawMarks = null, applicableMarks = null, weight = 0 } = node ?? {};
    return { ...row, rawMarks, applicableMarks, weight };
  });
  for (const [at, expected] of rows.entries()) {
    const place = { file: SNAPSHOT, column: `outcome.rows.${at}`, row: `${expected.unit} ${expected.node}` };
    compareValue({ published: outcome.rows[at], expected }, place, context);
  }
  if (outcome.rows.length > rows.length)
    context.findings.add({ kind: 'row-extra', file: SNAPSHOT, column: `outcome.rows.${rows.length}` });
  const totals = { published: outcome.totals, expected: results.totals };
  compareValue(totals, { file: SNAPSHOT, column: 'outcome.totals' }, context);
};

const reasonOf = (problem: BundleProblem | undefined) => ({
  line: problem?.line ?? null,
  column: problem?.column ?? null,
  reason: problem?.sentence ?? null,
});

const compute = (files: ReadonlyMap<string, Uint8Array>, findings: Findings): Results | null => {
  try {
    return computeModel(readBundleFiles(files).model);
  } catch (error) {
    if (error instanceof ScoringInputError) {
      const [problem] = error.problems;
      const reason = problem && { zh: describeProblem(problem, 'zh'), en: describeProblem(problem, 'en') };
      findings.add({ kind: 'unreadable', file: null, reason: reason ?? null });
      return null;
    }
    if (!(error instanceof BundleError)) throw error;
    const [problem] = error.problems;
    findings.add({ kind: 'unreadable', file: problem?.file ?? null, ...reasonOf(problem) });
    return null;
  }
};

/** Computes every result from the tables of the package, and compares each with what was published. */
export const checkResults = (
  files: ReadonlyMap<string, Uint8Array>,
  snapshot: SnapshotView,
  findings: Findings,
): Results | null => {
  const results = compute(files, findings);
  if (results === null) return null;
  const context = { findings, agree: usesPowers(snapshot) ? nearly : exactly };
  for (const table of [resultsTable(results.rows), totalsTable(results)]) {
    const bytes = files.get(table.file);
    if (bytes === undefined) findings.add({ kind: 'missing', file: table.file });
    else compareTable(bytes, table, context);
  }
  checkOutcome(snapshot, results, context);
  return results;
};
