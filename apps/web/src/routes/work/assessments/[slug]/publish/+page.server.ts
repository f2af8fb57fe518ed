import { fail } from '@sveltejs/kit';
import type { BlockingFinding, Ranking, ReportArchive } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { problemOf } from '#lib/api/problem.ts';
import { firstFindings } from '#lib/checks/blocking-findings.ts';
import {
  closeScoring,
  publishResults,
  reopenScoring,
  type StepAnswer,
} from '#lib/publication/publish/publish-actions.ts';
import { versionsOf } from '#lib/report/load-report.ts';
import type { Actions, PageServerLoad } from './$types';

/** Findings listed where they keep the results from being published; the page of the checks has all of them. */
const findingsShown = 5;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { api } = locals;
  const call = { param: { slug: params.slug } };
  const round = api.assessments[':slug'];
  const [current, open, versions, survey] = await Promise.all([
    answer(round.$get(call)),
    answer(round['open-points'].$get(call)),
    versionsOf(api, params.slug),
    // The survey is only mentioned: without it the page is still whole.
    answer(round.survey.$get(call)).catch(() => null),
  ]);
  const final = current.phase === 'final';
  const published = versions[0];
  const [live, before, severe, waiting, archives] = await Promise.all([
    final ? liveRanking(api, params.slug) : null,
    final && published ? publishedRanking(api, published) : null,
    final ? openSevere(api, params.slug) : { count: 0, first: [] },
    final && survey ? waitingAnswers(api, params.slug) : { held: 0, comments: 0 },
    current.phase === 'published' && published ? reportArchives(api, published) : [],
  ]);
  return {
    round: { slug: current.slug, title: current.title, phase: current.phase, unitCount: current.unitCount },
    points: open.points,
    versions,
    surveyOpenUntil: survey?.status === 'open' ? survey.closesAt : null,
    live,
    before,
    severe,
    waiting,
    archives,
  };
};

/** The ranking as it would be published, or the sentence why there is none. */
async function liveRanking(
  api: ApiClient,
  slug: string,
): Promise<{ ranking: Ranking | null; problem: string }> {
  const response = await api.assessments[':slug'].results.$get({ param: { slug } });
  if (response.ok) return { ranking: await response.json(), problem: '' };
  return { ranking: null, problem: (await problemOf(response)).detail };
}

/** Severe findings of the standing checks that are open: nothing is published before they are settled. */
async function openSevere(
  api: ApiClient,
  slug: string,
): Promise<{ count: number; first: BlockingFinding[] }> {
  const query = { state: 'open', severity: 'severe', limit: String(findingsShown) } as const;
  const report = await answer(api.assessments[':slug'].checks.$get({ param: { slug }, query }));
  return { count: report.counts.severe, first: firstFindings(slug, report, findingsShown) };
}

/** Answers of the public that somebody has still to look at. */
async function waitingAnswers(api: ApiClient, slug: string): Promise<{ held: number; comments: number }> {
  const { survey } = api.assessments[':slug'];
  const [held, comments] = await Promise.all([
    answer(survey.held.$get({ param: { slug }, query: { state: 'held' } })),
    answer(survey.comments.$get({ param: { slug }, query: { state: 'open' } })),
  ]);
  return { held: held.total, comments: comments.total };
}

/** Reports of all units that are made, or have been. */
async function reportArchives(
  api: ApiClient,
  { slug, version }: { slug: string; version: number },
): Promise<ReportArchive[]> {
  const param = { slug, version: String(version) };
  const call = api.assessments[':slug'].publications[':version']['report-archives'].$get({ param });
  return (await answer(call)).archives;
}

async function publishedRanking(api: ApiClient, { slug, version }: { slug: string; version: number }) {
  const param = { year: slug, version: String(version) };
  const { ranking } = await answer(api.publications[':year'][':version'].$get({ param }));
  return { version, units: ranking.units };
}

const shown = (result: StepAnswer) => (result.done ? result : fail(result.status, result));

export const actions: Actions = {
  close: async ({ locals, params, request }) =>
    shown(await closeScoring(locals.api, params.slug, await request.formData())),
  reopen: async ({ locals, params, request }) =>
    shown(await reopenScoring(locals.api, params.slug, await request.formData())),
  publish: async ({ locals, params, request }) =>
    shown(await publishResults(locals.api, params.slug, await request.formData())),
};
