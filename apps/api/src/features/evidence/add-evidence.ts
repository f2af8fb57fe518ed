import type { Evidence, Language, newFileEvidence, newLinkEvidence } from '@gongping/contracts';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { invalidInput } from '../score-sheets/invalid-input.ts';
import type { EvidencePlace } from './evidence-place.ts';
import { recogniseFile } from './file-kind.ts';
import { cleanFilename } from './filename.ts';
import { forbiddenFile } from './forbidden-file.ts';
import { keepEvidence } from './keep-evidence.ts';

interface Asked {
  readonly language: Language;
  readonly requestId: string;
}

const noFile = { fileSha256: null, filename: null, mediaType: null, size: null, pageId: null };

/** @throws ProblemError `invalid-input`, and what closes the place */
export async function addLink(
  deps: Dependencies,
  actor: Actor,
  args: Asked & { place: EvidencePlace; link: z.infer<typeof newLinkEvidence> },
): Promise<Evidence> {
  const { title, url, capturedAt } = args.link;
  const content = { kind: 'link', title, url, ...noFile } as const;
  const moment = capturedMoment(deps, { capturedAt, language: args.language });
  return keepEvidence(deps, actor, { ...args, content, capturedAt: moment, bytes: null });
}

/**
 * Keeps a file as evidence, once by its content however often it is sent.
 * @param args.file what was sent; `name` is the sender's claim
 * @throws ProblemError as `addLink`, and `file-type` by what the bytes show
 */
export async function addFile(
  deps: Dependencies,
  actor: Actor,
  args: Asked & {
    place: EvidencePlace;
    fields: z.infer<typeof newFileEvidence>;
    file: { name: string; bytes: Buffer };
  },
): Promise<Evidence> {
  const { file, fields, language } = args;
  if (file.bytes.length === 0) throw invalidInput('file', 'file-empty', language);
  const kind = await recogniseFile(file.bytes);
  if (!kind.allowed) throw forbiddenFile(kind.found, language);
  const content = {
    kind: 'file',
    title: fields.title,
    url: null,
    fileSha256: createHash('sha256').update(file.bytes).digest('hex'),
    filename: cleanFilename(file.name, kind.ending),
    mediaType: kind.mediaType,
    size: file.bytes.length,
    pageId: null,
  } as const;
  const moment = capturedMoment(deps, { capturedAt: fields.capturedAt, language });
  return keepEvidence(deps, actor, { ...args, content, capturedAt: moment, bytes: file.bytes });
}

/** Clocks of the person's machine and ours may differ by this much. */
const clockTolerance = 5 * 60_000;

/** @throws ProblemError `invalid-input` where it lies in the future */
function capturedMoment(
  { clock }: Dependencies,
  { capturedAt, language }: { capturedAt: string; language: Language },
): Date {
  const moment = new Date(capturedAt);
  if (moment.getTime() > clock().getTime() + clockTolerance)
    throw invalidInput('capturedAt', 'captured-in-future', language);
  return moment;
}
