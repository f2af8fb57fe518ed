import type { Evidence, Score, ScoreWrite } from '@gongping/contracts';
import { browserApi } from '#lib/api/browser.ts';
import { parseProblem, type Problem } from '#lib/api/problem.ts';
import type { CellPlace, WriteOutcome } from './cell-editor.svelte.ts';
import type { Write } from './judge.ts';

type Writer = (place: CellPlace, write: Write, expectedRevision: number) => Promise<WriteOutcome>;
// keepalive: what was typed last still arrives when the page is closed.
const lasting = { init: { keepalive: true } };

/** Writes one score of an assessment. Never throws: whatever happens is an outcome. */
export function scoreWriter(slug: string): Writer {
  return ({ unit, indicator }, write, expectedRevision) => {
    const scores = browserApi().assessments[':slug']['score-sheets'][':unit'].scores[':indicator'];
    const json = bodyOf(write, expectedRevision);
    return outcomeOf(scores.$put({ param: { slug, unit, indicator }, json }, lasting));
  };
}

/** As `scoreWriter`, for what a unit says of itself. */
export function claimWriter(slug: string): Writer {
  return ({ unit, indicator }, write, expectedRevision) => {
    const claims = browserApi().assessments[':slug']['self-assessments'][':unit'].claims[':indicator'];
    const json = bodyOf(write, expectedRevision);
    return outcomeOf(claims.$put({ param: { slug, unit, indicator }, json }, lasting));
  };
}

/** As `scoreWriter`, for what an evaluator gives a reference unit. */
export function calibrationWriter(slug: string): Writer {
  return ({ unit, indicator }, write, expectedRevision) => {
    const { entries } = browserApi().assessments[':slug'].calibration.sheets[':unit'];
    const json = bodyOf(write, expectedRevision);
    return outcomeOf(entries[':indicator'].$put({ param: { slug, unit, indicator }, json }, lasting));
  };
}

function bodyOf(write: Write, expectedRevision: number): ScoreWrite {
  return { ...write, input: write.input as ScoreWrite['input'], expectedRevision };
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

async function outcomeOf(asked: Promise<Answer>): Promise<WriteOutcome> {
  try {
    const response = await asked;
    if (response.ok) return { kind: 'saved', score: (await response.json()) as Score };
    return refusalOf(response.status, await (response as Response).text());
  } catch {
    return { kind: 'unreachable' };
  }
}

function refusalOf(status: number, text: string): WriteOutcome {
  if (status === 401) return { kind: 'signed-out' };
  if (status >= 500 || status === 429) return { kind: 'unreachable' };
  const problem = parseProblem(status, text);
  const current = problem.code === 'stale' ? currentScore(text) : null;
  if (current !== null) return { kind: 'stale', current };
  return { kind: 'refused', refusal: problem };
}

/** The newer score that comes with a stale write's refusal. */
function currentScore(text: string): Score | null {
  const { current } = JSON.parse(text) as { current?: Score };
  return current ?? null;
}

export type EvidenceOutcome =
  { readonly ok: true; readonly evidence: Evidence } | { readonly ok: false; readonly problem: Problem };

export async function addLink(
  slug: string,
  place: CellPlace,
  link: { title: string; url: string; capturedAt: string },
): Promise<EvidenceOutcome> {
  const { unit, indicator } = place;
  const sent = { param: { slug, unit, indicator }, json: link };
  const { links } = place.claim ? claimEvidence() : scoreEvidence();
  return evidenceOutcome(links.$post(sent));
}

/** Makes a piece that the unit has elsewhere, the proof of its claim for example, evidence of the leaf too. */
export async function copyEvidence(
  slug: string,
  place: CellPlace,
  evidenceId: string,
): Promise<EvidenceOutcome> {
  const { unit, indicator } = place;
  const sent = { param: { slug, unit, indicator }, json: { evidenceId } };
  const { copies } = place.claim ? claimEvidence() : scoreEvidence();
  return evidenceOutcome(copies.$post(sent));
}

/** Makes the report that the unit has filed evidence of the leaf. */
export async function attachReport(
  slug: string,
  { unit, indicator }: CellPlace,
  version: number,
): Promise<EvidenceOutcome> {
  const sent = { param: { slug, unit, indicator }, json: { version } };
  return evidenceOutcome(scoreEvidence().report.$post(sent));
}

const scoreEvidence = () =>
  browserApi().assessments[':slug']['score-sheets'][':unit'].scores[':indicator'].evidence;
const claimEvidence = () =>
  browserApi().assessments[':slug']['self-assessments'][':unit'].claims[':indicator'].evidence;

async function evidenceOutcome(asked: Promise<Answer>): Promise<EvidenceOutcome> {
  try {
    const response = await asked;
    if (response.ok) return { ok: true, evidence: (await response.json()) as Evidence };
    return { ok: false, problem: parseProblem(response.status, await (response as Response).text()) };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

/** Has the server fetch a page and keep it. `signal` breaks it off. */
export async function keepPage(
  slug: string,
  place: CellPlace,
  { signal, ...json }: { title: string; url: string; signal: AbortSignal },
): Promise<EvidenceOutcome> {
  const { unit, indicator } = place;
  const { pages } = place.claim ? claimEvidence() : scoreEvidence();
  return evidenceOutcome(pages.$post({ param: { slug, unit, indicator }, json }, { init: { signal } }));
}

/** What is entered for the unit of a leaf, scores or its own claims, with its evidence; null where it cannot be read. */
export async function sheetOf(slug: string, { unit, claim }: CellPlace): Promise<readonly Score[] | null> {
  const param = { slug, unit };
  const round = browserApi().assessments[':slug'];
  try {
    if (claim) {
      const response = await round['self-assessments'][':unit'].$get({ param });
      return response.ok ? (await response.json()).claims : null;
    }
    const response = await round['score-sheets'][':unit'].$get({ param });
    return response.ok ? (await response.json()).scores : null;
  } catch {
    return null;
  }
}

/** Takes evidence off; null where that worked. */
export async function removeEvidence(slug: string, id: string): Promise<Problem | null> {
  try {
    const response = await browserApi().assessments[':slug'].evidence[':id'].$delete({ param: { slug, id } });
    if (response.ok) return null;
    return parseProblem(response.status, await (response as Response).text());
  } catch {
    return unreachable;
  }
}

export async function scoreHistory(slug: string, place: CellPlace) {
  const { unit, indicator } = place;
  const { history } = browserApi().assessments[':slug']['score-sheets'][':unit'].scores[':indicator'];
  const response = await history.$get({ param: { slug, unit, indicator } });
  return response.ok ? (await response.json()).entries : null;
}

/** Where a file of evidence is; `inline` shows what a browser can show. */
export function evidenceFileHref(slug: string, id: string): string {
  return `/api/v1/assessments/${slug}/evidence/${id}/file?inline=1`;
}

/** Where a kept page is shown beside the live one. */
export function keptPageHref(slug: string, id: string): string {
  return `/work/assessments/${slug}/evidence/${id}`;
}

/** Status 0: no answer came, and no sentence with it. */
export const unreachable: Problem = { status: 0, code: 'unreachable', detail: '', errors: {} };
