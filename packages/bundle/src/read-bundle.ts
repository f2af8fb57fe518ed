import { buildModel, resolveMethod } from '@gongping/scoring';
import type { Component, EngineInput, Method, MethodComponent } from '@gongping/scoring';
import { BundleProblems } from './bundle-error.ts';
import { requireFile, resourcePaths } from './bundle-files.ts';
import type { BundleFiles, ResourcePaths } from './bundle-files.ts';
import { loadFiles } from './load-files.ts';
import { withSource } from './locate-problem.ts';
import type { BundleSource } from './locate-problem.ts';
import { readJson } from './read-json.ts';
import { readComponentValues, readIndicators, readScores, readUnits } from './read-tables.ts';

/** A bundle that was read and checked; only unscored leaves are left for computing to refuse. */
export interface Bundle {
  readonly input: EngineInput & { readonly method: Method; readonly components: readonly Component[] };
  /** For `withSource`: turns the engine's refusals into file, line and column. */
  readonly source: BundleSource;
}

const emptySource = (files: ResourcePaths): BundleSource => ({
  files,
  lines: { units: [], indicators: [], scores: [] },
  components: [],
});

/**
 * Reads a bundle from its files: `units.csv`, `indicators.csv`, `scores.csv`, optionally `method.json` (all
 * defaults without it), the components' files, and a `datapackage.json` that may give other paths.
 *
 * @throws BundleError naming file, line and column of everything that is wrong
 */
export const readBundleFiles = (files: BundleFiles): Bundle => {
  const paths = resourcePaths(files);
  const methodBytes = files.get(paths.method);
  const given = methodBytes === undefined ? {} : readJson(paths.method, methodBytes);
  const method = withSource(emptySource(paths), () => resolveMethod(given));

  const problems = new BundleProblems();
  const table = (file: string) => ({ file, bytes: requireFile(files, file), problems });
  const units = readUnits(table(paths.units));
  const indicators = readIndicators(table(paths.indicators));
  const scores = readScores(table(paths.scores));
  const tables = method.components.map(({ file }) => readComponentValues(table(file)));
  problems.throwIfAny();

  const component = ({ code, weight }: MethodComponent, i: number): Component => ({
    code,
    weight,
    values: tables[i]?.values ?? new Map(),
  });
  const input = {
    units: units.items,
    indicators: indicators.items,
    scores: scores.items,
    components: method.components.map(component),
    method,
  };
  const source: BundleSource = {
    files: paths,
    lines: { units: units.lines, indicators: indicators.lines, scores: scores.lines },
    components: tables,
  };
  withSource(source, () => buildModel(input));
  return { input, source };
};

/**
 * Reads a bundle from a folder or a `.zip` file.
 *
 * @throws BundleError as {@link readBundleFiles}, and where the path is neither or the archive is out of bounds
 */
export const readBundle = async (path: string): Promise<Bundle> => readBundleFiles(await loadFiles(path));
