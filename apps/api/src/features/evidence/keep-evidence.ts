import type { Evidence, Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { toEvidence } from './evidence.mapper.ts';
import { requireRoom } from './evidence-room.ts';
import { evidenceSubject, type EvidencePlace } from './evidence-place.ts';
import * as repository from './evidence.repository.ts';
import { storeFile } from './file.repository.ts';

/** What a piece of evidence is, apart from where it is and who added it. */
export type EvidenceContent = Pick<
  repository.NewEvidenceRow,
  'kind' | 'title' | 'url' | 'fileSha256' | 'filename' | 'mediaType' | 'size' | 'pageId'
>;

/**
 * Puts a piece of evidence in its place, with its audit entry.
 * @param args.bytes of a file that may not be stored yet
 * @throws ProblemError what closes the place, `evidence-full`
 */
export async function keepEvidence(
  { db, clock, evidenceLimits }: Dependencies,
  actor: Actor,
  args: {
    place: EvidencePlace;
    content: EvidenceContent;
    capturedAt: Date;
    bytes: Buffer | null;
    /** What the evidence refers to, written once its file is there. */
    also?: (tx: Database) => Promise<void>;
    language: Language;
    requestId: string;
  },
): Promise<Evidence> {
  const { place, content, bytes } = args;
  const now = clock();
  const row = {
    ...content,
    purpose: place.purpose,
    id: newId(now),
    assessmentId: place.assessmentId,
    unitId: place.unit.id,
    indicatorId: place.leaf.id,
    capturedAt: args.capturedAt,
    addedAt: now,
    addedBy: actor.id,
  };
  const stored = { ...row, removedAt: null, addedByName: actor.displayName };
  const evidence = toEvidence({ ...stored, liveState: null, checkedAt: null });
  const room = { place, content, limits: evidenceLimits, language: args.language };
  await db.transaction(async (tx) => {
    await place.hold(tx);
    await requireRoom(tx, room);
    const sha256 = content.fileSha256;
    if (bytes && sha256) await storeFile(tx, { sha256, bytes, createdAt: now });
    await args.also?.(tx);
    await repository.insertEvidence(tx, row);
    await appendAudit(tx, {
      scope: place.assessmentId,
      at: now,
      actor,
      action: 'evidence.add',
      subject: evidenceSubject(place),
      after: evidence,
      reason: '',
      requestId: args.requestId,
    });
    // The audit chain lets one writer through at a time: what others added meanwhile is seen now.
    await requireRoom(tx, room);
  });
  return evidence;
}
