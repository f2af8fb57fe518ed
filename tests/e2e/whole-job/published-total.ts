import { expect, test, type Locator, type Page } from '@playwright/test';
import mammoth from 'mammoth';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const gongping = fileURLToPath(new URL('../../../apps/cli/bin/gongping.mjs', import.meta.url));

/** Clicks a download and gives the path of the file, under the name that the product proposes. */
export async function download(page: Page, link: Locator): Promise<string> {
  const started = page.waitForEvent('download');
  await link.click();
  const file = await started;
  const path = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** A unit's total in a results table, as it is written there: full precision. */
export function totalInCsv(csv: string, unit: string): string | undefined {
  const [header, ...lines] = csv.trim().split(/\r?\n/);
  expect(header?.split(',').slice(0, 3)).toEqual(['unit', 'node', 'score']);
  const row = lines.map((line) => line.split(',')).find((cells) => cells[0] === unit && cells[1] === 'total');
  return row?.[2];
}

/** Computes a bundle with the command line, which knows no database. @returns what it prints */
export async function scoreBundle(bundle: string): Promise<string> {
  const child = spawn(process.execPath, [gongping, 'score', bundle], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code, printed.err).toBe(0);
  return printed.out;
}

/** The cells of the row of a Word document's tables that names the unit. */
export async function rowInDocument(path: string, unit: string): Promise<string[]> {
  const { value: html } = await mammoth.convertToHtml({ buffer: await readFile(path) });
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '')),
  );
  return rows.find((cells) => cells.includes(unit)) ?? [];
}
