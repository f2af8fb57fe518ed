import { zipBundle } from '@gongping/bundle';
import type { Method, ResultRow, Warning } from '@gongping/scoring';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { bundleText, type BundleTables, type BundleText } from './bundle.ts';
import { gongpingHere } from '../../support/gongping-here.ts';

/** What `gongping score --json` prints of a bundle. */
export interface ScoredBundle {
  readonly results: readonly ResultRow[];
  readonly method: Method;
  readonly warnings: readonly Warning[];
  /** @throws RangeError where the results have no such row */
  row(unit: string, node: string): ResultRow;
}

/** Writes a bundle to a new folder and runs the command line on it, as anybody would who has only the files. */
export async function scoreBundle(
  tables: BundleTables,
  { as = 'folder' }: { readonly as?: 'folder' | 'zip' } = {},
): Promise<ScoredBundle> {
  const text = bundleText(tables);
  const folder = temporaryFolder('golden');
  const path = join(folder, as === 'zip' ? 'bundle.zip' : 'bundle');
  if (as === 'zip') writeZip(path, text);
  else writeFolder(path, text);
  const { code, stdout, stderr } = await gongpingHere(['score', path, '--json']);
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`gongping score ended with code ${code}: ${stderr}`);
  const printed = JSON.parse(stdout) as Omit<ScoredBundle, 'row'>;
  const rows = new Map(printed.results.map((row) => [key(row.unit, row.node), row]));
  return {
    ...printed,
    row: (unit, node) => {
      const found = rows.get(key(unit, node));
      if (found === undefined) throw new RangeError(`the results have no row for ${unit} at ${node}`);
      return found;
    },
  };
}

const key = (unit: string, node: string): string => JSON.stringify([unit, node]);

function writeFolder(path: string, text: BundleText): void {
  mkdirSync(path, { recursive: true });
  for (const [name, content] of Object.entries(text)) writeFileSync(join(path, name), content);
}

function writeZip(path: string, text: BundleText): void {
  const encoder = new TextEncoder();
  const files = Object.entries(text).map(([name, content]) => [name, encoder.encode(content)] as const);
  writeFileSync(path, zipBundle(new Map(files)));
}
