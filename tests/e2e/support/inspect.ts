import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** What axe tells of an element that breaks a rule. */
interface Broken {
  rule: string;
  target: string;
  summary: string;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag21 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Axe in every frame, once for each document: reading half a megabyte of script takes as long as looking at a small page. */
async function provideAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (await frame.evaluate<boolean>("'axe' in window")) continue;
    // Nobody reads the elements' own source.
    await frame.evaluate(`${axe};\naxe.configure({ noHtml: true })`);
  }
}

/**
 * Takes colours that go over into others to where they come to rest: the dark comes with a frame, and to what inherits
 * it with one after that. They are ended, not waited for: what is in a closed part of the page never goes over.
 */
const coloursAtRest = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let round = 0; round < 10; round++) {
    await frame().then(frame);
    const underWay = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    if (underWay.length === 0) break;
    for (const transition of underWay) transition.finish();
  }
})()`;

/**
 * What axe finds against WCAG 2.1 A and AA, a line for each element.
 * @param without rules to leave out
 */
export async function accessibilityFindings(page: Page, without: readonly string[] = []): Promise<string[]> {
  await provideAxe(page);
  const options = {
    runOnly: { type: 'tag', values: wcag21 },
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    // Nobody reads what else it could tell of each element, which takes it half of the time.
    resultTypes: ['violations'],
    // No rule of these reads style sheets.
    preload: { assets: ['media'] },
  };
  const broken = await page.evaluate<
    Broken[]
  >(`${coloursAtRest}.then(() => axe.run(document, ${JSON.stringify(options)})).then(
    ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({
      rule: id, target: target.join(' '), summary: failureSummary ?? '',
    }))))`);
  return broken.map(
    ({ rule, target, summary }) => `axe ${rule}: ${target} ${summary.replaceAll(/\s+/g, ' ').slice(0, 240)}`,
  );
}

/** How far the page can be pushed sideways, with what sticks out; empty where everything fits. */
export async function overflowFindings(page: Page): Promise<string[]> {
  const root = page.locator('html');
  const [content, width] = await root.evaluate((html) => [html.scrollWidth, html.clientWidth]);
  if (content <= width) return [];
  const wide: string[] = await page.locator('body *').evaluateAll(
    (elements, limit) =>
      elements
        .filter((element) => element.getBoundingClientRect().right > limit + 1)
        .slice(0, 5)
        .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`),
    width,
  );
  return [`overflow: ${content} > ${width}: ${wide.join(' | ')}`];
}
