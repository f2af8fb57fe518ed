import type { Evidence, Language, newFileEvidence, newLinkEvidence } from '@gongping/contracts';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { holdScoring } from '../score-sheets/hold-scoring.ts';
import { invalidInput } from '../score-sheets/invalid-input.ts';
import { requireScoring } from '../score-sheets/scoring-phase.ts';
import { findOwnCell, openSheets } from '../score-sheets/sheets.access.ts';
import { toEvidence } from './evidence.mapper.ts';
import * as repository from './evidence.repository.ts';
import { recogniseFile } from './file-kind.ts';
import { storeFile } from './file.repository.ts';
import { cleanFilename } from './filename.ts';
import { forbiddenFile } from './forbidden-file.ts';

/** The cell that it is for, by the codes of its unit and leaf; and who asks how. */
interface CellContext {
  readonly slug: string;
  readonly unit: string;
  readonly indicator: string;
  readonly language: Language;
  readonly requestId: string;
}

/** @throws ProblemError `not-found` where the cell is not the person's, `wrong-phase`, `invalid-input` */
export async function addLink(
  deps: Dependencies,
  actor: Actor,
  args: CellContext & { link: z.infer<typeof newLinkEvidence> },
): Promise<Evidence> {
  const { title, url, capturedAt } = args.link;
  const content = { kind: 'link', title, url, fileSha256: null, ...noFile } as const;
  return addEvidence(deps, actor, { ...args, content, capturedAt, bytes: null });
}

const noFile = { filename: null, mediaType: null, size: null };

/**
 * Keeps a file as evidence, once by its content however often it is sent.
 * @param args.file what was sent; `name` is the sender's claim
 * @throws ProblemError as `addLink`, and `file-type` by what the bytes show
 */
export async function addFile(
  deps: Dependencies,
  actor: Actor,
  args: CellContext & {
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
  } as const;
  return addEvidence(deps, actor, { ...args, content, capturedAt: fields.capturedAt, bytes: file.bytes });
}

type Content = Pick<
  repository.NewEvidenceRow,
  'kind' | 'title' | 'url' | 'fileSha256' | 'filename' | 'mediaType' | 'size'
>;

/** Clocks of the evaluator's machine and ours may differ by this much. */
const clockTolerance = 5 * 60_000;

async function addEvidence(
  { db, clock }: Dependencies,
  actor: Actor,
  args: CellContext & { content: Content; capturedAt: string; bytes: Buffer | null },
): Promise<Evidence> {
  const { content, bytes, language, requestId } = args;
  const sheets = await openSheets(db, actor, args.slug);
  const { unit, leaf } = findOwnCell(sheets, args);
  const { assessment } = sheets;
  requireScoring(assessment.phase, language);
  const now = clock();
  const capturedAt = new Date(args.capturedAt);
  if (capturedAt.getTime() > now.getTime() + clockTolerance)
    throw invalidInput('capturedAt', 'captured-in-future', language);
  const row = {
    ...content,
    purpose: 'score' as const,
    pageId: null,
    id: newId(now),
    assessmentId: assessment.id,
    unitId: unit.id,
    indicatorId: leaf.row.id,
    capturedAt,
    addedAt: now,
    addedBy: actor.id,
  };
  const evidence = toEvidence({ ...row, removedAt: null, addedByName: actor.displayName });
  await db.transaction(async (tx) => {
    await holdScoring(tx, assessment.id, language);
    const sha256 = content.fileSha256;
    if (bytes && sha256) await storeFile(tx, { sha256, bytes, createdAt: now });
    await repository.insertEvidence(tx, row);
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'evidence.add',
      subject: `evidence ${unit.code}/${leaf.row.code}`,
      after: evidence,
      reason: '',
      requestId,
    });
  });
  return evidence;
}
