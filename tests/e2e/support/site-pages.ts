import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const routes = join(import.meta.dirname, '../../../apps/web/src/routes');

/** Names of places say nothing: `[slug]` in a folder is `{slug}` in a shape, whatever it is called. */
export const anyName = (shape: string): string => shape.replaceAll(/\{\w+\}/g, '{}');

/** Every page that the site has a file for, by its shape (see `pageShape`), without the names of its places. */
export function sitePages(): string[] {
  return readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)\+page(?:@\w*)?\.svelte$/.test(file))
    .map((file) => `/${file}`.replace(/\/\+page(?:@\w*)?\.svelte$/, '').replace(/\/\([^)]+\)/, ''))
    .map((path) => anyName((path === '' ? '/' : path).replaceAll(/\[(\w+)\]/g, '{$1}')))
    .sort();
}
