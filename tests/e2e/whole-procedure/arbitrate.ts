import { expect } from '@playwright/test';
import { open } from '../support/open.ts';
import { base, expectSound, none, others, unit, type People } from './people.ts';
import { enterPhase } from './plan.ts';
import { handInByApi, rateTheRest } from './rate.ts';

/** The reviewer rules what the raters differ on. */
export async function ruleCase({ reviewer }: People): Promise<void> {
  await open(reviewer, `${base}/scoring/arbitration`);
  await expect(reviewer.getByText('1 项待裁定，0 项已裁定。')).toBeVisible();
  await expectSound(reviewer);
  await reviewer.getByRole('link', { name: unit.name }).click();
  await expect(reviewer.getByText('甲方看到发布页')).toBeVisible();
  await expect(reviewer.getByText('乙方没有看到发布页')).toBeVisible();
  await expectSound(reviewer);
  const form = reviewer.getByRole('region', { name: '裁定' });
  await form.getByRole('button', { name: '作出裁定' }).click();
  await expect(form.getByText('请填写裁定理由。')).toBeVisible();
  await form.getByRole('button', { name: none }).click();
  await form.getByRole('textbox', { name: '裁定理由' }).fill('发布页为次年五月，已核实。');
  await form.getByRole('button', { name: '作出裁定' }).click();
  await expect(form.getByText('已裁定。')).toBeVisible();
  await open(reviewer, `${base}/scoring/arbitration`);
  await expect(reviewer.getByText('0 项待裁定，1 项已裁定。')).toBeVisible();
}

/** The organiser sees agreement and hand-ins of all units, gives a family back, and goes on to the feedback. */
export async function closeScoring({ organiser, api }: People): Promise<void> {
  const [half, heading] = others;
  const halfLost = { input: { method: 'graded', level: 'this-year' }, reason: '仅有本年度报告' };
  const wrong = { item: 'heading', count: 1, reason: '第五部分标题不符' };
  const headingLost = { input: { method: 'deduct', deductions: [wrong] }, reason: '标题不符' };
  for (const rater of [api.first, api.second]) {
    await rateTheRest(rater, half.code, { losses: { 'B1-2': halfLost } });
    await rateTheRest(rater, heading.code, { losses: { 'B2-1': headingLost } });
    for (const { code } of others) await handInByApi(rater, code);
  }
  await open(organiser, `${base}/scoring/agreement`);
  await expect(organiser.getByText(/两人均提交的 24 项中/)).toBeVisible();
  await expectSound(organiser);
  await open(organiser, `${base}/scoring/hand-ins`);
  await expect(organiser.getByText('2/2 已提交')).toHaveCount(6);
  await expectSound(organiser);
  await organiser.getByRole('button', { name: `退回提交 ${half.name} B` }).click();
  const dialog = organiser.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption('2');
  await dialog.getByRole('textbox', { name: '理由' }).fill('漏看材料');
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await expect(organiser.getByText('1/2 已提交')).toBeVisible();
  // Each is the first rater of some units and the second of others.
  for (const rater of [api.first, api.second]) await handInByApi(rater, half.code);

  await open(organiser, `${base}/publish`);
  await organiser.getByRole('button', { name: '结束评分' }).click();
  await expect(organiser.getByText('评估处于仲裁阶段').first()).toBeVisible();
  await enterPhase(organiser, '进入反馈阶段', '反馈');
}
