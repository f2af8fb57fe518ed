import { buildModel } from '@gongping/scoring';
import type { EngineInput, MethodComponent, Results } from '@gongping/scoring';
import { DATA_PACKAGE, defaultPaths } from './bundle-files.ts';
import { dataPackageJson } from './data-package.ts';
import type { Licence, TableResource } from './data-package.ts';
import { resultColumns, resultsCsv } from './results-csv.ts';
import type { BundleComments, FurtherColumns } from './write-tables.ts';
import { writeComments, writeComponent, writeIndicators, writeScores, writeUnits } from './write-tables.ts';

export interface BundleData {
  /** Machine name of the data package: lower-case letters, digits, `-`, `_`, `.`. */
  readonly name: string;
  readonly title: string;
  readonly licence: Licence;
  readonly input: EngineInput;
  /** Written as `results.csv`, which reading does not look at. */
  readonly results?: Pick<Results, 'rows'>;
  /** Written as `comments.csv`, which reading does not look at either. */
  readonly comments?: BundleComments;
  readonly unitColumns?: FurtherColumns;
  readonly indicatorColumns?: FurtherColumns;
}

const RESULTS = 'results.csv';
const COMMENTS = 'comments.csv';

const resultsResource: TableResource = {
  name: 'results',
  path: RESULTS,
  fields: resultColumns.map((name) => ({
    name,
    type: name === 'score' || name === 'coverage' || name === 'rank' ? 'number' : 'string',
  })),
  primaryKey: ['unit', 'node'],
  foreignKeys: { unit: ['units', 'code'] },
};

/** A file name from the component's code where that is safe on every system and free, else a numbered one. */
const componentFiles = (input: EngineInput, declared: readonly MethodComponent[]): MethodComponent[] => {
  const taken = new Set<string>([...Object.values(defaultPaths), RESULTS, COMMENTS, DATA_PACKAGE]);
  return (input.components ?? []).map(({ code, weight }, i) => {
    const wanted = [declared.find((component) => component.code === code)?.file, `${code}.csv`];
    const isFree = (file: string | undefined): file is string =>
      file !== undefined && /^[A-Za-z0-9][A-Za-z0-9_-]*\.csv$/.test(file) && !taken.has(file.toLowerCase());
    const file = wanted.find(isFree) ?? `component-${i + 1}.csv`;
    taken.add(file.toLowerCase());
    return { code, file, weight };
  });
};

/**
 * The files of a bundle: `datapackage.json`, the tables and `method.json` with every default written out, so that the
 * bundle computes to the same numbers whatever later versions default to. Numbers are the shortest that read back as
 * the same double.
 *
 * @throws ScoringInputError where the input could not be read back; unscored leaves may be written
 */
export const writeBundle = (data: BundleData): Map<string, Uint8Array> => {
  const { input } = data;
  const { method } = buildModel(input);
  const components = componentFiles(input, method.components);
  const tables = [
    writeUnits(input.units, data.unitColumns ?? new Map()),
    writeIndicators(input.indicators, data.indicatorColumns ?? new Map()),
    writeScores(input.scores),
    ...(input.components ?? []).map((component, i) => writeComponent(component, components[i]?.file ?? '')),
    ...(data.results === undefined ? [] : [{ resource: resultsResource, text: resultsCsv(data.results) }]),
    ...(data.comments === undefined ? [] : [writeComments(data.comments)]),
  ];
  const texts: [string, string][] = [
    [
      DATA_PACKAGE,
      dataPackageJson({
        name: data.name,
        title: data.title,
        licence: data.licence,
        tables: tables.map(({ resource }) => resource),
        method: defaultPaths.method,
      }),
    ],
    ...tables.map(({ resource, text }): [string, string] => [resource.path, text]),
    [defaultPaths.method, `${JSON.stringify({ ...method, components }, null, 2)}\n`],
  ];
  const encoder = new TextEncoder();
  return new Map(texts.map(([file, text]) => [file, encoder.encode(text)]));
};
