import { expect } from '@playwright/test';
import { open } from '../support/open.ts';
import { base, expectSound, inTime, others, unit, type People } from './people.ts';
import { enterPhase } from './plan.ts';

/** The unit reads its problems and answers what it is asked to put right. */
export async function answerProblems({ first, liaison }: People): Promise<void> {
  await open(first, `${base}/feedback/${unit.code}`);
  const asked = first.locator('#B1-1');
  await asked.getByText('提出整改要求').click();
  await asked.getByRole('textbox', { name: '整改要求' }).fill('今后按期发布年度报告');
  await asked.getByLabel('整改期限').fill('2034-03-31');
  await asked.getByRole('button', { name: '发给单位' }).click();
  await expect(asked.getByText('期限 2034-03-31')).toBeVisible();
  await expectSound(first);

  await open(liaison, `${base}/feedback`);
  await expect(liaison.getByRole('heading', { level: 1 })).toHaveText(unit.name);
  await expect(liaison.getByText('2 项扣分，合计扣 2.40 分')).toBeVisible();
  const item = liaison.locator('#B1-1');
  await expect(item).toContainText('发布页为次年五月，已核实。');
  await expect(item).not.toContainText('乙方没有看到发布页');
  await expect(item.getByText('对此项提出申诉')).toHaveCount(0);
  await item.getByText('整改答复').last().click();
  await item.getByRole('textbox', { name: '整改情况' }).fill('已列入明年计划');
  await item.getByRole('button', { name: '提交答复' }).click();
  await expect(item.getByText(/已列入明年计划/).first()).toBeVisible();
  await expectSound(liaison);
}

/** The unit appeals; a reviewer who had no hand in the score sees what the ruling does, and rules. */
export async function appealAndRule({
  organiser,
  first,
  liaison,
  reviewer,
  colleague,
}: People): Promise<void> {
  await enterPhase(organiser, '进入申诉阶段', '申诉');
  await open(liaison, `${base}/feedback/${unit.code}`);
  const item = liaison.locator('#B1-1');
  await item.getByText('对此项提出申诉').click();
  await item.getByRole('textbox', { name: '申诉理由' }).fill('三月已发布，五月是改版后的页面。');
  await item.getByRole('button', { name: '提交申诉' }).click();
  await expect(item.getByText('待裁定')).toBeVisible();
  const proof = { name: '三月公布截图.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };
  await item.locator('input[type=file]').first().setInputFiles(proof);
  await expect(item.getByRole('link', { name: '三月公布截图' })).toBeVisible();
  await expectSound(liaison);
  // Nobody who gave the score finds a way to rule.
  expect((await open(first, `${base}/feedback/appeals`))?.status()).toBe(403);
  await open(reviewer, `${base}/feedback/appeals`);
  await reviewer.getByRole('link', { name: unit.name }).click();
  await expect(reviewer.getByText('应由其他复核员或管理员裁定')).toBeVisible();

  await open(colleague, `${base}/feedback/appeals`);
  await expectSound(colleague);
  await colleague.getByRole('link', { name: unit.name }).click();
  await expect(colleague.getByRole('link', { name: '三月公布截图' })).toBeVisible();
  await colleague.getByRole('radio', { name: /^采纳/ }).check();
  await colleague.getByRole('button', { name: inTime }).click();
  // Of 14 marks: 11.6, then 13.6; the others have 13.5 and 13.8.
  const impact = colleague.getByText('裁定的影响').locator('..');
  const row = (name: RegExp) => impact.getByRole('row', { name });
  await expect(row(/^得分/)).toHaveText(/得分\s*0\.00\s*2\.00/);
  await expect(row(/综合得分/)).toHaveText(/综合得分\s*82\.86\s*97\.14/);
  await expect(row(/等次/)).toHaveText(/等次\s*良好\s*优秀/);
  await expect(row(/名次/)).toHaveText(/名次\s*3\s*2/);
  await expect(impact.getByRole('listitem')).toHaveText([
    new RegExp(`${others[0].name}\\s*第 2 名 → 第 3 名\\s*被超过`),
  ]);
  await colleague.getByRole('textbox', { name: '裁定理由' }).fill('经复核，三月已发布。');
  await expectSound(colleague);
  await colleague.getByRole('button', { name: '作出裁定' }).click();
  await colleague.getByRole('alertdialog').getByRole('button', { name: '作出裁定' }).click();
  await expect(colleague.getByText('经复核，三月已发布。')).toBeVisible();
  await expectSound(colleague);

  await open(liaison, `${base}/feedback/${unit.code}`);
  await expect(item.getByText('采纳', { exact: true })).toBeVisible();
  await expect(item).toContainText('经复核，三月已发布。');
  await expect(item.getByRole('row', { name: /得分/ })).toHaveText(/得分\s*0\.00\s*2\.00/);
  await expect(item).not.toContainText('综合得分');
}
