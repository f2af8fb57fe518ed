import type { User } from '@gongping/contracts';
import { expect, type Page } from '@playwright/test';
import type { Client } from '../support/client.ts';
import { open } from '../support/open.ts';
import { base, others, unit } from './people.ts';

/** Sets the round of 2033 up on the set-up page: three counties, the annual reports alone, every step of the procedure. */
export async function planRound(organiser: Page): Promise<void> {
  await open(organiser, '/work/assessments/new');
  await organiser.getByLabel('年度', { exact: true }).fill('2033');
  await organiser.getByLabel('名称', { exact: true }).fill('2033年度政务公开评估');
  for (const kind of ['县市区', '市直部门']) {
    await organiser.getByRole('button', { name: `全选${kind}` }).click();
  }
  for (const { code } of [unit, ...others]) {
    await organiser.getByRole('checkbox', { name: new RegExp(`${code}$`) }).check();
  }
  await organiser.getByRole('checkbox', { name: '双人独立评分', exact: true }).check();
  for (const step of ['单位自评', '评估员评分时可见自评', '反馈问题清单', '申诉']) {
    await expect(organiser.getByRole('checkbox', { name: step, exact: true })).toBeChecked();
  }
  for (const family of ['标准化规范化', '解读回应', '主动公开与重点领域']) {
    await organiser.getByRole('checkbox', { name: `启用 ${family}` }).uncheck();
  }
  // Open whenever the test runs.
  await organiser.getByLabel('自评结束日期').fill('2099-12-31');
  await organiser.getByRole('button', { name: '建立评估' }).click();
  await expect(organiser.getByText('评估已建立')).toBeVisible();
}

/** Gives people of the demonstration their roles in the round. */
export async function grantRoles(organiser: Client): Promise<void> {
  const { assessments } = await organiser.read<{ assessments: { id: string; slug: string }[] }>(
    '/assessments',
  );
  const assessmentId = assessments.find(({ slug }) => slug === '2033')?.id;
  const { users } = await organiser.read<{ users: User[] }>('/users');
  for (const { id, username, grants, homeUnitId } of users) {
    const role = roles[username];
    if (role === undefined) continue;
    const unitId = role === 'liaison' ? homeUnitId : null;
    const body = { grants: [...grants, { role, assessmentId, unitId }] };
    await organiser.ask({ method: 'PATCH', path: `/users/${id}`, body });
  }
}

const roles: Readonly<Record<string, string>> = {
  'demo-evaluator1': 'evaluator',
  'demo-evaluator2': 'evaluator',
  'demo-reviewer': 'reviewer',
  // Whoever ruled the arbitration does not rule the appeal against it.
  'demo-evaluator3': 'reviewer',
  'demo-liaison1': 'liaison',
};

/** Has the matrix filled: two to each cell. */
export async function assignBoth(organiser: Page): Promise<void> {
  await open(organiser, `${base}/settings/assignments`);
  await organiser.getByRole('region', { name: '平均分配' }).getByRole('button', { name: '平均分配' }).click();
  await organiser.getByRole('alertdialog').getByRole('button', { name: '平均分配' }).click();
  await expect(organiser.getByText('均已分工')).toBeVisible();
}

/** Takes the next step on the page of settings. */
export async function enterPhase(organiser: Page, button: string, phase: string): Promise<void> {
  await open(organiser, `${base}/settings`);
  await organiser.getByRole('button', { name: button }).click();
  await expect(organiser.getByText(`已进入${phase}阶段`)).toBeVisible();
}
