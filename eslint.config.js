import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { arrows } from './scripts/lint-arrows.ts';

/** Rounding in one module: a number must be the same on every page, in every export and report. */
const ROUNDING = 'Round with the rounding module of @gongping/scoring (half up, display only).';
const UNFINISHED = 'No test is skipped, focused or left to do; test.skipIf and runIf say their reason.';

const restrictedProperties = [
  { object: 'Math', property: 'round', message: ROUNDING },
  { property: 'toFixed', message: ROUNDING },
  { property: 'toPrecision', message: ROUNDING },
  { object: 'Math', property: 'fround', message: ROUNDING },
];
const unfinishedTests = ['test', 'it', 'describe'].flatMap((object) =>
  ['skip', 'only', 'todo', 'fixme'].map((property) => ({ object, property, message: UNFINISHED })),
);

const restrictedSyntax = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of strings: Node strips types and cannot run an enum.',
  },
];
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one name in every file that uses it.',
};

// What tools load takes a default export.
const CONFIGURATION = ['**/*.config.{js,ts}', 'tests/e2e/support/prepare-product.ts'];
const TESTS = ['**/*.test.ts', 'tests/**'];

// Rules about promises need types; oxlint, whose compiler is quicker, holds them (`.oxlintrc.json`).
export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/build/**',
      '**/.svelte-kit/**',
      '**/.turbo/**',
      '.data/**',
      'test-results/**',
      'drizzle/**',
      'apps/web/src/lib/paraglide/**',
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always'],
      'max-params': ['error', 3],
      'no-restricted-properties': ['error', ...restrictedProperties],
      'no-restricted-syntax': ['error', ...restrictedSyntax, noDefaultExport],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // TypeScript knows the names, and the types of the browser and of Svelte among them.
      'no-undef': 'off',
      // The product is always served at the root of its address.
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': ['error', ...restrictedSyntax],
    },
  },
  { files: ['apps/web/**/*.ts'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.ts'], rules: { 'no-undef': 'off' } },
  ...arrows,
  { files: CONFIGURATION, rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax] } },
  {
    files: ['packages/scoring/src/round.ts', 'scripts/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: TESTS,
    rules: { 'max-params': 'off', 'no-restricted-properties': ['error', ...unfinishedTests] },
  },
);
