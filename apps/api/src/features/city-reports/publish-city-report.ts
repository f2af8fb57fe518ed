import type { CityReportVersion } from '@gongping/contracts';
import { canonicalJson } from '@gongping/publication';
import { createHash } from 'node:crypto';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { organisersOnly } from './city-report.access.ts';
import * as repository from './city-report.repository.ts';
import { draftOf, titleOf } from './draft-report.ts';
import { comparable, viewOf } from './read-city-report.ts';
import { notReady } from './ready-findings.ts';
import { seal } from './seal-report.ts';
import type { ReportOrder } from './write-city-report.ts';
import { yearFigures } from './year-figures.ts';

type Deps = Pick<Dependencies, 'db' | 'memory' | 'clock'>;

/**
 * Publishes the report as it is kept: immutable, a new version each time.
 * @throws ProblemError `not-found`, `stale`, `reason-required`, `report-not-ready`
 */
export async function publishCityReport(
  deps: Deps,
  actor: Actor,
  order: ReportOrder & { readonly reason: string },
): Promise<CityReportVersion> {
  const { year, reason } = order;
  return deps.db.transaction(async (tx) => {
    const { demonstration } = await organisersOnly(tx, actor, year);
    const within = { ...deps, db: tx };
    // Whoever publishes a version or keeps a change of this year waits for its row.
    const row = await repository.holdDraft(tx, year);
    if (row?.revision !== order.expectedRevision) {
      const current = await viewOf(within, { year, demonstration });
      throw new ProblemError('stale', { values: { name: current.savedBy ?? '' }, current });
    }
    const [last] = await repository.listHeads(tx, year);
    const version = (last?.version ?? 0) + 1;
    if (version > 1 && reason === '') throw new ProblemError('reason-required');
    const draft = draftOf(row);
    const now = await yearFigures(within, year);
    const previous = await comparable(tx, year);
    const errors = notReady({ draft, now, previous }, order.language);
    if (errors.length > 0) throw new ProblemError('report-not-ready', { errors });

    const at = deps.clock();
    const { demonstration: isDemonstration } = row;
    const as = { version, reason, at, demonstration: isDemonstration };
    const sealed = canonicalJson(seal({ draft, now, previous }, as));
    const sha256 = createHash('sha256').update(sealed).digest('hex');
    const head = { year, version, title: titleOf(draft), sha256, reason, demonstration: isDemonstration };
    await repository.insertPublished(tx, {
      ...head,
      id: newId(at),
      sealed,
      publishedAt: at,
      publishedBy: actor.id,
    });
    await appendAudit(tx, {
      scope: 'platform',
      at,
      actor,
      action: 'city-report.publish',
      subject: `city-report ${year}`,
      after: { version, sha256 },
      reason,
      requestId: order.requestId,
    });
    return { ...head, publishedAt: at.toISOString(), current: true };
  });
}
