import { expect } from '@playwright/test';
import { open } from '../support/open.ts';
import { base, expectSound, inTime, unit, type People } from './people.ts';
import { enterPhase } from './plan.ts';
import { expectSaved, sheetOf } from './rate.ts';

/** The liaison scores its unit with proof and hands in; the organiser sees it and opens the scoring. */
export async function scoreOneself({ liaison, organiser }: People): Promise<void> {
  await open(liaison, '/work');
  await liaison.getByRole('link', { name: '填写自评' }).click();
  await expect(liaison.getByRole('heading', { level: 1 })).toContainText('自评');
  await open(liaison, `${base}/self-assessment/${unit.code}?leaf=B1-1`);
  await liaison.getByRole('button', { name: inTime }).click();
  await liaison.getByRole('button', { name: '链接' }).click();
  await liaison.getByLabel('网址').fill('https://www.example.gov.cn/nianbao');
  await liaison.getByLabel('标题').fill('年报发布页');
  await liaison.getByRole('button', { name: '添加', exact: true }).click();
  await expect(liaison.getByRole('link', { name: '年报发布页' })).toBeVisible();
  await expectSaved(liaison);
  await expectSound(liaison);

  await liaison.getByRole('button', { name: '提交自评' }).click();
  const dialog = liaison.getByRole('dialog');
  await expect(dialog).toContainText('项不完整');
  await dialog.getByRole('button', { name: '说明理由并提交' }).click();
  await expect(dialog.getByRole('alert')).toContainText('请说明理由');
  await expectSound(liaison);
  await dialog.getByRole('textbox').fill('系统升级，台账待补');
  await dialog.getByRole('button', { name: '说明理由并提交' }).click();
  await expect(liaison.getByText('提交时说明：系统升级，台账待补')).toBeVisible();
  await liaison.getByRole('button', { name: '撤回提交' }).click();
  await liaison.getByRole('button', { name: '提交自评' }).click();
  await dialog.getByRole('textbox').fill('台账待补');
  await dialog.getByRole('button', { name: '说明理由并提交' }).click();
  await expect(liaison.getByText('提交时说明：台账待补')).toBeVisible();

  await open(organiser, `${base}/self-assessment`);
  await expect(organiser.getByText('3 个单位中 1 个已提交自评。')).toBeVisible();
  await expectSound(organiser);
  await enterPhase(organiser, '开放评分', '评分');
}

/** An evaluator makes the proof of the claim evidence of the score. */
export async function takeProofOver({ first }: People): Promise<void> {
  await open(first, sheetOf('B1-1'));
  const panel = first.getByRole('region', { name: '单位自评' });
  await panel.getByRole('button', { name: '采用为佐证：年报发布页' }).click();
  await expect(panel).toContainText('已采用为佐证');
  await expect(first.getByRole('link', { name: '年报发布页' })).toHaveCount(2);
  await expectSound(first);
}
