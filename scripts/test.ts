import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeVersionProblem } from './node-version.ts';
import { root } from './run.ts';
import type { Tally } from './test-reports.ts';
import { steps, type Step } from './test-steps.ts';

/**
 * `npm test`: everything, one step after the other, going on after a failure. `npm test -- --only lint,unit` runs
 * some steps. The last line is `N passed, N failed`; a step that is not a suite of tests counts as one.
 */
async function runStep(step: Step, reports: string): Promise<Tally> {
  console.log(`\n━━━ ${step.name}: ${step.title}`);
  const begun = performance.now();
  const tally = await step.run(reports).catch((error: unknown): Tally => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`━━━ ${step.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  return tally;
}

function chosenSteps(): readonly Step[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only?.split(',');
  const unknown = names?.filter((name) => steps.every((step) => step.name !== name)) ?? [];
  if (unknown.length > 0) {
    throw new Error(
      `There is no step ${unknown.join(', ')}. The steps: ${steps.map((step) => step.name).join(', ')}.`,
    );
  }
  return names ? steps.filter((step) => names.includes(step.name)) : steps;
}

async function runAll(): Promise<Tally> {
  const reports = mkdtempSync(join(tmpdir(), 'gongping-reports-'));
  const failures: string[] = [];
  let [passed, failed] = [0, 0];
  try {
    for (const step of chosenSteps()) {
      const tally = await runStep(step, reports);
      passed += tally.passed;
      failed += tally.failed;
      if (tally.failed > 0) failures.push(step.name);
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
  return { passed, failed };
}

const problem = nodeVersionProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}
// The programs of the packages, also when this file is run without npm.
process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
const { passed, failed } = await runAll();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
