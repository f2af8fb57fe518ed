import { expect, type Browser } from '@playwright/test';
import { client } from '../support/client.ts';
import { overflowFindings, phone } from '../support/inspect.ts';

/** Somebody answers about a unit on a phone, from the list of units to the receipt. @returns its number */
export async function answerOnPhone(
  browser: Browser,
  origin: string,
  { unit, scripts }: { unit: string; scripts: boolean },
): Promise<string> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: phone,
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  await page.goto(`${origin}/s/2020`);
  await page.getByRole('link', { name: unit }).click();
  await expect(page.getByRole('heading', { level: 1, name: `请评议：${unit}` })).toBeVisible();
  if (scripts) expect(await overflowFindings(page)).toEqual([]);
  const question = (name: RegExp) => page.getByRole('radiogroup', { name });
  await question(/您的身份/)
    .getByText('群众', { exact: true })
    .click();
  await page
    .getByRole('group', { name: /哪些渠道/ })
    .getByText('政府网站', { exact: true })
    .click();
  const rated = [
    /全面性/,
    /及时性、准确性/,
    /查找的方便程度/,
    /查询、申请、咨询/,
    /答复时限/,
    /年度报告/,
    /政策解读/,
    /社会关切/,
  ];
  for (const name of rated) await question(name).getByText('满意', { exact: true }).click();
  await question(/总体上/)
    .getByText(scripts ? '很满意' : '不了解', { exact: true })
    .click();
  await page.getByRole('textbox').fill('希望办事指南写得再具体一些。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '提交成功，谢谢您' })).toBeVisible();
  const receipt = new URL(page.url()).searchParams.get('number') ?? '';
  await expect(page.getByText(receipt, { exact: true })).toBeVisible();
  await context.close();
  return receipt;
}

/** Answers of members of the public, no two units alike, so that every sample suffices. */
export async function answerThroughApi(
  origin: string,
  { unit, count, value }: { unit: string; count: number; value: number },
): Promise<void> {
  const grades = [100, 80, 60, 30, 0];
  const step = grades.indexOf(value);
  for (let respondent = 0; respondent < count; respondent += 1) {
    const grade = grades[(step + (respondent % 3)) % grades.length];
    const rated = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`Q${at + 3}`, grade]));
    await client(origin).ask({
      method: 'POST',
      path: '/public/surveys/2020/responses',
      body: { unit, answers: { Q1: 'A', ...rated } },
      // Each from an address of its own: programs without proof of work have a limit.
      headers: {
        'idempotency-key': `${unit}-${respondent}`,
        'x-forwarded-for': `10.1.${unit.charCodeAt(unit.length - 1)}.${respondent % 250}`,
      },
    });
  }
}
