import type { linkCheckAnswer } from '@gongping/contracts';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { gatherCheckFacts } from './gather-check-facts.ts';
import * as repository from './link-check.repository.ts';
import { createLinkChecker } from './link-checker.ts';
import { linksOf } from './links-of.ts';

/** Addresses looked at for one request, all at once: none of them keeps the organiser waiting for the others. */
const linksAtOnce = 8;

export interface CheckLinksArgs {
  readonly slug: string;
  /** Links looked at after this moment are not looked at again. */
  readonly before: string;
  readonly requestId: string;
}

/**
 * Looks at some of the links of a round's evidence that were not looked at since a moment. Whoever wants all of them asks
 * again with the same moment until none is left.
 *
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function checkLinks(
  { db, clock, fetch }: Dependencies,
  actor: Actor,
  { slug, before, requestId }: CheckLinksArgs,
): Promise<z.infer<typeof linkCheckAnswer>> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const links = linksOf(await gatherCheckFacts(db, assessment));
  const since = Math.min(Date.parse(before), clock().getTime());
  const fresh = new Set(
    (await repository.listLinkChecks(db, assessment.id))
      .filter(({ checkedAt }) => checkedAt.getTime() >= since)
      .map(({ url }) => url),
  );
  const due = [...links].filter((url) => !fresh.has(url));
  const look = createLinkChecker(fetch);
  const found = await Promise.all(
    due.slice(0, linksAtOnce).map(async (url) => ({ url, ...(await look(url)) })),
  );
  const now = clock();
  const left = due.length - found.length;
  await db.transaction(async (tx) => {
    const rows = found.map((link) => {
      const urlSha256 = createHash('sha256').update(link.url).digest('hex');
      return { assessmentId: assessment.id, urlSha256, ...link, checkedAt: now };
    });
    await repository.saveLinkChecks(tx, rows);
    if (found.length === 0 || left > 0) return;
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'check.links',
      subject: 'check links',
      after: { links: links.size },
      reason: '',
      requestId,
    });
  });
  return { checked: found.length, left, total: links.size };
}
