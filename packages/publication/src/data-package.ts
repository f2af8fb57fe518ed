import { meaningOf } from './dictionary.ts';
import type { PublicationLicence, SnapshotView } from './snapshot-view.ts';
import type { PublishedTable } from './table.ts';

export const DATA_PACKAGE = 'datapackage.json';

interface FieldDescriptor {
  readonly name: string;
  readonly type: string;
  readonly description?: string;
}

interface ResourceDescriptor {
  readonly name: string;
  readonly path: string;
  readonly schema?: TableSchema;
  readonly [member: string]: unknown;
}

interface TableSchema {
  readonly fields: readonly FieldDescriptor[];
  readonly [member: string]: unknown;
}

interface BundleDescriptor {
  readonly resources: readonly ResourceDescriptor[];
}

interface Described {
  /** `datapackage.json` of the bundle. */
  readonly bundle: Uint8Array;
  readonly tables: readonly PublishedTable[];
  /** By file. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly publication: { readonly snapshot: SnapshotView; readonly sha256: string; readonly whole: boolean };
  readonly licence: PublicationLicence;
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
};

/** What the column means, in both languages, behind what is known of its values. */
const fieldOf = (file: string, field: FieldDescriptor): object => {
  const about = meaningOf(file, field.name);
  if (about === null) return field;
  const meaning = `${about.meaning.zh} / ${about.meaning.en}`;
  return {
    ...field,
    description: field.description === undefined ? meaning : `${meaning} (${field.description})`,
    ...(about.unit === null ? {} : { unit: `${about.unit.zh} / ${about.unit.en}` }),
  };
};

const ofTable = ({ file, columns, key }: PublishedTable): ResourceDescriptor => ({
  name: file.replace(/\.csv$/, ''),
  path: file,
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema: {
    fields: columns.map((name) => ({ name, type: meaningOf(file, name)?.type ?? 'string' })),
    missingValues: [''],
    primaryKey: key,
  },
});

const ofFile = (path: string): ResourceDescriptor => {
  const [stem = path, ending = ''] = path.split('.');
  return {
    name: stem.toLowerCase(),
    path,
    profile: 'data-resource',
    format: ending,
    mediatype: mediaTypes[ending] ?? 'application/octet-stream',
    encoding: 'utf-8',
  };
};

/** `datapackage.json` of a publication: that of its bundle with every file, its hash, and what the columns mean. */
export const describePackage = (described: Described): Uint8Array<ArrayBuffer> => {
  const { tables, hashes, sizes, publication, licence } = described;
  const { snapshot, sha256, whole } = publication;
  // Made by the bundle's own writer a moment ago.
  const bundle = JSON.parse(new TextDecoder().decode(described.bundle)) as BundleDescriptor;
  const known = [...bundle.resources, ...tables.map(ofTable)];
  const paths = new Set(known.map(({ path }) => path));
  const others = [...hashes.keys()].filter((path) => !paths.has(path)).map(ofFile);
  const resources = [...known, ...others].map(({ schema, ...resource }) => ({
    ...resource,
    bytes: sizes.get(resource.path),
    hash: `sha256:${hashes.get(resource.path)}`,
    ...(schema === undefined
      ? {}
      : { schema: { ...schema, fields: schema.fields.map((field) => fieldOf(resource.path, field)) } }),
  }));
  const descriptor = {
    ...bundle,
    version: String(snapshot.version),
    created: snapshot.publishedAt,
    licenses: [licence],
    publication: {
      slug: snapshot.facts.slug,
      version: snapshot.version,
      year: snapshot.facts.year,
      publishedAt: snapshot.publishedAt,
      reason: snapshot.reason,
      demonstration: snapshot.facts.demonstration,
      sha256,
      snapshot: whole ? 'whole' : 'reduced',
      generator: snapshot.generator,
    },
    resources,
  };
  return new TextEncoder().encode(`${JSON.stringify(descriptor, null, 2)}\n`);
};
