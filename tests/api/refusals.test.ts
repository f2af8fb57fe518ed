import { buildOpenApiDocument } from '@gongping/api';
import { type Problem, type Role, role } from '@gongping/contracts';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Call, type Person } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

/** Every route, with the access it declares. */
interface Route {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly access: 'public' | 'signed-in' | readonly Role[];
  readonly takesJson: boolean;
}

/**
 * How a row that is not there, or not the asker's, is asked for. `slug`: the route is below an assessment, and
 * somebody with the right role in another assessment asks. `unit`: besides, an evaluator of the same assessment who
 * does not score the unit. `unknown`: the id or address names nothing. `none`: the route names no row.
 */
type Foreign = 'slug' | 'unit' | 'unknown' | 'none';

/** The table. A route that is not in it fails the first test. */
const table: Record<string, Foreign> = {
  'GET /session': 'none',
  'POST /session': 'none',
  'DELETE /session': 'none',
  'GET /sessions': 'none',
  'DELETE /sessions': 'none',
  'DELETE /sessions/{id}': 'unknown',
  'PUT /session/password': 'none',
  'GET /session/contact': 'none',
  'PUT /session/contact': 'none',
  'GET /inbox': 'none',
  'GET /inbox/unread': 'none',
  'POST /inbox/read': 'none',
  'GET /mail': 'none',
  'PUT /mail/templates': 'none',
  'GET /users': 'none',
  'POST /users': 'none',
  'PATCH /users/{id}': 'unknown',
  'POST /users/{id}/one-time-link': 'unknown',
  'GET /setup/{token}': 'unknown',
  'POST /setup/{token}': 'unknown',
  'GET /demonstration': 'none',
  'DELETE /demonstration': 'none',
  'GET /audit': 'none',
  'GET /audit/export.csv': 'none',
  'GET /audit/export.jsonl': 'none',
  'GET /calendar/years': 'none',
  'GET /calendar/years/{year}': 'none',
  'PUT /calendar/years/{year}': 'none',
  'PUT /calendar/days/{day}': 'none',
  'GET /units': 'none',
  'POST /units': 'none',
  'PATCH /units/{id}': 'unknown',
  'GET /indicator-systems': 'none',
  'GET /indicator-systems/{id}': 'unknown',
  'DELETE /indicator-systems/{id}': 'unknown',
  'POST /indicator-systems/{id}/drafts': 'unknown',
  'POST /indicator-systems/{id}/edits': 'unknown',
  'POST /indicator-systems/{id}/freeze': 'unknown',
  'GET /indicator-systems/{id}/checks': 'unknown',
  'GET /indicator-systems/{id}/differences/{from}': 'unknown',
  'GET /indicator-systems/{id}/tables.xlsx': 'unknown',
  'GET /indicator-systems/{id}/tables.zip': 'unknown',
  'POST /indicator-systems/imports': 'none',
  'GET /assessments/{slug}/simulations/{system}': 'slug',
  'GET /assessments': 'none',
  'POST /assessments': 'none',
  'GET /assessments/defaults': 'none',
  'POST /assessments/effective-marks': 'none',
  'GET /assessments/{slug}': 'slug',
  'PUT /assessments/{slug}': 'slug',
  'POST /assessments/{slug}/phase': 'slug',
  'POST /assessments/{slug}/phase/extension': 'slug',
  'GET /assessments/{slug}/names': 'slug',
  'GET /assessments/{slug}/progress': 'slug',
  'GET /assessments/{slug}/board': 'slug',
  'POST /assessments/{slug}/reminders': 'slug',
  'GET /assessments/{slug}/phases': 'slug',
  'GET /assessments/{slug}/audit': 'slug',
  'GET /assessments/{slug}/audit/verification': 'slug',
  'GET /assessments/{slug}/audit/export.csv': 'slug',
  'GET /assessments/{slug}/audit/export.jsonl': 'slug',
  'GET /assessments/{slug}/checks': 'slug',
  'POST /assessments/{slug}/checks/links': 'slug',
  'POST /assessments/{slug}/checks/acceptances': 'slug',
  'POST /assessments/{slug}/checks/acceptances/withdrawal': 'slug',
  'GET /assessments/{slug}/assignments': 'slug',
  'PUT /assessments/{slug}/assignments': 'slug',
  'POST /assessments/{slug}/assignments/fill': 'slug',
  'GET /assessments/{slug}/score-sheets': 'slug',
  'GET /assessments/{slug}/score-sheets/{unit}': 'unit',
  'GET /assessments/{slug}/indicator-sheets/{indicator}': 'slug',
  'PUT /assessments/{slug}/score-sheets/{unit}/scores/{indicator}': 'unit',
  'GET /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/history': 'unit',
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/links': 'unit',
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/files': 'unit',
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/copies': 'unit',
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/pages': 'unit',
  'GET /assessments/{slug}/evidence/{id}/page': 'unit',
  'POST /assessments/{slug}/evidence/{id}/page/check': 'unit',
  'DELETE /assessments/{slug}/evidence/{id}': 'unit',
  'GET /assessments/{slug}/score-sheets/{unit}/report-proposals': 'unit',
  'GET /assessments/{slug}/indicator-sheets/{indicator}/report-proposals': 'slug',
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/report': 'unit',
  'GET /sample-populations': 'none',
  'GET /assessments/{slug}/score-sheets/{unit}/samples': 'unit',
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/samples': 'unit',
  'PUT /assessments/{slug}/samples/{id}': 'unit',
  'POST /assessments/{slug}/samples/{id}/discard': 'unit',
  'GET /assessments/{slug}/evidence/{id}/file': 'unit',
  'GET /assessments/{slug}/self-assessments': 'slug',
  'GET /assessments/{slug}/self-assessments/{unit}': 'slug',
  'POST /assessments/{slug}/self-assessments/{unit}/submission': 'slug',
  'DELETE /assessments/{slug}/self-assessments/{unit}/submission': 'slug',
  'POST /assessments/{slug}/self-assessments/{unit}/reopening': 'slug',
  'GET /assessments/{slug}/score-sheets/{unit}/claims': 'unit',
  'GET /assessments/{slug}/indicator-sheets/{indicator}/claims': 'slug',
  'PUT /assessments/{slug}/self-assessments/{unit}/claims/{indicator}': 'slug',
  'POST /assessments/{slug}/self-assessments/{unit}/claims/{indicator}/evidence/links': 'slug',
  'POST /assessments/{slug}/self-assessments/{unit}/claims/{indicator}/evidence/files': 'slug',
  'POST /assessments/{slug}/self-assessments/{unit}/claims/{indicator}/evidence/copies': 'slug',
  'GET /assessments/{slug}/problems': 'slug',
  'GET /assessments/{slug}/problems/{unit}': 'unit',
  'PUT /assessments/{slug}/problems/{unit}/{indicator}/rectification': 'unit',
  'PUT /assessments/{slug}/problems/{unit}/{indicator}/rectification/answer': 'slug',
  'POST /assessments/{slug}/problems/{unit}/{indicator}/{purpose}/evidence/links': 'slug',
  'POST /assessments/{slug}/problems/{unit}/{indicator}/{purpose}/evidence/files': 'slug',
  'POST /assessments/{slug}/problems/{unit}/{indicator}/appeals': 'slug',
  'GET /assessments/{slug}/notices': 'slug',
  'GET /assessments/{slug}/notices/{unit}': 'slug',
  'GET /assessments/{slug}/appeals': 'slug',
  'GET /assessments/{slug}/appeals/{id}': 'slug',
  'DELETE /assessments/{slug}/appeals/{id}': 'slug',
  'POST /assessments/{slug}/appeals/{id}/preview': 'slug',
  'POST /assessments/{slug}/appeals/{id}/ruling': 'slug',
  'GET /assessments/{slug}/score-sheets/{unit}/ratings': 'unit',
  'POST /assessments/{slug}/score-sheets/{unit}/hand-in': 'unit',
  'POST /assessments/{slug}/score-sheets/{unit}/hand-in/withdrawal': 'slug',
  'GET /assessments/{slug}/hand-ins': 'slug',
  'GET /assessments/{slug}/agreement': 'slug',
  'GET /assessments/{slug}/calibration': 'slug',
  'PUT /assessments/{slug}/calibration': 'slug',
  'POST /assessments/{slug}/calibration/closing': 'slug',
  'POST /assessments/{slug}/calibration/submission': 'slug',
  'PUT /assessments/{slug}/calibration/guidance/{indicator}': 'slug',
  'GET /assessments/{slug}/calibration/sheets/{unit}': 'slug',
  'PUT /assessments/{slug}/calibration/sheets/{unit}/entries/{indicator}': 'slug',
  'GET /assessments/{slug}/not-applicable': 'slug',
  'POST /assessments/{slug}/not-applicable/decisions': 'slug',
  'GET /assessments/{slug}/arbitration': 'slug',
  'GET /assessments/{slug}/arbitration/{unit}/{indicator}': 'slug',
  'PUT /assessments/{slug}/arbitration/{unit}/{indicator}': 'slug',
  'POST /assessments/{slug}/self-assessments/{unit}/claims/{indicator}/evidence/pages': 'slug',
  'GET /assessments/{slug}/mystery-requests': 'slug',
  'GET /assessments/{slug}/mystery-requests/{unit}': 'unit',
  'POST /assessments/{slug}/mystery-requests/{unit}': 'unit',
  'PUT /assessments/{slug}/mystery-requests/{unit}/{id}': 'unit',
  'DELETE /assessments/{slug}/mystery-requests/{unit}/{id}': 'unit',
  'POST /assessments/{slug}/mystery-requests/{unit}/proposals/{indicator}': 'unit',
  'PUT /assessments/{slug}/request-terms': 'slug',
  'GET /public/surveys': 'none',
  'GET /public/surveys/{slug}': 'unknown',
  'POST /public/surveys/{slug}/responses': 'unknown',
  'POST /public/surveys/{slug}/pages': 'unknown',
  'GET /assessments/{slug}/survey': 'slug',
  'PUT /assessments/{slug}/survey': 'slug',
  'GET /assessments/{slug}/survey/questionnaire': 'slug',
  'PUT /assessments/{slug}/survey/questionnaire/draft': 'slug',
  'POST /assessments/{slug}/survey/questionnaire/use': 'slug',
  'POST /assessments/{slug}/survey/questionnaire/discard': 'slug',
  'POST /assessments/{slug}/survey/questionnaire/template': 'slug',
  'POST /assessments/{slug}/survey/questionnaire/imports': 'slug',
  'GET /assessments/{slug}/survey/questionnaire/file.json': 'slug',
  'GET /assessments/{slug}/survey/questionnaire/file.xlsx': 'slug',
  'GET /assessments/{slug}/appraisal': 'slug',
  'GET /assessments/{slug}/survey/comments': 'slug',
  'PUT /assessments/{slug}/survey/comments/{id}': 'slug',
  'GET /assessments/{slug}/survey/dashboard': 'slug',
  'GET /assessments/{slug}/survey/answers.csv': 'slug',
  'GET /assessments/{slug}/survey/answers-dictionary.csv': 'slug',
  'GET /assessments/{slug}/survey/margins': 'slug',
  'PUT /assessments/{slug}/survey/margins': 'slug',
  'GET /assessments/{slug}/survey/held': 'slug',
  'POST /assessments/{slug}/survey/held/decisions': 'slug',
  'POST /assessments/{slug}/survey/held/decisions/{id}/undo': 'slug',
  'GET /assessments/{slug}/survey/channels': 'slug',
  'POST /assessments/{slug}/survey/channels': 'slug',
  'PUT /assessments/{slug}/survey/channel-order': 'slug',
  'PUT /assessments/{slug}/survey/channels/{channel}': 'slug',
  'POST /assessments/{slug}/survey/channels/{channel}/address': 'slug',
  'POST /assessments/{slug}/survey/invitation-lists': 'slug',
  'GET /assessments/{slug}/survey/paper/{channel}': 'slug',
  'POST /assessments/{slug}/survey/paper/{channel}/sheets': 'slug',
  'GET /assessments/{slug}/survey/paper/{channel}/sheets/{sheet}': 'slug',
  'POST /assessments/{slug}/survey/paper/{channel}/sheets/{sheet}/settlement': 'slug',
  'GET /assessments/{slug}/survey/channels/{channel}/mails': 'slug',
  'POST /assessments/{slug}/survey/channels/{channel}/mails': 'slug',
  'POST /assessments/{slug}/survey/invitations/{id}/mails': 'slug',
  'GET /assessments/{slug}/survey/paper': 'slug',
  'GET /assessments/{slug}/survey/invitations': 'slug',
  'POST /assessments/{slug}/survey/invitations': 'slug',
  'GET /assessments/{slug}/survey/invitations/{id}': 'slug',
  'POST /assessments/{slug}/survey/invitations/{id}/withdrawal': 'slug',
  'POST /assessments/{slug}/survey/invitations/{id}/reissue': 'slug',
  'GET /assessments/{slug}/results': 'slug',
  'GET /assessments/{slug}/results/units/{unit}': 'slug',
  'GET /assessments/{slug}/robustness': 'slug',
  'GET /assessments/{slug}/open-points': 'slug',
  'POST /assessments/{slug}/publications': 'slug',
  'GET /unit-reports': 'none',
  'GET /unit-reports/board.csv': 'none',
  'GET /unit-reports/board.xlsx': 'none',
  'POST /unit-reports/reminders': 'none',
  'PUT /report-terms/{year}': 'unknown',
  'GET /unit-reports/{unit}/{year}': 'unknown',
  'PUT /unit-reports/{unit}/{year}/draft': 'unknown',
  'GET /unit-reports/{unit}/{year}/workbook.xlsx': 'unknown',
  'POST /unit-reports/{unit}/{year}/reading': 'unknown',
  'DELETE /unit-reports/{unit}/{year}/reading': 'unknown',
  'POST /unit-reports/{unit}/{year}/reading/adoption': 'unknown',
  'POST /unit-reports/{unit}/{year}/versions': 'unknown',
  'GET /unit-reports/{unit}/{year}/versions/{version}': 'unknown',
  'GET /unit-reports/{unit}/{year}/versions/{version}/file': 'unknown',
  'GET /unit-reports/{unit}/{year}/versions/{version}/workbook.xlsx': 'unknown',
  'GET /publications': 'none',
  'GET /publications/{year}/{version}': 'unknown',
  'GET /publications/{year}/{version}/units/{unit}': 'unknown',
  'GET /publications/{year}/{version}/robustness': 'unknown',
  'GET /publications/{year}/{version}/comments': 'unknown',
  'GET /publications/{year}/{version}/results.csv': 'unknown',
  'GET /publications/{year}/{version}/results.json': 'unknown',
  'GET /publications/{year}/{version}/scores.csv': 'unknown',
  'GET /publications/{year}/{version}/social.csv': 'unknown',
  'GET /publications/{year}/{version}/comments.csv': 'unknown',
  'GET /publications/{year}/{version}/bundle.zip': 'unknown',
  'GET /publications/{year}/{version}/changes': 'unknown',
  'GET /publications/feed.xml': 'none',
  'GET /publications/{year}/{version}/totals.csv': 'unknown',
  'GET /publications/{year}/{version}/dictionary.csv': 'unknown',
  'GET /publications/{year}/{version}/snapshot.json': 'unknown',
  'GET /publications/{year}/{version}/publication.zip': 'unknown',
  'GET /assessments/{slug}/publications/{version}/report-archives': 'slug',
  'POST /assessments/{slug}/publications/{version}/report-archives': 'slug',
  'DELETE /assessments/{slug}/publications/{version}/report-archives/{id}': 'slug',
  'GET /assessments/{slug}/publications/{version}/report-archives/{id}/reports.zip': 'slug',
  'GET /publications/{year}/{version}/report.docx': 'unknown',
  'GET /publications/{year}/{version}/report.pdf': 'unknown',
  'GET /publications/{year}/{version}/units/{unit}/report.docx': 'unknown',
  'GET /publications/{year}/{version}/units/{unit}/report.pdf': 'unknown',
  'GET /publications/{year}/{version}/report-passage': 'unknown',
  'GET /publications/{year}/{version}/report-passage.docx': 'unknown',
  'GET /city-reports/{year}': 'none',
  'PUT /city-reports/{year}/draft': 'none',
  'POST /city-reports/{year}/renewals': 'none',
  'GET /city-reports/{year}/department-sums': 'none',
  'POST /city-reports/{year}/previous': 'none',
  'DELETE /city-reports/{year}/previous': 'none',
  'GET /city-reports/{year}/preview': 'none',
  'GET /city-reports/{year}/draft.html': 'none',
  'GET /city-reports/{year}/draft.docx': 'none',
  'GET /city-reports/{year}/draft.pdf': 'none',
  'GET /city-reports/{year}/draft.xlsx': 'none',
  'GET /city-reports/{year}/draft.json': 'none',
  'POST /city-reports/{year}/publications': 'none',
  'GET /annual-reports': 'none',
  'GET /annual-reports/{year}/{version}': 'unknown',
  'GET /annual-reports/{year}/{version}/report.html': 'unknown',
  'GET /annual-reports/{year}/{version}/report.docx': 'unknown',
  'GET /annual-reports/{year}/{version}/report.pdf': 'unknown',
  'GET /annual-reports/{year}/{version}/report.xlsx': 'unknown',
  'GET /annual-reports/{year}/{version}/report.json': 'unknown',
  'GET /annual-reports/{year}/{version}/sealed.json': 'unknown',
};

const routes = readRoutes();
const bench = useBench();
let round: Round;
let evidenceId: string;
let surveySlug: string;
/** Somebody for each role, with that role in the round. */
let insiders: Record<Role, Person>;
/** Somebody for each role, with that role in another round only. */
let outsiders: Record<Role, Person>;

beforeAll(async () => {
  round = await createRound(bench);
  const other = await createRound(bench);
  insiders = {
    organiser: round.organiser,
    evaluator: round.evaluator,
    reviewer: round.reviewer,
    leader: round.leader,
    liaison: round.liaison,
  };
  const made = await Promise.all(
    role.options.map(async (name): Promise<[Role, Person]> => {
      const unitId = name === 'liaison' ? other.unit('C01').id : null;
      return [name, await bench.person([{ role: name, assessmentId: other.assessmentId, unitId }])];
    }),
  );
  outsiders = Object.fromEntries(made) as Record<Role, Person>;
  const link = { title: '首页截图', url: 'https://example.com/', capturedAt: bench.clock.now.toISOString() };
  const added = await round.evaluator.call(
    'POST',
    `/assessments/${round.slug}/score-sheets/C01/scores/A1-1/evidence/links`,
    link,
  );
  expect(added.status).toBe(201);
  evidenceId = ((await added.json()) as { id: string }).id;
  const survey = await round.organiser.call('GET', `/assessments/${round.slug}/survey`);
  surveySlug = ((await survey.json()) as { slug: string }).slug;
});

describe('the table of refusals', () => {
  it('has every route, and no route that is gone', () => {
    expect(Object.keys(table).sort()).toEqual(routes.map(({ key }) => key).sort());
  });

  it('is of what the product describes to anybody', async () => {
    const described = await bench.anonymous('GET', '/api/v1/openapi.json');
    expect(await described.json()).toEqual(buildOpenApiDocument());
  });
});

for (const route of routes) {
  const { access, key } = route;
  const foreign = table[key] ?? 'none';

  describe(`refusals of ${key}`, () => {
    if (access === 'public' && foreign === 'none' && !route.takesJson) {
      it('answers somebody without an account', async () => {
        expect((await ask(bench.anonymous, route)).ok).toBe(true);
      });
    }

    if (access !== 'public') {
      it('refuses somebody who is not signed in', async () => {
        await expectProblem(await ask(bench.anonymous, route), 401, 'not-signed-in');
      });
    }

    if (typeof access !== 'string') {
      it('refuses every role it is not for', async () => {
        for (const name of role.options.filter((each) => !access.includes(each))) {
          await expectProblem(await ask(insiders[name].call, route), 403, 'forbidden');
        }
      });
    }

    if (foreign === 'slug' || foreign === 'unit') {
      it('looks empty from another assessment', async () => {
        for (const name of typeof access === 'string' ? role.options : access) {
          await expectProblem(await ask(outsiders[name].call, route), 404, 'not-found');
        }
      });
    }

    if (foreign === 'unit') {
      it('looks empty to an evaluator of another unit', async () => {
        await expectProblem(await ask(round.secondEvaluator.call, route), 404, 'not-found');
      });
    }

    if (foreign === 'unknown') {
      it('says so where nothing has that name', async () => {
        const isLink = route.path.startsWith('/setup/');
        const response = await ask(callOf(route), route);
        await expectProblem(response, isLink ? 410 : 404, isLink ? 'link-unusable' : 'not-found');
      });
    }

    if (route.takesJson) {
      it('refuses a body that is no JSON, of another type, of another shape, or too large', async () => {
        const send = (body: unknown, headers = {}) =>
          callOf(route)(route.method, existing(route), body, headers);
        await expectProblem(await send('{"half":'), 400, 'bad-request');
        const text = await send('a=1', { 'content-type': 'text/plain' });
        await expectProblem(text, 415, 'unsupported-media-type');
        const problem = await expectProblem(await send(['not', 'an', 'object']), 422, 'invalid-input');
        expect(problem.errors?.length).toBeGreaterThan(0);
        await expectProblem(await send({ text: 'x'.repeat(1024 * 1024) }), 413, 'body-too-large');
      });
    }
  });
}

const link = { title: '首页', url: 'https://example.com/', capturedAt: '2020-10-01T00:00:00Z' };
const nothingScored = { expectedRevision: 0, state: 'unscored', input: null, reason: '' };
const copied = { evidenceId: '01900000-0000-7000-8000-000000000001' };

const accepted = { check: 'same-for-all', subjects: ['A1-1#0'], reason: '已核实' };

const mysteryEntry = {
  kind: 'request',
  channel: 'online',
  identity: '市民',
  subject: '申请',
  sentOn: '2020-09-01',
  refusedOn: null,
  receivedOn: null,
  correctionAskedOn: null,
  correctedOn: null,
  consultedOn: null,
  consultationEndedOn: null,
  extendedOn: null,
  repliedOn: null,
  form: null,
  note: '',
};

const emptyDraft = {
  title: { zh: '', en: '' },
  introduction: { zh: '', en: '' },
  minutes: 3,
  groupQuestion: '',
  contact: null,
  sections: [],
  questions: [],
};

/** Bodies that pass the checks of shape, so that only the row can be what is refused. */
const channelSettings = {
  nameZh: '大厅平板',
  nameEn: 'Tablet in the hall',
  group: null,
  opensAt: null,
  closesAt: null,
  paused: false,
  quota: null,
  proof: false,
};
const validBodies: Record<string, unknown> = {
  'PATCH /users/{id}': { displayName: '李明' },
  'POST /setup/{token}': { username: 'somebody', displayName: '李明', password: 'a long enough password' },
  'PATCH /units/{id}': { category: '行政机关' },
  'POST /indicator-systems/{id}/edits': { expectedRevision: 1, edit: { op: 'retire', code: 'A' } },
  'POST /indicator-systems/{id}/freeze': { expectedRevision: 1, reason: '下一年度' },
  'POST /assessments/{slug}/phase': { to: 'final', reason: '', acceptUnscored: false },
  'POST /assessments/{slug}/phase/extension': { end: '2020-12-31', reason: '材料未齐' },
  'POST /assessments/{slug}/assignments/fill': { by: 'unit', replace: false },
  'POST /assessments/{slug}/publications': { reason: '' },
  'POST /assessments/{slug}/publications/{version}/report-archives': { format: 'docx' },
  'POST /assessments/{slug}/reminders': { unitIds: [randomUUID()], evaluatorIds: [], text: '请尽快提交。' },
  'PUT /assessments/{slug}/score-sheets/{unit}/scores/{indicator}': nothingScored,
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/links': link,
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/copies': copied,
  'POST /assessments/{slug}/self-assessments/{unit}/submission': { reason: '' },
  'POST /assessments/{slug}/self-assessments/{unit}/reopening': { reason: '材料有误', lastDay: null },
  'PUT /assessments/{slug}/self-assessments/{unit}/claims/{indicator}': nothingScored,
  'POST /assessments/{slug}/self-assessments/{unit}/claims/{indicator}/evidence/links': link,
  'POST /assessments/{slug}/self-assessments/{unit}/claims/{indicator}/evidence/copies': copied,
  'POST /assessments/{slug}/checks/links': { before: '2020-10-01T00:00:00Z' },
  'POST /assessments/{slug}/checks/acceptances': accepted,
  'POST /assessments/{slug}/checks/acceptances/withdrawal': accepted,
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/samples': {
    title: '领域',
    population: ['义务教育', '就业'],
    size: 1,
  },
  'PUT /assessments/{slug}/samples/{id}': { expectedRevision: 1, items: [] },
  'POST /assessments/{slug}/samples/{id}/discard': { reason: '清单有误' },
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/pages': {
    url: 'http://127.0.0.1/',
    title: '',
  },
  'POST /assessments/{slug}/self-assessments/{unit}/claims/{indicator}/evidence/pages': {
    url: 'http://127.0.0.1/',
    title: '',
  },
  'PUT /assessments/{slug}/problems/{unit}/{indicator}/rectification': {
    expectedRevision: 0,
    request: '补齐要素',
    dueOn: null,
  },
  'PUT /assessments/{slug}/problems/{unit}/{indicator}/rectification/answer': {
    expectedRevision: 1,
    answer: '已补齐',
  },
  'POST /assessments/{slug}/problems/{unit}/{indicator}/{purpose}/evidence/links': {
    title: '首页',
    url: 'https://example.com/',
    capturedAt: '2020-10-01T00:00:00Z',
  },
  'POST /assessments/{slug}/problems/{unit}/{indicator}/appeals': { statement: '材料已公开' },
  'POST /assessments/{slug}/appeals/{id}/preview': {
    state: 'not_applicable',
    input: null,
    reason: '无此职能',
  },
  'POST /assessments/{slug}/appeals/{id}/ruling': {
    expectedRevision: 1,
    outcome: 'rejected',
    text: '维持原评分',
    score: null,
  },
  'POST /assessments/{slug}/score-sheets/{unit}/hand-in': {},
  'POST /assessments/{slug}/score-sheets/{unit}/hand-in/withdrawal': { family: 'A', slot: 1, reason: '重评' },
  'PUT /assessments/{slug}/calibration': { expectedRevision: 0, unitIds: [], holds: false },
  'POST /assessments/{slug}/calibration/closing': { reason: '' },
  'PUT /assessments/{slug}/calibration/guidance/{indicator}': { expectedRevision: 0, note: '口径' },
  'PUT /assessments/{slug}/calibration/sheets/{unit}/entries/{indicator}': nothingScored,
  'POST /assessments/{slug}/not-applicable/decisions': {
    outcome: 'approved',
    cells: [{ unit: 'C01', indicator: 'A1-1', revision: 1 }],
  },
  'PUT /assessments/{slug}/arbitration/{unit}/{indicator}': {
    expectedRevision: 0,
    state: 'not_applicable',
    input: null,
    reason: '不适用',
  },
  'POST /assessments/{slug}/mystery-requests/{unit}': { entry: mysteryEntry },
  'PUT /assessments/{slug}/mystery-requests/{unit}/{id}': { expectedRevision: 1, entry: mysteryEntry },
  'POST /assessments/{slug}/mystery-requests/{unit}/proposals/{indicator}': {
    expectedRevision: 0,
    messages: null,
  },
  'PUT /assessments/{slug}/request-terms': {
    reply: 20,
    extension: 20,
    correction: 7,
    thirdParty: 15,
    enquiry: 5,
  },
  'PUT /assessments/{slug}/survey': {
    expectedRevision: 1,
    title: '问卷',
    opensAt: '2020-10-01T00:00:00Z',
    closesAt: '2020-11-01T00:00:00Z',
  },
  'POST /assessments/{slug}/score-sheets/{unit}/scores/{indicator}/evidence/report': { version: 1 },
  'PUT /report-terms/{year}': { county: null, department: null },
  'PUT /unit-reports/{unit}/{year}/draft': {
    expectedRevision: 0,
    content: { table2: {}, table3: {}, table4: {}, text: {} },
    url: null,
    publishedOn: null,
  },
  'POST /unit-reports/{unit}/{year}/reading/adoption': { expectedRevision: 0, sha256: '0'.repeat(64) },
  'POST /unit-reports/{unit}/{year}/versions': { expectedRevision: 0, reason: '' },
  'PUT /assessments/{slug}/survey/questionnaire/draft': { expectedRevision: 0, draft: emptyDraft },
  'POST /assessments/{slug}/survey/questionnaire/use': { expectedRevision: 0 },
  'POST /assessments/{slug}/survey/questionnaire/discard': { expectedRevision: 0 },
  'POST /assessments/{slug}/survey/questionnaire/template': { expectedRevision: 0 },
  'POST /assessments/{slug}/survey/channels': { ...channelSettings, code: 'hall', kind: 'staffed' },
  'POST /assessments/{slug}/survey/paper/{channel}/sheets': { sheet: '1', unit: 'C01', answers: {} },
  'POST /assessments/{slug}/survey/paper/{channel}/sheets/{sheet}/settlement': { unit: 'C01', answers: {} },
  'PUT /assessments/{slug}/survey/channel-order': { codes: ['open'] },
  'PUT /assessments/{slug}/survey/channels/{channel}': { ...channelSettings, expectedRevision: 1 },
  'POST /assessments/{slug}/survey/invitations': {
    title: '人大代表',
    channel: 'deputies',
    units: [],
    people: [{ holder: '', email: null, unit: null }],
  },
  'POST /assessments/{slug}/survey/invitations/{id}/withdrawal': { tokens: ['A'.repeat(43)] },
  'POST /assessments/{slug}/survey/invitations/{id}/reissue': { tokens: ['A'.repeat(43)] },
  'POST /assessments/{slug}/survey/channels/{channel}/mails': { to: 'unsent', language: 'zh' },
  'POST /assessments/{slug}/survey/invitations/{id}/mails': { tokens: ['A'.repeat(43)], language: 'zh' },
  'POST /public/surveys/{slug}/responses': { unit: 'C01', answers: {} },
  'PUT /assessments/{slug}/survey/comments/{id}': { question: 'Q12', redacted: '', published: false },
  'PUT /assessments/{slug}/survey/margins': { expectedRevision: 1, margins: null },
  'POST /assessments/{slug}/survey/held/decisions': {
    decision: 'count',
    reason: '核实无误',
    filter: { state: 'held' },
  },
  'POST /public/surveys/{slug}/pages': {},
};

/** Asks with real names for the row where there is one, and with a body that passes the checks of shape. */
function ask(call: Call, route: Route): Promise<Response> {
  const takesBody = route.method === 'PUT' || route.method === 'POST' || route.method === 'PATCH';
  return call(route.method, concrete(route), takesBody ? validBody(route) : undefined);
}

function validBody(route: Route): unknown {
  if (route.path.endsWith('/files')) return fileForm();
  if (route.path.endsWith('/questionnaire/imports')) return questionnaireForm();
  if (route.path.endsWith('/reading')) return fileForm();
  if (route.path.endsWith('/previous')) return previousForm();
  if (route.path.endsWith('/invitation-lists')) return listForm();
  return validBodies[route.key] ?? lateBody(route);
}

function fileForm(): FormData {
  const form = new FormData();
  form.set('title', '首页截图');
  form.set('capturedAt', '2020-10-01T00:00:00Z');
  form.set('file', new File(['%PDF-1.4'], 'page.pdf'));
  return form;
}

function previousForm(): FormData {
  const form = new FormData();
  form.set('publishedOn', '2020-03-31');
  form.set('file', new File(['{}'], 'report.json'));
  return form;
}

function questionnaireForm(): FormData {
  const form = new FormData();
  form.set('expectedRevision', '0');
  form.set('file', new File(['{}'], 'questionnaire.json'));
  return form;
}

function listForm(): FormData {
  const form = new FormData();
  form.set('text', '张三,,C01');
  return form;
}

/** Bodies that need the round. */
function lateBody(route: Route): unknown {
  if (route.path === '/assessments/{slug}') {
    return { expectedRevision: round.assessment.revision, settings: round.assessment.settings };
  }
  const [unit] = round.units;
  return { cells: [{ unitId: unit?.id, family: 'A', evaluatorId: null }] };
}

function concrete({ path }: Route): string {
  const below = path.startsWith('/assessments/');
  return path
    .replace('{slug}', below ? round.slug : 'no-such-survey')
    .replace('{unit}', 'C01')
    .replace('{indicator}', 'A1-1')
    .replace('{purpose}', 'appeal')
    .replace('{year}', path.startsWith('/city-reports/') ? '2024' : '1999')
    .replace('{version}', '1')
    .replace('{system}', randomUUID())
    .replace('{day}', '2020-10-01')
    .replace('{token}', 'no-such-token')
    .replace('{channel}', 'open')
    .replace('{sheet}', '1')
    .replace('{id}', below ? evidenceId : randomUUID());
}

/** The same for a survey that is there: its body is looked at only then. */
function existing(route: Route): string {
  return concrete(route).replace('no-such-survey', surveySlug);
}

/** Somebody who may call the route. */
function callOf({ access }: Route): Call {
  if (access === 'public') return bench.anonymous;
  if (access === 'signed-in') return insiders.leader.call;
  const [first] = access;
  return first ? insiders[first].call : bench.anonymous;
}

async function expectProblem(response: Response, status: number, code: string): Promise<Problem> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = JSON.parse(text) as Problem;
  expect(problem).toMatchObject({ status, code, requestId: response.headers.get('x-request-id') });
  expect(problem.detail.length).toBeGreaterThan(5);
  return problem;
}

function readRoutes(): Route[] {
  const document = buildOpenApiDocument() as {
    paths: Record<
      string,
      Record<string, { 'x-access': Route['access']; requestBody?: { content: Record<string, unknown> } }>
    >;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      key: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      access: operation['x-access'],
      takesJson: 'application/json' in (operation.requestBody?.content ?? {}),
    })),
  );
}
