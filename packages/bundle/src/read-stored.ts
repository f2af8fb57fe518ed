import { buildModel } from '@gongping/scoring';
import type { Component, EngineInput, Method, Model } from '@gongping/scoring';
import { BundleError, BundleProblems } from './bundle-error.ts';
import { resourcePaths } from './bundle-files.ts';
import { readTables } from './bundle-tables.ts';
import { withSource } from './locate-problem.ts';
import type { BundleSource } from './locate-problem.ts';
import { readMethod } from './read-method.ts';
import { RowLines } from './row-lines.ts';
import { scoreRows, StoredScores } from './score-rows.ts';
import { noSuchFile, WholeFiles } from './stored-files.ts';
import type { StoredFile, StoredFiles } from './stored-files.ts';

/** A bundle that was read and checked; only unscored leaves are left for computing to refuse. */
export interface Bundle {
  /** The scores are read anew from where they lie each time they are gone through; `model` has them already. */
  readonly input: EngineInput & { readonly method: Method; readonly components: readonly Component[] };
  /** Checked and ready: `computeModel(model)` is `computeResults(input)` without reading and checking again. */
  readonly model: Model;
  /** For `withSource`: turns the engine's refusals into file, line and column. */
  readonly source: BundleSource;
}

/** Told now and then how many bytes of the scores have been read, and how many there are. */
export type ReadProgress = (read: number, size: number) => void;

const reporting = function* (
  { size, pieces }: StoredFile,
  report: ReadProgress,
): Generator<Uint8Array, void> {
  let read = 0;
  for (const piece of pieces()) {
    read += piece.length;
    report(read, size);
    yield piece;
  }
};

/** Builds the model; what was wrong with the rows it read comes before what is wrong with those that were read. */
const modelOf = (input: EngineInput, source: BundleSource, problems: BundleProblems): Model => {
  let model: Model;
  try {
    model = withSource(source, () => buildModel(input));
  } catch (error) {
    throw error instanceof BundleError ? problems.with(error) : error;
  }
  problems.throwIfAny();
  return model;
};

/** @throws BundleError naming file, line and column of everything that is wrong */
export const readStored = (stored: StoredFiles, report: ReadProgress): Bundle => {
  const files = new WholeFiles(stored);
  const paths = resourcePaths(files);
  const method = readMethod(files, paths.method);
  const { units, indicators, components } = readTables(files, paths, method);
  const found = stored.find(paths.scores);
  if (found === null) throw noSuchFile(paths.scores);

  const scores = { file: paths.scores, stored: found, pairs: units.items.length * indicators.items.length };
  const input = {
    units: units.items,
    indicators: indicators.items,
    scores: new StoredScores(scores),
    components: method.components.map(({ code, weight }, i) => ({
      code,
      weight,
      values: components[i]?.values ?? new Map<string, number | null>(),
    })),
    method,
  };
  const problems = new BundleProblems();
  const lines = { units: units.lines, indicators: indicators.lines, scores: new RowLines() };
  const source = { files: paths, lines, components };
  const reported = { ...scores, stored: { pieces: () => reporting(found, report) } };
  const rows = scoreRows(reported, { problems, lines: lines.scores });
  return { input, source, model: modelOf({ ...input, scores: rows }, source, problems) };
};
