import { runRobustness } from '@gongping/robustness';
import { buildModel, type EngineInput } from '@gongping/scoring';
import { expect, test, type Page } from '@playwright/test';
import { examples } from './examples.ts';
import type { RobustnessPage } from './page.ts';
import { bundlePage, removeFolder, serveFolder, type ServedBundle } from './serve-bundle.ts';
import { textOf } from './text-of.ts';

/** As strict as can be: own scripts and workers, and compiling the kernel; nothing from elsewhere, nothing inline. */
const strict = "default-src 'none'; worker-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
/** Stricter still: no WebAssembly. */
const forbidding = "default-src 'none'; worker-src 'self'; script-src 'self'";

const options = { draws: 3000, seed: 7, spread: 0.25 };
/** So many that it is under way when it is cancelled. */
const long = { ...options, draws: 1_000_000 };

let folder: string;
let allowed: ServedBundle;
let forbidden: ServedBundle;

test.beforeAll(async () => {
  folder = await bundlePage();
  allowed = await serveFolder(folder, strict);
  forbidden = await serveFolder(folder, forbidding);
});
test.afterAll(async () => {
  await allowed.close();
  await forbidden.close();
  await removeFolder(folder);
});

type OnPage = typeof globalThis & { robustnessPage: RobustnessPage };
const run = (page: Page, example: EngineInput) =>
  page.evaluate(([input, how]) => (globalThis as OnPage).robustnessPage.run(input, how), [
    example,
    options,
  ] as const);
const cancel = (page: Page, example: EngineInput) =>
  page.evaluate(([input, how]) => (globalThis as OnPage).robustnessPage.cancel(input, how), [
    example,
    long,
  ] as const);

/** What a browser has and the types of Node do not name. */
type Platform = typeof globalThis & {
  readonly WebAssembly: { readonly Module: new (code: Uint8Array) => object };
};

/** Whether a worker of the page may compile WebAssembly: the empty module is eight bytes. */
const mayCompile = async (page: Page): Promise<boolean> => {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('the page has no worker');
  return worker.evaluate(() => {
    try {
      new (globalThis as Platform).WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
      return true;
    } catch {
      return false;
    }
  });
};

for (const [name, example] of Object.entries(examples)) {
  test(`${name}: two workers of a browser give every figure of Node`, async ({ page }) => {
    const expected = textOf(await runRobustness(buildModel(example), { ...options, workers: 2 }));
    await page.goto(allowed.url);
    const { text, told } = await run(page, example);
    expect(text).toBe(expected);
    expect(page.workers()).toHaveLength(2);
    expect(await mayCompile(page)).toBe(true);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);

    await page.goto(forbidden.url);
    expect((await run(page, example)).text, 'without WebAssembly').toBe(expected);
    expect(await mayCompile(page)).toBe(false);
  });
}

test('a run is cancelled, and the workers are good for the next', async ({ page }) => {
  const [example] = Object.values(examples);
  if (example === undefined) throw new Error('there is no example');
  await page.goto(allowed.url);
  expect(await cancel(page, example)).toBe('Error: no longer wanted');
  const expected = textOf(await runRobustness(buildModel(example), { ...options, workers: 1 }));
  expect((await run(page, example)).text).toBe(expected);
  expect(page.workers()).toHaveLength(2);
});

test('the page breaks no rule of its policy', async ({ page }) => {
  const [example] = Object.values(examples);
  if (example === undefined) throw new Error('there is no example');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(allowed.url);
  await run(page, example);
  expect(complaints).toEqual([]);
});
