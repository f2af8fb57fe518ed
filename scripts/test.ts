import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepCompiled } from './keep-compiled.ts';
import { nodeVersionProblem } from './node-version.ts';
import { root } from './run.ts';
import type { Tally } from './test-reports.ts';
import { joinVitest, steps, type Step } from './test-steps.ts';

/**
 * `npm test`: everything, step by step, going on after a failure; what takes one processor runs two at a time. `npm test -- --only lint,unit` runs
 * some steps. The last line is `N passed, N failed`; a step that is not a suite of tests counts as one.
 */
async function runStep(step: Step, reports: string): Promise<Tally> {
  const begun = performance.now();
  const printed: string[] = [];
  if (!step.single) console.log(`\n━━━ ${step.name}: ${step.title}`);
  const hear = step.single ? (text: string) => printed.push(text) : undefined;
  const tally = await step.run(reports, hear).catch((error: unknown): Tally => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (step.single) console.log(`\n━━━ ${step.name}: ${step.title}\n${printed.join('').trimEnd()}`);
  console.log(`━━━ ${step.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
  return tally;
}

/** Steps of one processor at a time, beside each other; each prints when it has ended. */
const beside = 2;

async function runSteps(steps: readonly Step[], each: (step: Step) => Promise<void>): Promise<void> {
  const single = steps.filter((step) => step.single);
  const ended = new Map<string, Promise<void>>();
  const take = async (): Promise<void> => {
    for (let step = single.shift(); step; step = single.shift()) {
      await ended.get(step.after ?? '');
      const end = each(step);
      ended.set(step.name, end);
      await end;
    }
  };
  await Promise.all(Array.from({ length: beside }, take));
  for (const step of steps) if (!step.single) await each(step);
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
    await runSteps(joinVitest(chosenSteps()), async (step) => {
      const tally = await runStep(step, reports);
      passed += tally.passed;
      failed += tally.failed;
      if (tally.failed > 0) failures.push(step.name);
    });
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
keepCompiled();
// The programs of the packages, also when this file is run without npm.
process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
const { passed, failed } = await runAll();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
