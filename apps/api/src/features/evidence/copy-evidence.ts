import type { Evidence, Language } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { visibleEvidence } from './evidence-keepers.ts';
import { toEvidence } from './evidence.mapper.ts';
import type { EvidencePlace } from './evidence-place.ts';
import * as repository from './evidence.repository.ts';
import { keepEvidence } from './keep-evidence.ts';

/**
 * Makes a piece that the person sees, for whatever purpose, evidence in another place of the same unit. A file stays
 * stored once. Where the person has put the same there already, that is the answer.
 *
 * @throws ProblemError `not-found` where the piece is not the person's to see or of another unit
 */
export async function copyEvidence(
  deps: Dependencies,
  actor: Actor,
  args: { slug: string; id: string; place: EvidencePlace; language: Language; requestId: string },
): Promise<Evidence> {
  const { place } = args;
  const source = await visibleEvidence(deps.db, actor, args);
  if (source.unitId !== place.unit.id) throw new ProblemError('not-found');
  const there = await repository.listEvidence(deps.db, place.assessmentId, {
    purpose: place.purpose,
    unitIds: [place.unit.id],
    indicatorIds: [place.leaf.id],
  });
  const same = there.find((row) => row.addedBy === actor.id && holdsSame(row, source));
  if (same) return toEvidence(same);
  const { kind, title, url, fileSha256, filename, mediaType, size, pageId, capturedAt } = source;
  const content = { kind, title, url, fileSha256, filename, mediaType, size, pageId };
  return keepEvidence(deps, actor, { ...args, content, capturedAt, bytes: null });
}

function holdsSame(one: repository.EvidenceRow, other: repository.EvidenceRow): boolean {
  return (
    one.kind === other.kind &&
    one.url === other.url &&
    one.fileSha256 === other.fileSha256 &&
    one.pageId === other.pageId
  );
}
