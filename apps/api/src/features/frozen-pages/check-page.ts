import type { LivePage, PageCheck } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { FetchError } from '../../outbound/fetch-failure.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { compareLines } from './compare-lines.ts';
import { fetchPage, type FetchedPage } from './fetched-page.ts';
import { toFrozenPage, toLiveColumns } from './frozen-page.mapper.ts';
import * as repository from './frozen-page.repository.ts';
import { countPage } from './page-limit.ts';
import { visiblePage } from './read-page.ts';

const noLines = { removed: [], added: [] };

/**
 * Looks at the live page beside the kept one: the same, changed, or gone. What was kept stays as it is; what was found
 * is kept with it, and is in the audit log where it differs from what was found before.
 *
 * @throws ProblemError `not-found` as `readPage`, `too-many-attempts`
 */
export async function checkPage(
  { db, clock, fetch, limits }: Dependencies,
  actor: Actor,
  wanted: { slug: string; id: string; requestId: string },
): Promise<PageCheck> {
  const { evidence, row } = await visiblePage(db, actor, wanted);
  await countPage(limits.pages, actor.id);
  const found = await lookAt(() => fetchPage(fetch, row.url));
  const lines = found.page && answers(found.page.status) ? compareLines(row.text, found.page.text) : noLines;
  const live: LivePage = {
    state: stateOf(row, found),
    checkedAt: clock().toISOString(),
    added: lines.added.length,
    removed: lines.removed.length,
    status: found.page?.status ?? null,
    failure: found.failure,
  };
  const columns = toLiveColumns(live);
  await db.transaction(async (tx) => {
    await repository.updateLive(tx, row.id, columns);
    if (row.liveState === live.state) return;
    await appendAudit(tx, {
      scope: row.assessmentId,
      at: new Date(live.checkedAt),
      actor,
      action: 'page.check',
      subject: `page ${row.url}`,
      before: row.liveState,
      after: live,
      reason: '',
      requestId: wanted.requestId,
    });
  });
  return {
    page: toFrozenPage({ ...row, ...columns }, evidence),
    live: found.page && { title: found.page.title, text: found.page.text },
    removedLines: lines.removed,
    addedLines: lines.added,
  };
}

interface Found {
  readonly page: FetchedPage | null;
  readonly failure: LivePage['failure'];
}

async function lookAt(fetch: () => Promise<FetchedPage | null>): Promise<Found> {
  try {
    const page = await fetch();
    // What was a page and is now of a kind that nobody keeps cannot be compared.
    return { page, failure: page === null ? 'broken' : null };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { page: null, failure: error.failure };
  }
}

const answers = (status: number) => status < 400;

function stateOf(kept: repository.FrozenPageRow, { page }: Found): LivePage['state'] {
  if (page === null) return 'gone';
  if (!answers(page.status)) return answers(kept.status) ? 'gone' : 'same';
  if (!answers(kept.status)) return 'changed';
  // Pages carry clocks, counters and tokens in what is not read; files have no text and are compared whole.
  const same =
    kept.text === '' && page.text === ''
      ? kept.fileSha256 === page.fileSha256
      : kept.textSha256 === page.textSha256;
  return same ? 'same' : 'changed';
}
