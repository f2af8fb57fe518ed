import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const routes = join(import.meta.dirname, '../../../apps/web/src/routes');

/** Every page that the site has a file for, by its shape: `/s/{slug}/{unit}`. */
export const sitePages: readonly string[] = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .map((file) => `/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\/\+page(?:@\w*)?\.svelte$/.test(file))
  .map((file) => file.replace(/\/\+page(?:@\w*)?\.svelte$/, '').replaceAll(/\/\([^)]+\)/g, ''))
  .map((path) => (path === '' ? '/' : path).replaceAll(/\[(\w+)\]/g, '{$1}'))
  .sort();
