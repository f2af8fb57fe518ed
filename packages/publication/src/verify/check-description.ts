import { z } from 'zod';
import { DATA_PACKAGE } from '../data-package.ts';
import { SNAPSHOT } from '../package-files.ts';
import type { SnapshotView } from '../snapshot-view.ts';
import { exactly } from './agree.ts';
import { compareValue } from './compare-value.ts';
import type { Findings } from './finding.ts';

const shape = z.object({
  publication: z.object({
    slug: z.string(),
    version: z.number(),
    year: z.number(),
    publishedAt: z.string(),
    reason: z.string(),
    demonstration: z.boolean(),
    sha256: z.string(),
    snapshot: z.enum(['whole', 'reduced']),
    generator: z.string(),
  }),
  version: z.string(),
  created: z.string(),
  resources: z.array(z.object({ path: z.string(), bytes: z.number(), hash: z.string() })),
});
export type Description = z.infer<typeof shape>['publication'];

const unreadable = {
  zh: '不是公布数据包的描述。',
  en: 'It does not describe the package of a publication.',
};

const read = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
};

/** Compares what the package says of itself with its files and its snapshot. @returns null where it says nothing */
export const checkDescription = (
  files: ReadonlyMap<string, Uint8Array>,
  known: { readonly hashes: ReadonlyMap<string, string>; readonly snapshot: SnapshotView | null },
  findings: Findings,
): Description | null => {
  const { hashes, snapshot } = known;
  const bytes = files.get(DATA_PACKAGE);
  if (bytes === undefined) {
    findings.add({ kind: 'missing', file: DATA_PACKAGE });
    return null;
  }
  const parsed = shape.safeParse(read(bytes));
  if (!parsed.success) {
    const column = parsed.error.issues[0]?.path.join('.') ?? null;
    findings.add({ kind: 'unreadable', file: DATA_PACKAGE, column, reason: unreadable });
    return null;
  }
  const { publication, resources, version, created } = parsed.data;
  const context = { findings, agree: exactly };
  for (const [at, { path, ...said }] of resources.entries()) {
    const expected = { bytes: files.get(path)?.length, hash: `sha256:${hashes.get(path)}` };
    const place = { file: DATA_PACKAGE, column: `resources.${at}`, row: path };
    compareValue({ published: said, expected }, place, context);
  }
  const seal = hashes.get(SNAPSHOT);
  findings.compared += 1;
  if (publication.snapshot === 'whole' && seal !== undefined && seal !== publication.sha256)
    findings.add({ kind: 'seal', file: DATA_PACKAGE, published: publication.sha256, expected: seal });
  if (snapshot !== null) {
    const { facts, publishedAt, reason, generator } = snapshot;
    const { slug, year, demonstration } = facts;
    const { sha256: _hash, snapshot: _whole, ...said } = publication;
    const expected = { slug, version: snapshot.version, year, publishedAt, reason, demonstration, generator };
    compareValue({ published: said, expected }, { file: DATA_PACKAGE, column: 'publication' }, context);
    const head = {
      published: { version, created },
      expected: { version: String(snapshot.version), created: publishedAt },
    };
    compareValue(head, { file: DATA_PACKAGE, column: '' }, context);
  }
  return publication;
};
