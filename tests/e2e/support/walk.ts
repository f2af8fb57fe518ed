import type { Page } from '@playwright/test';
import { accessibilityFindings, desktop, overflowFindings, phone } from './inspect.ts';
import { pageShape } from './page-shape.ts';
import { watch } from './watch.ts';
import { open } from './open.ts';

export interface Walk {
  /** Every page that was looked at, by its shape. */
  shapes: string[];
  /** What is wrong, a line each, beginning with the page. */
  findings: string[];
}

export interface WalkOptions {
  /** Address of the product, without a slash at its end. */
  url: string;
  /** Visited in any case. */
  paths: readonly string[];
  /** Follow links to pages of a shape not seen yet, where their path begins so. */
  discover?: string;
  /** What axe looks at; status, title, errors and overflow are looked at on a desk and on a phone in any case. */
  accessibility: readonly ('desk' | 'phone' | 'dark')[];
}

/** Visits pages on a desk and on a phone and looks for what must not be there. */
export async function walk(page: Page, { url, paths, discover, accessibility }: WalkOptions): Promise<Walk> {
  const watched = watch(page);
  const queue = [...paths];
  const shapes = new Set<string>();
  const findings: string[] = [];
  const known = new Set(paths.map((path) => pageShape(new URL(path, url))));
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    shapes.add(pageShape(new URL(path, url)));
    const found = await inspect(page, `${url}${path}`, accessibility);
    findings.push(...[...found, ...watched.take()].map((finding) => `${path} ${finding}`));
    if (discover === undefined) continue;
    for (const link of await linksOf(page, url)) {
      const shape = pageShape(link);
      if (known.has(shape) || !link.pathname.startsWith(discover)) continue;
      known.add(shape);
      queue.push(link.pathname + link.search);
    }
  }
  return { shapes: [...shapes].sort(), findings };
}

async function inspect(
  page: Page,
  address: string,
  accessibility: WalkOptions['accessibility'],
): Promise<string[]> {
  const findings: string[] = [];
  const note = (where: string, found: string[]) =>
    findings.push(...found.map((finding) => `(${where}) ${finding}`));
  await page.setViewportSize(desktop);
  const response = await open(page, address);
  if (response?.status() !== 200) note('desk', [`status ${response?.status()}`]);
  if ((await page.title()).trim() === '') note('desk', ['no title']);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  if (headings !== 1) note('desk', [`${headings} headings of level 1`]);
  note('desk', await overflowFindings(page));
  if (accessibility.includes('desk')) note('desk', await accessibilityFindings(page));
  if (accessibility.includes('dark')) {
    await page.emulateMedia({ colorScheme: 'dark' });
    note('dark', await accessibilityFindings(page));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize(phone);
  note('phone', await overflowFindings(page));
  // Colours are those of the desk, and looking at them is most of the work.
  if (accessibility.includes('phone')) note('phone', await accessibilityFindings(page, ['color-contrast']));
  return findings;
}

/** Links to pages of the site; not to downloads, the API or a place on the same page. */
async function linksOf(page: Page, url: string): Promise<URL[]> {
  const addresses: string[] = await page
    .locator('a[href]:not([download])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  return [...new Set(addresses)]
    .map((address) => new URL(address, page.url()))
    .filter(({ origin, pathname }) => origin === url && !/^\/(api|sign-out)\b|\.\w+$/.test(pathname));
}
