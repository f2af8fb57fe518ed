import type { UnitSheet } from '@gongping/contracts';
import { expect, type Page } from '@playwright/test';
import type { Client } from '../support/client.ts';
import { open } from '../support/open.ts';
import { judged } from '../whole-job/score-by-api.ts';
import { base, unit } from './people.ts';

type Entries = Readonly<Record<string, { readonly input: unknown; readonly reason: string }>>;

export const sheetOf = (leaf: string, of: string = unit.code) => `${base}/scoring/units/${of}?leaf=${leaf}`;
export const reasonBox = (page: Page) => page.getByRole('textbox', { name: /理由/ });

/** Chooses a level of a leaf, says why, and waits until it is stored. */
export async function choose(page: Page, leaf: string, level: RegExp, reason: string): Promise<void> {
  await open(page, sheetOf(leaf));
  await page.getByRole('button', { name: level }).click();
  await reasonBox(page).fill(reason);
  await expectSaved(page);
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^已保存/).filter({ visible: true })).toBeVisible();
}

/** Rates what is unrated of a unit through the API: all marks, but where `losses` says otherwise. */
export async function rateTheRest(
  rater: Client,
  of: string,
  { losses, except = [] }: { losses: Entries; except?: readonly string[] },
): Promise<void> {
  const sheet = `/assessments/2033/score-sheets/${of}`;
  const { indicators, scores } = await rater.read<UnitSheet>(sheet);
  for (const { indicator, state, revision } of scores) {
    const leaf = indicators.find(({ code }) => code === indicator);
    if (state !== 'unscored' || except.includes(indicator) || leaf?.role !== 'score') continue;
    await rater.ask({
      method: 'PUT',
      path: `${sheet}/scores/${indicator}`,
      body: { expectedRevision: revision, state: 'scored', ...(losses[indicator] ?? judged(leaf, of)) },
    });
  }
}

export async function handInByApi(rater: Client, of: string): Promise<void> {
  const path = `/assessments/2033/score-sheets/${of}/hand-in`;
  await rater.ask({ method: 'POST', path, body: { acceptIncomplete: true } });
}

/** Hands in on the sheet, whatever evidence is missing. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交…' }).click();
  await page.getByRole('checkbox', { name: '缺少理由或佐证的项也一并提交' }).check();
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('已提交。')).toBeVisible();
}
