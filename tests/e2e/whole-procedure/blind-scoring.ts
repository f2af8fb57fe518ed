import { expect } from '@playwright/test';
import { open } from '../support/open.ts';
import { expectSound, inTime, none, unit, type People } from './people.ts';
import { choose, expectSaved, handIn, rateTheRest, reasonBox, sheetOf } from './rate.ts';

/** Both raters of the unit score at once and hand in; before that neither sees the other. */
export async function scoreBlindly({ first, second, api }: People): Promise<void> {
  await Promise.all([
    choose(first, 'B1-1', inTime, '甲方看到发布页'),
    choose(second, 'B1-1', none, '乙方没有看到发布页'),
  ]);
  await Promise.all([
    rateTheRest(api.first, unit.code, { losses: {} }),
    rateTheRest(api.second, unit.code, { losses: {}, except: ['B4-2'] }),
  ]);
  await Promise.all([first, second].map((page) => open(page, sheetOf('B1-1'))));
  await expect(first.getByText('乙方没有看到发布页')).toHaveCount(0);
  await expect(second.getByText('甲方看到发布页')).toHaveCount(0);

  await handIn(first);
  await expect(first.getByText('两名评估员')).toHaveCount(0);
  await open(second, sheetOf('B1-1'));
  await expect(second.getByText('甲方看到发布页')).toHaveCount(0);
  await second.getByRole('button', { name: '提交…' }).click();
  const dialog = second.getByRole('dialog');
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await expectSound(second);
  await dialog.getByRole('button', { name: /B4-2.*未评分/ }).click();
  await expect(dialog).toBeHidden();
  await second.getByRole('button', { name: /三者有其二/ }).click();
  await reasonBox(second).fill('未回应上年问题');
  await expectSaved(second);
  await handIn(second);

  await Promise.all([first, second].map((page) => open(page, sheetOf('B1-1'))));
  for (const page of [first, second]) {
    await expect(page.getByText('相差超过阈值，待复核员裁定')).toBeVisible();
    await expect(page.getByText('甲方看到发布页').first()).toBeVisible();
    await expect(page.getByText('乙方没有看到发布页').first()).toBeVisible();
    await expect(reasonBox(page)).toBeDisabled();
  }
  await expectSound(second);
}
