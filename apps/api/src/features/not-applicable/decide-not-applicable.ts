import {
  isOpen,
  type Language,
  type NotApplicableDecision,
  type NotApplicableList,
} from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAuditEntries } from '../audit/audit.service.ts';
import { notify } from '../inbox/notify.ts';
import { openArbitration } from '../ratings/open-arbitration.ts';
import { emptyScore, putScores } from '../score-sheets/put-scores.ts';
import { holdPhase, lockUnitRatings } from '../score-sheets/ratings.service.ts';
import { openSheets, type Sheets } from '../score-sheets/sheets.access.ts';
import {
  barFrom,
  findNotApplicable,
  listNotApplicable,
  type FoundNotApplicable,
} from './list-not-applicable.ts';
import * as repository from './not-applicable.repository.ts';

export interface DecisionArgs {
  readonly slug: string;
  readonly decision: NotApplicableDecision;
  readonly language: Language;
  readonly requestId: string;
}

const why = {
  'own-score': {
    zh: '您是其中某项的评估员，不能批准或退回自己的判断。',
    en: 'You have scored one of them yourself.',
  },
  'own-unit': { zh: '您是其中某个单位的人员。', en: 'You belong to one of the units.' },
} as const;

/**
 * Approves or rejects leaves that evaluators call N/A, all of them or none. What a single evaluator called N/A stays as
 * it is when it is rejected, to be scored by the evaluator; what two raters agreed on becomes a case for the reviewer.
 *
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `reason-required`, `may-not-rule`, `na-changed` where
 *   one of them is no longer what was looked at
 */
export async function decideNotApplicable(
  deps: Dependencies,
  actor: Actor,
  args: DecisionArgs,
): Promise<NotApplicableList> {
  const { db } = deps;
  const { decision, language } = args;
  const sheets = await openSheets(db, actor, args.slug);
  if (!hasRole(actor, ['organiser', 'reviewer'], sheets.assessment.id)) throw new ProblemError('forbidden');
  if (decision.outcome === 'rejected' && decision.reason === '') throw new ProblemError('reason-required');
  await db.transaction(async (tx) => {
    const phase = (await holdPhase(tx, sheets.assessment.id)) ?? sheets.assessment.phase;
    const action = decision.outcome === 'approved' ? 'na.approve' : 'na.reject';
    if (!isOpen(action, phase)) {
      throw wrongPhase(phase, action === 'na.approve' ? 'approvalClosed' : 'rejectionClosed', language);
    }
    const codes = new Set(decision.cells.map(({ unit }) => unit));
    const units = sheets.frame.units.filter(({ code }) => codes.has(code)).map(({ id }) => id);
    for (const id of units.toSorted()) await lockUnitRatings(tx, sheets.assessment.id, id);
    const found = await chosen(tx, sheets, args);
    await keep(tx, { sheets, found, actor, now: deps.clock(), ...args });
  });
  return listNotApplicable(deps, actor, { slug: args.slug });
}

async function chosen(
  tx: Database,
  sheets: Sheets,
  { decision, language }: DecisionArgs,
): Promise<FoundNotApplicable[]> {
  const there = await findNotApplicable(tx, sheets);
  const byPlace = new Map(there.map((one) => [placeOf(one), one]));
  const wanted = new Map(decision.cells.map((one) => [`${one.unit}/${one.indicator}`, one]));
  const found = [...wanted].flatMap(([place, { revision }]) => {
    const one = byPlace.get(place);
    return one?.row.revision === revision ? [one] : [];
  });
  if (found.length < wanted.size) {
    throw new ProblemError('na-changed', { values: { count: wanted.size - found.length } });
  }
  for (const one of found) {
    const bar = barFrom(sheets, one);
    if (bar !== null) throw new ProblemError('may-not-rule', { values: { why: why[bar][language] } });
  }
  return found;
}

type Keeping = DecisionArgs & {
  readonly sheets: Sheets;
  readonly found: readonly FoundNotApplicable[];
  readonly actor: Actor;
  readonly now: Date;
};

async function keep(tx: Database, of: Keeping): Promise<void> {
  const { sheets, found, actor, now, decision, requestId } = of;
  const assessmentId = sheets.assessment.id;
  await repository.upsertDecisions(
    tx,
    found.map(({ cell, row }) => ({
      assessmentId,
      unitId: cell.unit.id,
      indicatorId: cell.leaf.row.id,
      revision: row.revision,
      outcome: decision.outcome,
      reason: decision.reason,
      decidedBy: actor.id,
      decidedAt: now,
    })),
  );
  await appendAuditEntries(
    tx,
    assessmentId,
    found.map((one) => ({
      scope: assessmentId,
      at: now,
      actor,
      action: decision.outcome === 'approved' ? 'na.approve' : 'na.reject',
      subject: `not-applicable ${placeOf(one)}`,
      before: { state: 'not_applicable', reason: one.row.reason },
      after: { outcome: decision.outcome },
      reason: decision.reason,
      requestId,
    })),
  );
  if (decision.outcome === 'rejected') await giveBack(tx, of);
}

/** Agreed ones become cases; of the others their evaluators are told. */
async function giveBack(
  tx: Database,
  { sheets, found, actor, now, decision, requestId }: Keeping,
): Promise<void> {
  const { assessment } = sheets;
  const agreed = found.filter(({ row }) => row.origin === 'agreed');
  const by = { assessmentId: assessment.id, actor, now, requestId };
  for (const ofUnit of Map.groupBy(agreed, ({ cell }) => cell.unit.id).values()) {
    const cells = ofUnit.map(({ cell }) => cell);
    const raters = new Set(ofUnit.flatMap((one) => one.raters.map(({ id }) => id)));
    await putScores(
      tx,
      cells.map((cell) => ({ cell, asked: emptyScore, origin: 'agreed' })),
      { ...by, action: 'score.return' },
    );
    await openArbitration(tx, { sheets, cells, raters, actor, now, requestId, reason: decision.reason });
  }
  for (const { cell, row, raters } of found.filter((one) => one.row.origin === 'evaluator')) {
    const { unit, leaf } = cell;
    const { code, name } = leaf.row;
    await notify(tx, {
      kind: 'na-rejected',
      assessmentId: assessment.id,
      userIds: raters.map(({ id }) => id),
      occasion: `${unit.id}/${leaf.row.id}/${row.revision}`,
      values: {
        unit: { zh: unit.nameZh, en: unit.nameEn },
        indicator: { zh: `${code} ${name.zh}`, en: `${code} ${name.en}` },
        text: decision.reason,
      },
      path: `/work/assessments/${assessment.slug}/scoring/units/${unit.code}?leaf=${code}`,
      at: now,
    });
  }
}

const placeOf = ({ cell }: Pick<FoundNotApplicable, 'cell'>): string =>
  `${cell.unit.code}/${cell.leaf.row.code}`;
