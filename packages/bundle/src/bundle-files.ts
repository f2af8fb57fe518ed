import { z } from 'zod';
import { bundleError } from './bundle-error.ts';
import { insidePath } from './inside-path.ts';
import { readJson } from './read-json.ts';
import type { WholeFiles } from './stored-files.ts';

/** File name inside the bundle (with `/` between folders) → content. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export const DATA_PACKAGE = 'datapackage.json';

/** Names that the files have unless the data package says otherwise. */
export const defaultPaths = {
  units: 'units.csv',
  indicators: 'indicators.csv',
  scores: 'scores.csv',
  method: 'method.json',
} as const;
export type ResourceName = keyof typeof defaultPaths;
export type ResourcePaths = Readonly<Record<ResourceName, string>>;

const dataPackage = z.object({
  resources: z.array(z.object({ name: z.string(), path: z.string().optional() })).optional(),
});

/**
 * Where each table is: by the names of the data package's resources, else under its usual name.
 *
 * @throws BundleError where the data package is not one, names a resource twice or leads out of the bundle
 */
export const resourcePaths = (files: WholeFiles): ResourcePaths => {
  const bytes = files.find(DATA_PACKAGE);
  if (bytes === null) return defaultPaths;
  const parsed = dataPackage.safeParse(readJson(DATA_PACKAGE, bytes));
  if (!parsed.success) {
    throw bundleError(
      DATA_PACKAGE,
      {
        zh: '数据包描述的 resources 应是含 name 和 path 的列表。',
        en: 'The data package’s “resources” must be a list of objects with name and path.',
      },
      { column: parsed.error.issues[0]?.path.join('.') || null },
    );
  }
  const resources = parsed.data.resources ?? [];
  const pathOf = (name: ResourceName): string => {
    const at = resources.findIndex((resource) => resource.name === name);
    const column = `resources.${resources.findLastIndex((resource) => resource.name === name)}`;
    if (column !== `resources.${at}`) {
      const sentence = {
        zh: `有两个名为“${name}”的资源，请只保留一个。`,
        en: `Two resources are called “${name}”; keep one of them.`,
      };
      throw bundleError(DATA_PACKAGE, sentence, { column });
    }
    const path = resources[at]?.path ?? defaultPaths[name];
    return insidePath(path, { file: DATA_PACKAGE, column: `${column}.path` });
  };
  return {
    units: pathOf('units'),
    indicators: pathOf('indicators'),
    scores: pathOf('scores'),
    method: pathOf('method'),
  };
};
