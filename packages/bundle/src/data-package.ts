/** A licence as Frictionless Data Packages name it, for example `{ name: 'CC-BY-4.0', path: 'https://…' }`. */
export interface Licence {
  readonly name: string;
  readonly title?: string;
  readonly path?: string;
}

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer';
  readonly description?: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

export interface TableResource {
  readonly name: string;
  readonly path: string;
  readonly fields: readonly Field[];
  /** Absent where rows may be the same. */
  readonly primaryKey?: readonly string[];
  /** Own field → table and field that it refers to. */
  readonly foreignKeys?: Readonly<Record<string, readonly [resource: string, field: string]>>;
  readonly missingValues?: readonly string[];
}

const tableDescriptor = (table: TableResource): object => ({
  name: table.name,
  path: table.path,
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema: {
    fields: table.fields,
    missingValues: table.missingValues ?? [''],
    primaryKey: table.primaryKey,
    ...(table.foreignKeys === undefined
      ? {}
      : {
          foreignKeys: Object.entries(table.foreignKeys).map(([fields, [resource, field]]) => ({
            fields,
            reference: { resource, fields: field },
          })),
        }),
  },
});

/** `datapackage.json` (Frictionless Data Package): title, licence and a schema for each table. */
export const dataPackageJson = (data: {
  readonly name: string;
  readonly title: string;
  readonly licence: Licence;
  readonly tables: readonly TableResource[];
  readonly method: string;
}): string => {
  const method = {
    name: 'method',
    path: data.method,
    profile: 'data-resource',
    format: 'json',
    mediatype: 'application/json',
    encoding: 'utf-8',
  };
  const descriptor = {
    profile: 'data-package',
    name: data.name,
    title: data.title,
    licenses: [data.licence],
    resources: [...data.tables.map(tableDescriptor), method],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
};
