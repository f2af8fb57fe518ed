import { defineConfig } from 'vitest/config';

/**
 * Loading the product anew for each file would be a third of the time: the files of a project share two processes, and what
 * one of them changes beyond itself (a database, a folder, a spy) is its own or is put back. An embedded database takes about
 * 600 MB and a process up to 2 GB by its last file, so there are no more than two at a time: 8 GB of memory are enough.
 */
const together = { isolate: false, maxWorkers: 2 } as const;

/** Files about what no database decides; they run on PostgreSQL only, where they are quicker. Every other runs on both. */
const onPostgresOnly = [
  // How often a route asks its database is the same on either, to the statement.
  'tests/api/statements.test.ts',
  // Three processes have one database, which an embedded one cannot be.
  'tests/api/intake-kill.test.ts',
];

const databaseProject = (kind: 'embedded' | 'postgres') => ({
  test: {
    name: `api-${kind}`,
    include: ['tests/api/**/*.test.ts'],
    exclude: kind === 'embedded' ? onPostgresOnly : [],
    env: { TEST_DATABASE: kind },
    ...together,
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/{api,cli}/src/**/*.test.ts'],
          ...together,
          testTimeout: 20_000,
        },
      },
      { extends: './apps/web/vitest.config.ts', root: './apps/web', test: { name: 'web', ...together } },
      {
        test: {
          name: 'golden',
          include: ['tests/golden/**/*.test.ts'],
          // The command `score` keeps the memory of its process small, which slows what comes after.
          maxWorkers: together.maxWorkers,
          testTimeout: 60_000,
        },
      },
      databaseProject('embedded'),
      databaseProject('postgres'),
    ],
  },
});
