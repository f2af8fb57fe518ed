import type { Assessment, CreatedUser, IssuedTokens } from '@gongping/contracts';
import { expect, test, type BrowserContext } from '@playwright/test';
import { startProduct, type RunningProduct } from '../support/server.ts';
import { signedIn } from './support/client.ts';
import { contextFor } from './support/context-for.ts';
import { account, past, present, published, reading, results, scoring } from './support/demo-pages.ts';
import { keepPage, startSite, type LocalSite } from './support/kept-page.ts';
import { sitePages } from './support/site-pages.ts';
import { walk, type WalkOptions } from './support/walk.ts';

const everyone = [
  '/',
  '/s/2021',
  '/s/2021/C04',
  '/s/2021/receipt?number=7K3D-9QXM-2A4F&unit=C04',
  published,
  `${published}?kind=department`,
  `${published}/units/C04`,
  `${published}/comments`,
  `${published}/changes?from=1`,
  `${published}/report`,
];
const requests = [`${present}/scoring/requests`, `${present}/scoring/requests/C01`];
const pages = {
  'demo-organiser': [
    ...account,
    ...scoring,
    ...results,
    ...reading,
    `${past}/report/city`,
    `${present}/appraisal/C04`,
    `${present}/appraisal/slips`,
    `${present}/appraisal/held`,
    `${present}/appraisal/questionnaire`,
    `${present}/appraisal/questionnaire/preview`,
    `${present}/appraisal/channels`,
    `${present}/appraisal/channels/open`,
    `${present}/appraisal/channels/deputies/issue`,
    `${present}/appraisal/paper/sheets`,
    ...requests,
    `${present}/scoring/not-applicable`,
    `${present}/scoring/calibration`,
    `${present}/board`,
    `${present}/checks`,
    `${present}/publish`,
    `${present}/settings`,
    `${present}/settings/assignments`,
    `${present}/settings/audit`,
    '/work/assessments/new',
    '/work/reports',
    '/work/reports/C07/2020?version=1',
    '/work/people',
    '/work/people/new',
    '/work/indicator-systems',
    '/work/calendar',
    '/work/mail',
    '/work/demonstration',
  ],
  'demo-evaluator1': [
    ...account,
    ...scoring,
    ...requests,
    `${present}/scoring/calibration`,
    `${present}/scoring/calibration/C01`,
  ],
} as const satisfies Record<string, readonly string[]>;

/** Pages of what the demonstration has not; the tests of these steps look at them. */
const lookedAtElsewhere = [
  '/p/{year}/annual-report/{version}',
  '/work/assessments/{slug}/feedback',
  '/work/assessments/{slug}/feedback/{unit}',
  '/work/assessments/{slug}/feedback/appeals',
  '/work/assessments/{slug}/feedback/appeals/{id}',
  '/work/assessments/{slug}/self-assessment',
  '/work/assessments/{slug}/self-assessment/{unit}',
  '/work/assessments/{slug}/scoring/agreement',
  '/work/assessments/{slug}/scoring/hand-ins',
  '/work/assessments/{slug}/scoring/arbitration',
  '/work/assessments/{slug}/scoring/arbitration/{unit}/{indicator}',
];

let product: RunningProduct;
let site: LocalSite;
/** The page of an invitation. */
let invited = '';
/** Where the page is that demo-evaluator1 has kept. */
let kept = '';
/** Shapes of the pages that were looked at. */
const looked = new Set<string>();

test.beforeAll(async () => {
  site = await startSite();
  product = await startProduct({ env: { FETCH_EXCEPTIONS: site.address } });
  kept = await keepPage(product.url, { username: 'demo-evaluator1', slug: '2021', address: site.address });
  await calibrateOn('C01');
  invited = await openChannels();
});
test.afterAll(async () => {
  await product.remove();
  site.server.close();
});

// Dozens of pages in one test, on a machine that runs another file's tests beside.
test.setTimeout(600_000);

test('everyone: every page without an account', async ({ browser }) => {
  const organiser = await signedIn(product.url, 'demo-organiser');
  const person = { username: 'new-evaluator', displayName: '新评估员', homeUnitId: null, grants: [] };
  const { link } = await organiser.ask<CreatedUser>({ method: 'POST', path: '/users', body: person });
  await expectNothingWrong(await contextFor(browser, product.url), {
    paths: [...everyone, '/sign-in', link.path],
    discover: '/',
    accessibility: ['desk', 'phone'],
  });
});

for (const [username, paths] of Object.entries(pages)) {
  test(`${username}: every page of the role`, async ({ browser }) => {
    const context = await contextFor(browser, product.url, { username });
    const accessibility = ['desk', 'phone'] as const;
    const more: Partial<Record<string, string>> = { 'demo-evaluator1': kept, 'demo-organiser': invited };
    const own = [...paths, ...[more[username] ?? []].flat()];
    await expectNothingWrong(context, { paths: own, discover: '/work', accessibility });
  });
}

test('no page of the site is left out', () => {
  const seen = [...looked, ...lookedAtElsewhere];
  expect(sitePages.filter((page) => !seen.includes(page))).toEqual([]);
});

/** The demonstration has an open link only; adds a channel of paper and one for invited people. */
async function openChannels(): Promise<string> {
  const organiser = await signedIn(product.url, 'demo-organiser');
  const path = '/assessments/2021/survey';
  const rules = { group: null, opensAt: null, closesAt: null, paused: false, quota: null, proof: false };
  for (const [code, kind, nameZh] of [
    ['sheets', 'paper', '纸质问卷'],
    ['deputies', 'invited', '人大代表'],
  ])
    await organiser.ask({
      method: 'POST',
      path: `${path}/channels`,
      body: { ...rules, code, kind, nameZh, nameEn: code },
    });
  const people = ['甲', '乙', '丙', '丁', '戊'].map((holder) => ({ holder, email: null, unit: null }));
  const body = { title: '市人大代表', channel: 'deputies', units: [], people };
  const { invitationId } = await organiser.ask<IssuedTokens>({
    method: 'POST',
    path: `${path}/invitations`,
    body,
  });
  return `${present}/appraisal/channels/deputies/${invitationId}`;
}

/** The demonstration has no calibration; its pages show one. */
async function calibrateOn(code: string): Promise<void> {
  const organiser = await signedIn(product.url, 'demo-organiser');
  const { units } = await organiser.read<Assessment>('/assessments/2021');
  const unitIds = units.filter((unit) => unit.code === code).map(({ id }) => id);
  const body = { expectedRevision: 0, unitIds, holds: false };
  await organiser.ask({ method: 'PUT', path: '/assessments/2021/calibration', body });
}

async function expectNothingWrong(context: BrowserContext, options: Omit<WalkOptions, 'url'>): Promise<void> {
  const { findings, shapes } = await walk(await context.newPage(), { url: product.url, ...options });
  for (const shape of shapes) looked.add(shape.split('?')[0] ?? shape);
  expect(findings).toEqual([]);
  await context.close();
}
