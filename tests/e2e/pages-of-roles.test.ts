import { expect, test } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { contextFor } from './support/context-for.ts';
import { account, reading, results, scoring } from './support/demo-pages.ts';
import { walk } from './support/walk.ts';

let product: RunningProduct;

test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(() => product.remove());
test.setTimeout(300_000);

// They see parts of what the organiser and the evaluator see, whose pages are looked at elsewhere on a phone too.
const pages = {
  'demo-reviewer': [...account, ...scoring],
  'demo-liaison1': [...account, '/work/reports', '/work/reports/C04/2020', '/work/reports/C04/2021'],
  'demo-leader': [...account, ...results, ...reading],
};

for (const [username, paths] of Object.entries(pages)) {
  test(`${username}: every page of the role`, async ({ browser }) => {
    const context = await contextFor(browser, product.url, { username });
    const options = { url: product.url, paths, discover: '/work', accessibility: ['desk'] as const };
    const { findings } = await walk(await context.newPage(), options);
    expect(findings).toEqual([]);
    await context.close();
  });
}
