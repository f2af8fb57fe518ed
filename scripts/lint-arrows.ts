/** Who may import whom, as lint rules with the reason in the message. The picture is in docs/architecture.md. */

interface Pattern {
  regex: string;
  message: string;
  allowTypeImports?: boolean;
}

const innerPath: Pattern = {
  regex: '^@gongping/[^/]+/(?!tsconfig)',
  message: 'A package has one door, its index: import the name from the package, or export it there.',
};
const aroundTheDoor: Pattern = {
  regex: '^\\.\\./(.*/)?(packages|apps)/',
  message: 'Reach other packages by their name, so that the arrow shows in package.json.',
};
const tests: Pattern = {
  regex: '^\\.\\.?/(.*/)?tests/',
  message: 'Nothing imports tests: what both need belongs in a package.',
};
const everywhere = [innerPath, aroundTheDoor, tests];

/** Everything except relative paths and the names given. */
const onlyThese = (names: string[], message: string, allowTypeImports = false): Pattern => ({
  regex: `^(?!\\.${names.map((name) => `|${name}(/|$)`).join('')})`,
  message,
  allowTypeImports,
});

const notThese = (names: string[], message: string, allowTypeImports = false): Pattern => ({
  regex: `^(${names.join('|')})(/|$)`,
  message,
  allowTypeImports,
});

const rule = (files: string[], patterns: Pattern[], ignores: string[] = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] as const },
});

const inTests = ['**/*.test.ts'];

const feature: Pattern[] = [
  ...everywhere,
  {
    regex: '^\\.\\./.*\\.repository\\.ts$',
    message:
      "A feature uses another feature's service, never its repository: to delete a feature is to delete a folder.",
  },
  notThese(['@gongping/web', '@gongping/cli'], 'The API knows neither the site nor the command line.'),
];
const ownRepository: Pattern = {
  regex: '\\.repository\\.ts$',
  message: 'A route parses, authorises, calls the service and maps: the service calls the repository.',
};
const sql = notThese(['drizzle-orm', 'pg'], 'All SQL lives in *.repository.ts.');
const hono = notThese(['hono', '@hono/[^/]+'], 'Only routes and http/ know HTTP.');

export const arrows = [
  rule(['**/*.{ts,js,svelte}'], everywhere),
  rule(['tests/**/*.ts'], [innerPath]),
  rule(
    ['packages/{scoring,statistics,questionnaire,annual-report}/src/**/*.ts'],
    [
      tests,
      onlyThese(
        [],
        'A pure package imports nothing: it must run anywhere and give the same number everywhere.',
      ),
    ],
    inTests,
  ),
  rule(
    ['packages/templates/src/**/*.ts'],
    [
      innerPath,
      tests,
      onlyThese(
        ['@gongping/scoring', '@gongping/statistics'],
        'Templates are data: they know the pure packages only.',
      ),
    ],
    inTests,
  ),
  rule(
    ['packages/contracts/src/**/*.ts'],
    [
      innerPath,
      tests,
      onlyThese(
        [
          'zod',
          '@gongping/annual-report',
          '@gongping/questionnaire',
          '@gongping/scoring',
          '@gongping/statistics',
        ],
        'Contracts reach the browser: zod and the pure packages only.',
      ),
    ],
    inTests,
  ),
  rule(
    ['packages/db/src/**/*.ts'],
    [
      ...everywhere,
      notThese(
        ['@gongping/(?!scoring|statistics|annual-report)[^/]+'],
        'The database is below contracts, documents and applications.',
      ),
      notThese(
        ['@gongping/(scoring|statistics|annual-report)'],
        'The database stores the shapes of the engine and does not run it: import the type.',
        true,
      ),
    ],
    inTests,
  ),
  rule(
    [
      'packages/{documents,bundle,publication,tables,report-files}/src/**/*.ts',
      'packages/bundle/browser/*.ts',
    ],
    [
      ...everywhere,
      notThese(
        ['@gongping/(db|contracts|api|web|cli)'],
        'Documents, bundles, tables and reports take plain view models, so that every caller can make them.',
      ),
    ],
  ),
  rule(['apps/api/src/**/*.ts'], feature),
  rule(['apps/api/src/features/**/*.routes.ts'], [...feature, ownRepository, sql], inTests),
  rule(['apps/api/src/features/**/*.service.ts'], [...feature, sql, hono], inTests),
  rule(['apps/api/src/features/**/*.repository.ts'], [...feature, hono], inTests),
  rule(
    ['apps/web/**/*.{ts,js,svelte}'],
    [
      ...everywhere,
      notThese(
        [
          '@gongping/(?!annual-report|contracts|publication|questionnaire|scoring|api)[^/]+',
          'drizzle-orm',
          'pg',
          '@electric-sql/[^/]+',
        ],
        'The site speaks to the API over its contract; it never opens the database.',
      ),
      notThese(
        ['@gongping/api'],
        'Import only the type of the API: a bundled copy would open the database twice.',
        true,
      ),
    ],
  ),
  // The two places that put the whole together.
  rule(['scripts/**/*.ts', 'playwright.config.ts'], [innerPath]),
];
