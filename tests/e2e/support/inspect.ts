import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const wcag21 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * What axe finds against WCAG 2.1 A and AA, a line for each element.
 * @param without rules to leave out
 */
export async function accessibilityFindings(page: Page, without: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // Nobody reads what else it could tell of each element, which takes it half of the time.
    .options({ resultTypes: ['violations'] })
    .withTags(wcag21)
    .disableRules([...without])
    // The other mode opens a second tab for each run, which doubles the time; pages here have no frames.
    .setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const summary = failureSummary.replaceAll(/\s+/g, ' ');
      return `axe ${id}: ${target.join(' ')} ${summary.slice(0, 240)}`;
    }),
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
