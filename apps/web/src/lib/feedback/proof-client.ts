import type { Evidence } from '@gongping/contracts';
import { browserApi } from '#lib/api/browser.ts';
import { problemOf } from '#lib/api/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { presentMoment } from '#lib/scoring/evidence/capture-time.ts';
import { titleOfFile } from '#lib/scoring/evidence/file-check.ts';

/** Where a unit's own evidence goes. */
export interface ProofPlace {
  readonly slug: string;
  readonly unit: string;
  readonly indicator: string;
  readonly purpose: 'appeal' | 'rectification';
}

const evidenceAt = () =>
  browserApi().assessments[':slug'].problems[':unit'][':indicator'][':purpose'].evidence;

/** Sends a file. @returns the sentence why it was refused, null where it was kept */
export function sendProofFile(place: ProofPlace, file: File): Promise<string | null> {
  const form = { file, title: titleOfFile(file.name), capturedAt: presentMoment() };
  return refusalOf(evidenceAt().files.$post({ param: place, form }));
}

/** As `sendProofFile`, for a link. */
export function sendProofLink(
  place: ProofPlace,
  link: { url: string; title: string },
): Promise<string | null> {
  const json = { ...link, capturedAt: presentMoment() };
  return refusalOf(evidenceAt().links.$post({ param: place, json }));
}

/** As `sendProofFile`; takes a piece back. */
export function dropProof(slug: string, { id }: Evidence): Promise<string | null> {
  return refusalOf(browserApi().assessments[':slug'].evidence[':id'].$delete({ param: { slug, id } }));
}

async function refusalOf(
  sent: Promise<{ ok: boolean; status: number; text(): Promise<string> }>,
): Promise<string | null> {
  try {
    const response = await sent;
    if (response.ok) return null;
    const { detail, errors } = await problemOf(response);
    return [detail, ...Object.values(errors)].filter((part) => part !== '').join(' ');
  } catch {
    return m.appeals_proof_unreachable();
  }
}
