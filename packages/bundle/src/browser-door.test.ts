import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const door = fileURLToPath(new URL('../browser/index.ts', import.meta.url));
const ofBrowsers: Readonly<Record<string, string>> = { '#crc32': '../browser/crc32.ts' };

/** Modules that a module loads, by the names it calls them. */
const loaded = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gm)].flatMap(
    ([, name]) => name ?? [],
  );

it('leads to nothing that browsers do not have', () => {
  const seen = new Set<string>();
  const outside = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of loaded(file)) {
      const own = ofBrowsers[name] ?? name;
      if (own.startsWith('.')) visit(fileURLToPath(new URL(own, `file://${file}`)));
      else outside.add(name);
    }
  };
  visit(door);
  expect(seen.size).toBeGreaterThan(20);
  expect([...outside].sort()).toEqual(['#csv-parse', '@gongping/scoring', 'fflate', 'zod']);
});
