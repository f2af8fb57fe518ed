import type { Evidence } from '@gongping/contracts';
import { parseProblem } from '#lib/api/problem.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { CellPlace } from '../cell-editor.svelte.ts';
import { unreachable, type EvidenceOutcome } from '../score-client.ts';

export interface Upload {
  readonly done: Promise<EvidenceOutcome | null>;
  /** Breaks it off; `done` is then null. */
  cancel(): void;
}

/**
 * Sends a file of evidence and says how far it has come; `fetch` cannot report that, hence XMLHttpRequest.
 *
 * @param onprogress gets bytes sent and bytes in all
 */
export function uploadFile(
  to: CellPlace & { slug: string },
  content: { file: File; title: string; capturedAt: string },
  onprogress: (sent: number, total: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<EvidenceOutcome | null>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onprogress(loaded, total);
    request.onload = () => resolve(outcome(request));
    request.onerror = () => resolve({ ok: false, problem: unreachable });
    request.onabort = () => resolve(null);
  });
  const { slug, unit, indicator } = to;
  const cell = to.claim ? `self-assessments/${unit}/claims` : `score-sheets/${unit}/scores`;
  const form = new FormData();
  form.set('file', content.file);
  form.set('title', content.title);
  form.set('capturedAt', content.capturedAt);
  request.open('POST', `/api/v1/assessments/${slug}/${cell}/${indicator}/evidence/files`);
  request.setRequestHeader('accept-language', getLocale());
  request.send(form);
  return { done, cancel: () => request.abort() };
}

function outcome({ status, responseText }: XMLHttpRequest): EvidenceOutcome {
  if (status === 201) return { ok: true, evidence: JSON.parse(responseText) as Evidence };
  return { ok: false, problem: parseProblem(status, responseText) };
}
