import { defineConfig } from 'vitest/config';

const databaseProject = (kind: 'embedded' | 'postgres') => ({
  test: {
    name: `api-${kind}`,
    include: ['tests/api/**/*.test.ts'],
    env: { TEST_DATABASE: kind },
    // Every file has a database of its own; loading the product anew for each would be a quarter of the time.
    isolate: false,
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    // An embedded database takes about 600 MB: no more than two test files at a time.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/{api,cli}/src/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      { extends: './apps/web/vitest.config.ts', root: './apps/web', test: { name: 'web' } },
      { test: { name: 'golden', include: ['tests/golden/**/*.test.ts'], testTimeout: 60_000 } },
      databaseProject('embedded'),
      databaseProject('postgres'),
    ],
  },
});
