import { z } from 'zod';
import { bundleError } from './bundle-error.ts';
import { readJson } from './read-json.ts';

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

/** Where each table is: by the names of the data package's resources, else under its usual name. */
export const resourcePaths = (files: BundleFiles): ResourcePaths => {
  const bytes = files.get(DATA_PACKAGE);
  if (bytes === undefined) return defaultPaths;
  const parsed = dataPackage.safeParse(readJson(DATA_PACKAGE, bytes));
  if (!parsed.success) {
    throw bundleError(
      DATA_PACKAGE,
      {
        zh: '数据包描述的 resources 应是含 name 和 path 的列表。',
        en: 'The data package’s “resources” must be a list of objects with name and path.',
      },
      { column: parsed.error.issues[0]?.path.join('.') ?? null },
    );
  }
  const paths = new Map((parsed.data.resources ?? []).map(({ name, path }) => [name, path]));
  const pathOf = (name: ResourceName): string => paths.get(name) ?? defaultPaths[name];
  return {
    units: pathOf('units'),
    indicators: pathOf('indicators'),
    scores: pathOf('scores'),
    method: pathOf('method'),
  };
};

/** @throws BundleError where the bundle has no such file */
export const requireFile = (files: BundleFiles, file: string): Uint8Array => {
  const bytes = files.get(file);
  if (bytes !== undefined) return bytes;
  throw bundleError(file, { zh: '数据包中没有这个文件。', en: 'The bundle has no such file.' });
};
