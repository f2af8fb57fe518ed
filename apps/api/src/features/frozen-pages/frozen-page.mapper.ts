import { livePage, type FrozenPage, type LivePage } from '@gongping/contracts';
import type { findPage } from './frozen-page.repository.ts';

type Row = NonNullable<Awaited<ReturnType<typeof findPage>>>;

/** What the table keeps of a look at the live page beside its state and time. */
const liveDetail = livePage.omit({ state: true, checkedAt: true });

export function toFrozenPage(row: Row, evidence: { id: string; title: string }): FrozenPage {
  return {
    id: evidence.id,
    title: evidence.title,
    url: row.url,
    finalUrl: row.finalUrl,
    status: row.status,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.fileSha256,
    text: row.text,
    textSha256: row.textSha256,
    fetchedAt: row.fetchedAt.toISOString(),
    fetchedBy: row.fetchedByName,
    live: toLive(row),
  };
}

function toLive({ liveState, liveDetail: detail, checkedAt }: Row): LivePage | null {
  if (!liveState || !detail || !checkedAt) return null;
  const kept = liveDetail.parse(JSON.parse(detail));
  return { ...kept, state: liveState, checkedAt: checkedAt.toISOString() };
}

/** The columns that keep a look at the live page. */
export function toLiveColumns({ state, checkedAt, ...detail }: LivePage) {
  return { liveState: state, liveDetail: JSON.stringify(detail), checkedAt: new Date(checkedAt) };
}
