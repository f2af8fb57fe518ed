import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'drizzle-kit';

// drizzle-kit resolves paths from the working directory and puts `./` before them: these hold wherever it is
// called from.
const fromHere = (path: string) => relative(process.cwd(), fileURLToPath(new URL(path, import.meta.url)));

export default defineConfig({
  dialect: 'postgresql',
  schema: fromHere('./src/schema/index.ts'),
  out: process.env.DRIZZLE_OUT ?? fromHere('../../drizzle'),
});
