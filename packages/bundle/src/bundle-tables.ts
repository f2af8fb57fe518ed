import type { Indicator, Method, Unit } from '@gongping/scoring';
import { bundleError, BundleProblems } from './bundle-error.ts';
import type { ResourcePaths } from './bundle-files.ts';
import { readComponentValues, readIndicators, readUnits } from './read-tables.ts';
import type { ComponentTable, Located } from './read-tables.ts';
import type { WholeFiles } from './stored-files.ts';

/** Everything of a bundle but the scores. */
export interface BundleTables {
  readonly paths: ResourcePaths;
  readonly method: Method;
  readonly units: Located<Unit>;
  readonly indicators: Located<Indicator>;
  readonly components: readonly ComponentTable[];
}

/** Units × indicators that are computed at once: about 20 bytes each. */
const MAXIMUM_PAIRS = 50_000_000;

/** @throws BundleError naming file, line and column of everything that is wrong in them */
export const readTables = (files: WholeFiles, paths: ResourcePaths, method: Method): BundleTables => {
  const problems = new BundleProblems();
  const table = (file: string) => ({ file, bytes: files.get(file), problems });
  const units = readUnits(table(paths.units));
  const indicators = readIndicators(table(paths.indicators));
  const components = method.components.map(({ file }) => readComponentValues(table(file)));
  problems.throwIfAny();
  const [width, height] = [units.items.length, indicators.items.length];
  if (width * (height + 1) > MAXIMUM_PAIRS) {
    throw bundleError(null, {
      zh: `${width} 个单位 × ${height} 个指标超过一次可计算的 ${MAXIMUM_PAIRS} 项，请分批计算。`,
      en: `${width} units × ${height} indicators are more than the ${MAXIMUM_PAIRS} that can be computed at once; split them.`,
    });
  }
  return { paths, method, units, indicators, components };
};
