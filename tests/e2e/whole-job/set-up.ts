import { expect } from '@playwright/test';
import type { Actor } from './people.ts';
import { open } from '../support/open.ts';

/** The units of the round: two counties and a department. */
export const unitsOfRound = ['C04', 'C06', 'D02'] as const;
export const work = '/work/assessments/2020';

/** Creates the assessment of 2020 on the set-up page: three units, family D off, one veto on. */
export async function createAssessment({ page }: Actor, origin: string): Promise<void> {
  await open(page, `${origin}/work/assessments/new`);
  await page.getByLabel('年度', { exact: true }).fill('2020');
  await page.getByLabel('名称', { exact: true }).fill('2020年度政务公开评估');
  for (const kind of ['县市区', '市直部门']) {
    await page.getByRole('button', { name: `全选${kind}` }).click();
  }
  for (const unit of unitsOfRound) {
    await page.getByRole('checkbox', { name: new RegExp(`${unit}$`) }).check();
  }
  // The shortest procedure: from planning to scoring to the final result.
  for (const step of ['单位自评', '反馈问题清单', '申诉']) {
    await page.getByRole('checkbox', { name: step, exact: true }).uncheck();
  }
  // Open whenever the test runs.
  await page.getByLabel('社会评议开始日期').fill('2020-01-01');
  await page.getByLabel('社会评议结束日期').fill('2099-12-31');
  await page.getByLabel('社会评议最少有效样本').fill('10');
  await page.getByRole('checkbox', { name: '启用 主动公开与重点领域' }).uncheck();
  await page.getByRole('checkbox', { name: '启用 未发布政府信息公开工作年度报告' }).check();
  await expect(page.getByText('县市区 ×1.25，市直部门 ×1.25')).toBeVisible();
  await expect(page.getByText('县市区 2 个，市直部门 1 个')).toBeVisible();
  await page.getByRole('button', { name: '建立评估' }).click();
  await expect(page.getByText('评估已建立')).toBeVisible();
}

/** Gives every cell of the matrix to an evaluator. */
export async function assignEvenly({ page }: Actor, origin: string): Promise<void> {
  await open(page, `${origin}${work}/settings/assignments`);
  await expect(page.getByText('还有 15 个没有评估员')).toBeVisible();
  await page.getByRole('region', { name: '平均分配' }).getByRole('button', { name: '平均分配' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '平均分配' }).click();
  await expect(page.getByText('均已分工')).toBeVisible();
}

/** Opens the scoring; from now on the method is fixed. */
export async function openScoring({ page }: Actor, origin: string): Promise<void> {
  await open(page, `${origin}${work}/settings`);
  await page.getByRole('button', { name: '开放评分' }).click();
  await expect(page.getByText('已进入评分阶段')).toBeVisible();
}
