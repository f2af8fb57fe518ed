import { expect, test } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { open } from './support/open.ts';
import { closeScoring, ruleCase } from './whole-procedure/arbitrate.ts';
import { scoreBlindly } from './whole-procedure/blind-scoring.ts';
import { answerProblems, appealAndRule } from './whole-procedure/feed-back.ts';
import { publishRound, readNotices } from './whole-procedure/hand-out.ts';
import { loseSession, loseThePhase, saveInTwoTabs } from './whole-procedure/interruptions.ts';
import { base, browse, expectSound, gather, unit, type People } from './whole-procedure/people.ts';
import { assignBoth, enterPhase, grantRoles, planRound } from './whole-procedure/plan.ts';
import { scoreOneself, takeProofOver } from './whole-procedure/self-assess.ts';

let product: RunningProduct;
let people: People;

test.setTimeout(240_000);
// One round, from the plan to the publication: each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  people = await gather(browser, product.url);
});
test.afterAll(() => product.remove());

test('the organiser plans a round with every step, and opens the self-assessment', async () => {
  const { organiser, api } = people;
  await planRound(organiser);
  await grantRoles(api.organiser);
  await assignBoth(organiser);
  await expectSound(organiser);
  await enterPhase(organiser, '进入自评阶段', '自评');
});

test('the liaison scores its unit with proof, hands in, takes back and hands in again', () =>
  scoreOneself(people));

test('an evaluator takes the proof of a claim over', () => takeProofOver(people));

test('two tabs on one score: the second sees both values and chooses, nothing is lost', () =>
  saveInTwoTabs(people));

test('the session ends while somebody types: the text is there after signing in, and is sent', () =>
  loseSession(people));

test('the phase closes while somebody types: a sentence says so, and the text stays', () =>
  loseThePhase(people));

test('two raters score at once, blind to each other until both have handed in', () => scoreBlindly(people));

test('the reviewer sees both sides and rules with a reason', () => ruleCase(people));

test('the organiser sees agreement, gives a family back, and closes scoring and arbitration', () =>
  closeScoring(people));

test('at feedback the unit reads its problems, is asked to put one right, and answers', () =>
  answerProblems(people));

test('the unit appeals with proof; what a ruling does is seen before, and so it is after', () =>
  appealAndRule(people));

test('notices say what the screen says, one as DOCX and PDF, all as a zip', () => readNotices(people));

test('the round is final and published; the public page has the total of the ruling', ({ browser }) =>
  publishRound(people, browser, product.url));

test('everything has its English', async ({ browser }) => {
  const organiser = await browse(browser, product.url, { username: 'demo-organiser', locale: 'en' });
  for (const path of ['/scoring/arbitration', '/feedback', `/feedback/${unit.code}`, '/feedback/appeals']) {
    await open(organiser, base + path);
    await expectSound(organiser);
  }
  await expect(organiser.getByText('Upheld', { exact: true })).toBeVisible();
});
