import { fileURLToPath } from 'node:url';
import { defineConfig } from 'drizzle-kit';

// drizzle-kit resolves paths from the working directory: these hold wherever it is called from.
export default defineConfig({
  dialect: 'postgresql',
  schema: fileURLToPath(new URL('./src/schema/index.ts', import.meta.url)),
  out: process.env.DRIZZLE_OUT ?? fileURLToPath(new URL('../../drizzle', import.meta.url)),
});
