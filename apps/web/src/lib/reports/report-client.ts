import type { ReportDraftWrite, ReportVersion, UnitReport } from '@gongping/contracts';
import { browserApi } from '#lib/api/browser.ts';
import { parseProblem, type Problem } from '#lib/api/problem.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { unreachable } from '#lib/scoring/score-client.ts';

/** Which report: the unit's code and the year. */
export interface ReportPlace {
  readonly unit: string;
  readonly year: number;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  /** `current`: the newer report, where somebody else's, or another window's, came first. */
  | { readonly ok: false; readonly problem: Problem; readonly current: UnitReport | null };

const route = () => browserApi()['unit-reports'][':unit'][':year'];
const paramOf = ({ unit, year }: ReportPlace) => ({ unit, year: String(year) });

export function saveDraft(place: ReportPlace, json: ReportDraftWrite): Promise<Outcome<UnitReport>> {
  return outcome(() =>
    // What was typed last still arrives when the page is closed.
    route().draft.$put({ param: paramOf(place), json }, { init: { keepalive: isSmall(json) } }),
  );
}

export function takeReading(
  place: ReportPlace,
  json: { expectedRevision: number; sha256: string },
): Promise<Outcome<UnitReport>> {
  return outcome(() => route().reading.adoption.$post({ param: paramOf(place), json }));
}

export async function leaveReading(place: ReportPlace): Promise<Problem | null> {
  const done = await outcome(() => route().reading.$delete({ param: paramOf(place) }));
  return done.ok ? null : done.problem;
}

export function handIn(
  place: ReportPlace,
  json: { expectedRevision: number; reason: string },
): Promise<Outcome<ReportVersion>> {
  return outcome(() => route().versions.$post({ param: paramOf(place), json }));
}

/** Browsers send no more than 64 KB from a page that is gone. */
function isSmall(json: ReportDraftWrite): boolean {
  return JSON.stringify(json).length < 20_000;
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
  text(): Promise<string>;
}

async function outcome<T>(call: () => Promise<Answer>): Promise<Outcome<T>> {
  try {
    const response = await call();
    if (response.ok) {
      return { ok: true, value: (response.status === 204 ? null : await response.json()) as T };
    }
    const text = await response.text();
    return refusal(response.status, text);
  } catch {
    return { ok: false, problem: unreachable, current: null };
  }
}

function refusal(status: number, text: string): { ok: false; problem: Problem; current: UnitReport | null } {
  const problem = parseProblem(status, text);
  const current =
    problem.code === 'stale' ? ((JSON.parse(text) as { current?: UnitReport }).current ?? null) : null;
  return { ok: false, problem, current };
}

export interface ReadingUpload {
  readonly done: Promise<Outcome<UnitReport> | null>;
  /** Breaks it off; `done` is then null. */
  cancel(): void;
}

/** Sends a file to be read and says how far it has come, which `fetch` cannot. */
export function uploadReport(
  { unit, year }: ReportPlace,
  file: File,
  onprogress: (share: number) => void,
): ReadingUpload {
  const request = new XMLHttpRequest();
  const done = new Promise<Outcome<UnitReport> | null>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      resolve(
        request.status === 200
          ? { ok: true, value: JSON.parse(request.responseText) as UnitReport }
          : refusal(request.status, request.responseText),
      );
    request.onerror = () => resolve({ ok: false, problem: unreachable, current: null });
    request.onabort = () => resolve(null);
  });
  const form = new FormData();
  form.set('file', file);
  request.open('POST', `/api/v1/unit-reports/${unit}/${year}/reading`);
  request.setRequestHeader('accept-language', getLocale());
  request.send(form);
  return { done, cancel: () => request.abort() };
}
