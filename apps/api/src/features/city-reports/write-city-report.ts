import {
  bindNew,
  boundKeys,
  describeReportProblem,
  parseReport,
  renew,
  staleFigures,
  type Bindings,
} from '@gongping/annual-report';
import type { AuditAction, CityReport, CityReportContent, Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import { archiveOf, withArchive } from './archived-report.ts';
import { organisersOnly } from './city-report.access.ts';
import * as repository from './city-report.repository.ts';
import { annualReportOf, draftOf, emptyContent, type DraftReport } from './draft-report.ts';
import { viewOf } from './read-city-report.ts';
import { yearFigures, type YearFigures } from './year-figures.ts';

type Deps = Pick<Dependencies, 'db' | 'memory' | 'clock'>;

/** What is done to a year's report, and which state of it the person has seen. */
export interface ReportOrder {
  readonly year: number;
  readonly expectedRevision: number;
  readonly language: Language;
  readonly requestId: string;
}

interface Change {
  readonly action: AuditAction;
  readonly make: (draft: DraftReport, now: YearFigures) => Pick<DraftReport, 'content' | 'bindings'>;
  /** For the log. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Keeps what was written, right or not. Figures that are new in the text are bound to what is published now.
 * @throws ProblemError `not-found`, `stale`, `invalid-input`
 */
export function saveCityReport(
  deps: Deps,
  actor: Actor,
  order: ReportOrder & { readonly content: CityReportContent },
): Promise<CityReport> {
  const { content } = order;
  refuseWrongRows(order, content);
  return change(deps, actor, {
    order,
    to: {
      action: 'city-report.edit',
      make: ({ bindings }, { values, source }) => ({
        content,
        bindings: bindNew(boundKeys(content.text), { bindings, current: values, source }),
      }),
      facts: {},
    },
  });
}

/** Binds figures to what is published now; all that are stale where none are named. @throws as `saveCityReport` */
export function renewFigures(
  deps: Deps,
  actor: Actor,
  order: ReportOrder & { readonly keys: readonly string[] | null },
): Promise<CityReport> {
  const { keys } = order;
  return change(deps, actor, {
    order,
    to: {
      action: 'city-report.renew',
      make: ({ content, bindings }, { values, source }) => {
        const stale = staleFigures(boundKeys(content.text), { bindings, current: values });
        const wanted = keys ?? stale.map(({ key }) => key);
        return { content, bindings: renew(wanted, { bindings, current: values, source }) };
      },
      facts: { figures: keys ?? 'all' },
    },
  });
}

async function change(
  deps: Deps,
  actor: Actor,
  { order, to }: { order: ReportOrder; to: Change },
): Promise<CityReport> {
  const { year } = order;
  return deps.db.transaction(async (tx) => {
    const { demonstration } = await organisersOnly(tx, actor, year);
    const within = { ...deps, db: tx };
    const row = await repository.holdDraft(tx, year);
    if ((row?.revision ?? 0) !== order.expectedRevision) throw await stale(within, { year, demonstration });
    const draft = row ? draftOf(row) : { year, content: emptyContent, bindings: {} as Bindings };
    const { content, bindings } = to.make(draft, await yearFigures(within, year));
    const now = deps.clock();
    const archived = withArchive(content, row ? archiveOf(row) : null);
    const kept = { content: archived, bindings, updatedAt: now, updatedBy: actor.id };
    const revision = order.expectedRevision + 1;
    if (row) await repository.updateDraft(tx, year, { ...kept, revision });
    else if (!(await repository.insertDraft(tx, { ...kept, year, demonstration, revision }))) {
      throw await stale(within, { year, demonstration });
    }
    await tell(tx, actor, { order, to, now });
    return viewOf(within, { year, demonstration });
  });
}

/** What somebody else has kept meanwhile goes with the refusal, so that the page can put both together. */
async function stale(
  deps: Pick<Deps, 'db' | 'memory'>,
  at: { year: number; demonstration: boolean },
): Promise<ProblemError> {
  const current = await viewOf(deps, at);
  return new ProblemError('stale', { values: { name: current.savedBy ?? '' }, current });
}

/** A report is kept as one types: somebody who goes on is in the log once. */
async function tell(
  tx: Database,
  actor: Actor,
  { order, to, now }: { order: ReportOrder; to: Change; now: Date },
): Promise<void> {
  const subject = `city-report ${order.year}`;
  if (to.action === 'city-report.edit') {
    const last = (await subjectHistory(tx, 'platform', subject)).at(-1);
    if (last?.action === to.action && last.actorId === actor.id) return;
  }
  await appendAudit(tx, {
    scope: 'platform',
    at: now,
    actor,
    action: to.action,
    subject,
    after: { ...to.facts },
    reason: '',
    requestId: order.requestId,
  });
}

/** Rows are those of the year's form. */
function refuseWrongRows({ year, language }: ReportOrder, content: CityReportContent): void {
  const { problems } = parseReport(annualReportOf({ year, content, bindings: {} }));
  if (problems.length === 0) return;
  throw new ProblemError('invalid-input', {
    errors: problems.map((problem) => ({
      path: `content.${problem.path}`,
      message: describeReportProblem(problem, language),
    })),
  });
}
