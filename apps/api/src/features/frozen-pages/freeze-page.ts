import type { Evidence, Language, newPageEvidence } from '@gongping/contracts';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import type { EvidencePlace } from '../evidence/evidence-place.ts';
import { cleanFilename } from '../evidence/filename.ts';
import { keepEvidence } from '../evidence/keep-evidence.ts';
import { fetchPage } from './fetched-page.ts';
import { notKept, wrongKindOfPage } from './fetch-sentences.ts';
import { insertPage } from './frozen-page.repository.ts';
import { countPage } from './page-limit.ts';

/** As wide as titles are kept. */
const longestTitle = 200;

/**
 * Fetches a public page and keeps it as evidence: bytes, text, hashes and the time. Pages that answer with an error are
 * kept too: a column that is not there is a finding.
 *
 * @throws ProblemError `page-not-kept`, `too-many-attempts`, and what closes the place
 */
export async function freezePage(
  deps: Dependencies,
  actor: Actor,
  args: {
    place: EvidencePlace;
    page: z.infer<typeof newPageEvidence>;
    language: Language;
    requestId: string;
  },
): Promise<Evidence> {
  const { place, page, language } = args;
  await countPage(deps.limits.pages, actor.id);
  const fetched = await fetchPage(deps.fetch, page.url).catch((error: unknown) => {
    throw notKept(error, language);
  });
  if (fetched === null) throw wrongKindOfPage(language);
  // The moment it was fetched, which is before it is stored.
  const fetchedAt = deps.clock();
  const { bytes, ending, ...kept } = fetched;
  const title =
    page.title || fetched.title.slice(0, longestTitle).toWellFormed() || page.url.slice(0, longestTitle);
  const row = {
    ...kept,
    title,
    id: newId(fetchedAt),
    assessmentId: place.assessmentId,
    url: page.url,
    size: bytes.length,
    fetchedBy: actor.id,
    fetchedAt,
    ...{ liveState: null, liveDetail: null, checkedAt: null },
  };
  const content = {
    kind: 'page',
    title,
    url: page.url,
    fileSha256: fetched.fileSha256,
    filename: cleanFilename(title, ending),
    mediaType: fetched.mediaType,
    size: bytes.length,
    pageId: row.id,
  } as const;
  return keepEvidence(deps, actor, {
    ...args,
    content,
    bytes,
    capturedAt: fetchedAt,
    also: (tx) => insertPage(tx, row),
  });
}
