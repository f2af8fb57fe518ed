import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vitest/config';
import { messageCompilation } from './config/messages.ts';

// tsconfig.json extends a file that Kit writes; on a fresh checkout nothing has written it yet.
if (!existsSync(join(import.meta.dirname, 'node_modules/$app/tsconfig.json'))) {
  execFileSync('svelte-kit', ['sync'], { cwd: import.meta.dirname, shell: true });
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [paraglideVitePlugin(messageCompilation)],
  test: { include: ['{src,config}/**/*.test.ts'] },
});
