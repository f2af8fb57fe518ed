import type { AssignmentMatrix, Publication } from '@gongping/contracts';
import { formatDecimal } from '@gongping/scoring';
import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { startProduct } from '../support/server.ts';
import { client } from './support/client.ts';
import { acceptLink, addPerson, becomeAdministrator, newcomer, sessionOf } from './whole-job/people.ts';
import { download, rowInDocument, scoreBundle, totalInCsv } from './whole-job/published-total.ts';
import { readSheet, scoreTheRest } from './whole-job/score-by-api.ts';
import { byHand, expectSaved, goToLeaf, openSheet, scoreByHand } from './whole-job/score-in-browser.ts';
import { assignEvenly, createAssessment, openScoring, work } from './whole-job/set-up.ts';
import { answerOnPhone, answerThroughApi } from './whole-job/survey.ts';
import { open } from './support/open.ts';

// From an empty database to the Word document, on a machine that runs another file's tests beside.
test.setTimeout(600_000);

test('from an empty database to the annual report, with one total everywhere', async ({ browser }) => {
  const product = await startProduct({ env: { DEMO: '0', TRUSTED_PROXIES: '127.0.0.1' } });
  const { url } = product;
  try {
    const organiser = await newcomer(browser);
    await test.step('the first administrator sets the assessment up', async () => {
      await becomeAdministrator(organiser, product.output());
      await createAssessment(organiser, url);
    });

    const add = async (username: string, displayName: string, role: string) =>
      acceptLink(browser, await addPerson(organiser, url, { username, displayName, role }));
    const evaluators = {
      '评估员 陈一帆': await add('evaluator1', '评估员 陈一帆', 'evaluator'),
      '评估员 李思源': await add('evaluator2', '评估员 李思源', 'evaluator'),
    };
    const leader = await add('leader', '领导 张弘毅', 'leader');
    await test.step('scores are assigned and opened', async () => {
      await assignEvenly(organiser, url);
      await openScoring(organiser, url);
    });

    const matrix = await (
      await sessionOf(organiser, url)
    ).read<AssignmentMatrix>('/assessments/2020/assignments');
    const evaluatorOf = (unit: string) => {
      const unitId = matrix.units.find(({ code }) => code === unit)?.id;
      const id = matrix.cells.find((cell) => cell.unitId === unitId)?.evaluatorId;
      const name = matrix.evaluators.find((one) => one.id === id)?.displayName;
      const found = Object.entries(evaluators).find(([displayName]) => displayName === name)?.[1];
      if (!found) throw new Error(`nobody scores ${unit}`);
      return found;
    };

    await test.step('evaluators score, each method by hand and the rest through the API', async () => {
      const first = evaluatorOf('C04');
      await openSheet(first.page, url, 'C04');
      await scoreByHand(first.page);
      const session = await sessionOf(first, url);
      await expect
        .poll(async () => {
          const { scores } = await readSheet(session, 'C04');
          return scores.filter(({ indicator, state, missing }) => {
            return byHand.includes(indicator) && (state === 'unscored' || missing.length > 0);
          });
        })
        .toEqual([]);
      await scoreTheRest(session, 'C04');
      await scoreTheRest(await sessionOf(evaluatorOf('C06'), url), 'C06', ['B1-2']);
      await scoreTheRest(await sessionOf(evaluatorOf('D02'), url), 'D02');
    });

    await test.step('the public answers, on phones with and without scripts', async () => {
      const receipts = [
        await answerOnPhone(browser, url, { unit: '天元区', scripts: true }),
        await answerOnPhone(browser, url, { unit: '天元区', scripts: false }),
      ];
      expect(new Set(receipts).size).toBe(2);
      await answerThroughApi(url, { unit: 'C04', count: 10, value: 100 });
      await answerThroughApi(url, { unit: 'C06', count: 10, value: 80 });
      await answerThroughApi(url, { unit: 'D02', count: 10, value: 60 });
    });

    await test.step('the organiser sees what is open, and closes when nothing is', async () => {
      const { page } = organiser;
      await open(page, `${url}${work}/publish`);
      await expect(page.getByText('评分进行中，还有 1 项未评分。')).toBeVisible();
      await page.getByRole('main').getByText('攸县').click();
      await expect(page.getByRole('main').getByRole('link', { name: /^B1-2/ })).toBeVisible();

      const last = evaluatorOf('C06').page;
      await openSheet(last, url, 'C06');
      const leaf = await goToLeaf(last, 'B1-2');
      await last.keyboard.press('1');
      await expect(leaf.getByRole('status')).toHaveText('1.00');
      await expectSaved(last);

      await page.reload();
      await expect(page.getByText('各项均已评分，可以结束评分。')).toBeVisible();
      await page.getByRole('button', { name: '结束评分' }).click();
      // A leaf that somebody called not applicable waits for the organiser, and holds the publication.
      await expect(page.getByText('评分已结束。还有严重问题须先处理，然后才能公布。')).toBeVisible();
      await open(page, `${url}${work}/scoring/not-applicable`);
      await page.getByRole('checkbox', { name: /A4-6/ }).check();
      await page.getByRole('textbox', { name: '理由' }).fill('已核对');
      await page.getByRole('button', { name: '批准所选' }).click();
      await expect(page.getByText('已批准 1 项。')).toBeVisible();
      await open(page, `${url}${work}/publish`);
      await expect(page.getByText('评分已结束。核对结果无误后即可公布。')).toBeVisible();
      await page.getByRole('button', { name: '公布结果' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '公布结果' }).click();
      await expect(page.getByText(/第 1 版已于.*公布/)).toBeVisible();
    });

    const { ranking } = await client(url).read<Publication>('/publications/2020/1');
    const total = ranking.units.find(({ code }) => code === 'C04')?.total ?? 0;
    const printed = formatDecimal(total, 2);
    await test.step('one total: screens, API, CSV, command line, Word', async () => {
      expect(String(total)).toMatch(/^\d+\.\d{3,}$/);

      await open(leader.page, `${url}${work}/results?kind=county`);
      await expect(leader.page.getByRole('row', { name: /天元区/ }).first()).toContainText(printed);

      const reader = await newcomer(browser);
      const { page } = reader;
      await open(page, `${url}/p/2020/1?kind=county`);
      await expect(page.getByRole('row', { name: /天元区/ }).first()).toContainText(printed);

      const csv = await download(page, page.getByRole('link', { name: 'results.csv' }));
      expect(totalInCsv(await readFile(csv, 'utf8'), 'C04')).toBe(String(total));
      const bundle = await download(page, page.getByRole('link', { name: 'publication.zip' }));
      expect(totalInCsv(await scoreBundle(bundle), 'C04')).toBe(String(total));

      await open(page, `${url}/p/2020/1/units/C04`);
      await expect(page.getByText(printed, { exact: true }).first()).toBeVisible();
      await open(page, `${url}/p/2020/1/report`);
      await expect(page.getByRole('row', { name: /天元区/ })).toContainText(printed);
      const document = await download(page, page.getByRole('link', { name: '下载 Word 文档' }));
      expect(await rowInDocument(document, '天元区')).toContain(printed);
    });
  } finally {
    await product.remove();
  }
});
