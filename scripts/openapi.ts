import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOpenApiDocument } from '@gongping/api';
import { format, resolveConfig } from 'prettier';
import { root } from './run.ts';

/** Writes the API's description to apps/api/openapi.json; with `--check` says whether it is up to date. */
const file = join(root, 'apps', 'api', 'openapi.json');
const text = await format(JSON.stringify(buildOpenApiDocument()), {
  ...(await resolveConfig(file)),
  filepath: file,
});

if (process.argv.includes('--check')) {
  const written = await readFile(file, 'utf8').catch(() => '');
  if (written !== text) {
    console.error('apps/api/openapi.json does not follow the routes: run npm run openapi and commit it.');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, text);
}
