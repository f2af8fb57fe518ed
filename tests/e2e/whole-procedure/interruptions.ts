import { expect } from '@playwright/test';
import { open } from '../support/open.ts';
import { expectSound, type People } from './people.ts';
import { expectSaved, reasonBox, sheetOf } from './rate.ts';

/** One evaluator in two tabs: the second to save sees both values, chooses, and undoes the choice. */
export async function saveInTwoTabs({ first }: People): Promise<void> {
  const other = await first.context().newPage();
  for (const tab of [first, other]) await open(tab, sheetOf('B4-2'));
  await first.getByRole('button', { name: /仅有笼统表述/ }).click();
  await reasonBox(first).fill('先写的理由');
  await expectSaved(first);

  await other.getByRole('button', { name: /三者有其二/ }).click();
  await reasonBox(other).fill('后写的理由');
  const conflict = other.getByRole('status').filter({ hasText: '在您修改期间保存了新的内容' });
  await expect(conflict).toContainText('先写的理由');
  await expect(conflict).toContainText('0.30');
  await expect(conflict).toContainText('后写的理由');
  await expect(conflict).toContainText('0.60');
  await expectSound(other);
  await conflict.getByRole('button', { name: '采用已保存的' }).click();
  await expect(reasonBox(other)).toHaveValue('先写的理由');
  await other.getByRole('button', { name: '撤销上一步' }).click();
  await expect(reasonBox(other)).toHaveValue('后写的理由');
  await expectSaved(other);
  await other.close();
  await open(first, sheetOf('B4-2'));
  await expect(reasonBox(first)).toHaveValue('后写的理由');
}

/** The session ends while an evaluator types. */
export async function loseSession({ first }: People): Promise<void> {
  await open(first, sheetOf('B4-2'));
  await first.context().clearCookies({ name: 'session' });
  await reasonBox(first).fill('会话结束时写的理由');
  await expect(first).toHaveURL(/\/sign-in\?next=/);
  await first.getByLabel('用户名').fill('demo-evaluator1');
  await first.getByLabel('密码').fill('gongping-demo');
  await first.getByRole('button', { name: '登录', exact: true }).click();
  await expect(first.getByText('已恢复上次未保存的 1 项内容')).toBeVisible();
  await expect(reasonBox(first)).toHaveValue('会话结束时写的理由');
  await expectSaved(first);
}

/** The scoring closes while an evaluator types; what was typed is shown until it opens again, and saved then. */
export async function loseThePhase({ first, api }: People): Promise<void> {
  const move = (to: string) =>
    api.organiser.ask({ method: 'POST', path: '/assessments/2033/phase', body: { to, reason: '补交' } });
  await open(first, sheetOf('B4-2'));
  await move('self_assessment');
  await reasonBox(first).fill('来不及保存的理由');
  await expect(first.getByText(/没有保存：.*自评.*请联系组织单位管理员/)).toBeVisible();
  await expect(reasonBox(first)).toHaveValue('来不及保存的理由');
  await open(first, sheetOf('B4-2'));
  const left = first.getByRole('status').filter({ hasText: '您此前填写的内容没有保存' });
  await expect(left).toContainText('来不及保存的理由');
  await expectSound(first);
  await move('scoring');
  await open(first, sheetOf('B4-2'));
  await expect(reasonBox(first)).toHaveValue('来不及保存的理由');
  await expectSaved(first);
}
