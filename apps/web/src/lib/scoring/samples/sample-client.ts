import type { Sample, SampleList } from '@gongping/contracts';
import { browserApi } from '#lib/api/browser.ts';
import { parseProblem, type Problem } from '#lib/api/problem.ts';
import type { CellPlace } from '../cell-editor.svelte.ts';
import { unreachable } from '../score-client.ts';

export type SampleOutcome =
  | { readonly ok: true; readonly sample: Sample }
  /** `current`: the newer sample, where somebody else's, or another window's, came first. */
  | { readonly ok: false; readonly problem: Problem; readonly current?: Sample };

export interface Drawing {
  readonly title: string;
  readonly population: string[];
  readonly size: number;
}

/** The samples of a unit; null where they cannot be read. */
export async function readSamples(slug: string, unit: string): Promise<SampleList | null> {
  try {
    const { samples } = browserApi().assessments[':slug']['score-sheets'][':unit'];
    const response = await samples.$get({ param: { slug, unit } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

export async function drawSample(slug: string, place: CellPlace, json: Drawing): Promise<SampleOutcome> {
  const { samples } = browserApi().assessments[':slug']['score-sheets'][':unit'].scores[':indicator'];
  return outcome(() => samples.$post({ param: { slug, ...place }, json }));
}

export async function writeSample(slug: string, sample: Sample): Promise<SampleOutcome> {
  const items = sample.items.map(({ finding, remark }) => ({ finding, remark }));
  const json = { expectedRevision: sample.revision, items };
  const route = browserApi().assessments[':slug'].samples[':id'];
  return outcome(() => route.$put({ param: { slug, id: sample.id }, json }, { init: { keepalive: true } }));
}

/** Sets a sample aside; null where that worked. */
export async function discardSample(slug: string, id: string, reason: string): Promise<Problem | null> {
  try {
    const { discard } = browserApi().assessments[':slug'].samples[':id'];
    const response = await discard.$post({ param: { slug, id }, json: { reason } });
    return response.ok ? null : parseProblem(response.status, await (response as Response).text());
  } catch {
    return unreachable;
  }
}

/** Lists to draw from; none where they cannot be read. */
export async function readPopulations() {
  try {
    const response = await browserApi()['sample-populations'].$get();
    return response.ok ? (await response.json()).populations : [];
  } catch {
    return [];
  }
}

async function outcome(
  call: () => Promise<{ ok: boolean; status: number; json(): Promise<unknown>; text(): Promise<string> }>,
): Promise<SampleOutcome> {
  try {
    const response = await call();
    if (response.ok) return { ok: true, sample: (await response.json()) as Sample };
    const text = await response.text();
    const problem = parseProblem(response.status, text);
    if (problem.code !== 'stale') return { ok: false, problem };
    return { ok: false, problem, current: (JSON.parse(text) as { current: Sample }).current };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
