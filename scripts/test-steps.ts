import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideChromium } from '../tests/support/chromium.ts';
import { siteBuild } from './build-site.ts';
import { root, run } from './run.ts';
import { tallyPlaywright, tallyVitest, type Tally } from './test-reports.ts';

export interface Step {
  /** What `--only` calls it. */
  name: string;
  title: string;
  /** True where it takes one processor, and others of its kind may run beside it. */
  single: boolean;
  /** A step that must not run beside it: this one waits until that has ended. */
  after?: string;
  /** Of tests in Vitest, its projects: all that are to run share one run, so that no processor waits for a last file. */
  projects?: readonly string[];
  /**
   * @param reports an empty folder for machine-readable results
   * @param hear given what it prints, where it is single
   */
  run(reports: string, hear?: (text: string) => void): Promise<Tally>;
}

export const steps: readonly Step[] = [
  check('lint', 'rules of style and arrows between packages', [
    ['eslint', '.', '--max-warnings=0'],
    ['oxlint'],
  ]),
  check('site-types', 'types of the site', [['npm', 'run', '--silent', 'check', '-w', '@gongping/web']]),
  check('format', 'every file as prettier writes it', [['prettier', '--check', '--log-level=warn', '.']]),
  check('types', 'types of everything that runs in Node', [
    compiler('tsconfig.json'),
    ...purePackages().map((folder) => compiler(`${folder}/tsconfig.json`)),
    compiler('packages/robustness/tsconfig.json'),
  ]),
  // Both write what is generated for the site.
  { ...check('build', 'the site builds', [siteBuild]), after: 'site-types' },
  check('boundaries', 'packages import what they declare', [['turbo', 'boundaries', '--no-color']]),
  check('migrations', 'migrations follow the schema', [[process.execPath, 'scripts/check-migrations.ts']]),
  check('openapi', 'the API description follows the routes', [
    [process.execPath, 'scripts/openapi.ts', '--check'],
  ]),
  check('kernel', 'the compiled kernel follows its source', [
    [process.execPath, 'scripts/kernel.ts', '--check'],
  ]),
  tests('unit', 'functions and modules', ['unit', 'web']),
  tests('api-embedded', 'the API on the embedded database', ['api-embedded']),
  tests('api-postgres', 'the API on PostgreSQL', ['api-postgres']),
  tests('golden', 'published results come out again', ['golden']),
  { name: 'browser', title: 'the product in Chromium', single: false, run: runBrowserTests },
];

/** TypeScript 7, which is there beside the one that other tools are written for; one processor, as another check runs beside. */
function compiler(project: string): string[] {
  return [process.execPath, 'node_modules/@typescript/native/bin/tsc', '--singleThreaded', '-p', project];
}

function check(name: string, title: string, commands: readonly (readonly string[])[]): Step {
  return {
    name,
    title,
    single: true,
    async run(_reports, hear) {
      let succeeded = true;
      for (const command of commands) succeeded = (await run(command, hear ? { hear } : {})) && succeeded;
      return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

function tests(name: string, title: string, projects: readonly string[]): Step {
  return { name, title, single: false, projects, run: (reports) => runVitest(name, { projects, reports }) };
}

async function runVitest(
  name: string,
  { projects, reports }: { projects: readonly string[]; reports: string },
): Promise<Tally> {
  const file = join(reports, `${name}.json`);
  const succeeded = await run([
    'vitest',
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return tallyVitest(file, succeeded);
}

/** The steps with those of Vitest as one, in the place of the first. */
export function joinVitest(chosen: readonly Step[]): Step[] {
  const ofVitest = chosen.filter(({ projects }) => projects !== undefined);
  const name = ofVitest.map((step) => step.name).join('+');
  const title = ofVitest.map((step) => step.title).join('; ');
  const joined = tests(
    name,
    title,
    ofVitest.flatMap(({ projects }) => projects ?? []),
  );
  return chosen.flatMap((step) => (step.projects === undefined ? step : step === ofVitest[0] ? joined : []));
}

async function runBrowserTests(reports: string): Promise<Tally> {
  const file = join(reports, 'browser.json');
  const env = { CHROMIUM_PATH: provideChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const succeeded = await run(['playwright', 'test', '--reporter=line,json'], { env });
  return tallyPlaywright(file, succeeded);
}

/** Packages that promise to need neither Node nor a browser; their own settings hold them to it. */
function purePackages(): string[] {
  return readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((folder) => {
      try {
        return readFileSync(join(root, folder, 'tsconfig.json'), 'utf8').includes('tsconfig.pure.json');
      } catch {
        return false;
      }
    });
}
