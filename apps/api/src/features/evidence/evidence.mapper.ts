import type { Evidence } from '@gongping/contracts';
import type { EvidenceRow } from './evidence.repository.ts';

export function toEvidence(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    url: row.url,
    filename: row.filename,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.fileSha256,
    live:
      row.liveState && row.checkedAt
        ? { state: row.liveState, checkedAt: row.checkedAt.toISOString() }
        : null,
    capturedAt: row.capturedAt.toISOString(),
    addedAt: row.addedAt.toISOString(),
    addedBy: row.addedByName,
  };
}
