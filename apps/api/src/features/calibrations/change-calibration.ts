import { isOpen, type Calibration, type calibrationSetting, type Language } from '@gongping/contracts';
import type { z } from 'zod';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { holdPhase } from '../score-sheets/ratings.service.ts';
import { openCalibration, stateOf, type OpenCalibration } from './calibration.access.ts';
import * as repository from './calibration.repository.ts';
import { hasEntries } from './entry.repository.ts';
import { readCalibration } from './read-calibration.ts';
import { areAllIn } from './submit-calibration.ts';
import { tellRaters } from './tell-raters.ts';

interface Request {
  readonly slug: string;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Marks the reference units and says whether they come before everything else. The units stay as they are once somebody
 * has entered something; none of them takes the calibration back.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `unit-not-assessed`, `calibration-begun`,
 *   `calibration-closed`, `stale`
 */
export async function setCalibration(
  deps: Dependencies,
  actor: Actor,
  args: Request & { setting: z.infer<typeof calibrationSetting> },
): Promise<Calibration> {
  const { db, clock } = deps;
  const { setting } = args;
  const found = await openForOrganiser(deps, actor, args.slug);
  const { assessment, frame } = found.sheets;
  const unitIds = [...new Set(setting.unitIds)];
  const stranger = unitIds.find((id) => !frame.units.some((unit) => unit.id === id));
  if (stranger !== undefined) throw new ProblemError('unit-not-assessed', { values: { unit: stranger } });
  await db.transaction(async (tx) => {
    const phase = (await holdPhase(tx, assessment.id)) ?? assessment.phase;
    if (!isOpen('calibration.set', phase)) throw wrongPhase(phase, 'calibrationClosed', args.language);
    const row = await repository.holdCalibration(tx, assessment.id, 'update');
    if (row && row.closedAt !== null) throw new ProblemError('calibration-closed');
    if ((row?.revision ?? 0) !== setting.expectedRevision) {
      const current = await readCalibration({ db: tx }, actor, args);
      throw new ProblemError('stale', { values: { name: '' }, current });
    }
    const before = await repository.listUnitIds(tx, assessment.id);
    const isSame = before.length === unitIds.length && unitIds.every((id) => before.includes(id));
    if (!isSame && (await hasEntries(tx, assessment.id))) throw new ProblemError('calibration-begun');
    const now = clock();
    if (unitIds.length === 0) await repository.deleteCalibration(tx, assessment.id);
    else {
      const set = {
        holds: setting.holds,
        revision: setting.expectedRevision + 1,
        setBy: actor.id,
        setAt: now,
      };
      const closing = { closedAt: null, closedBy: null, closeReason: '' };
      await repository.writeCalibration(tx, { assessmentId: assessment.id, ...set, ...closing }, unitIds);
    }
    const marked = { ...found, units: frame.units.filter(({ id }) => unitIds.includes(id)) };
    const opened = { kind: 'calibration-opened', occasion: [...unitIds].sort().join(), at: now } as const;
    if (unitIds.length > 0) await tellRaters(tx, marked, opened);
    const codesOf = (ids: readonly string[]) =>
      frame.units.filter(({ id }) => ids.includes(id)).map(({ code }) => code);
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'calibration.set',
      subject: 'calibration',
      before: row ? { references: codesOf(before), holds: row.holds } : null,
      after: { references: codesOf(unitIds), holds: setting.holds },
      reason: '',
      requestId: args.requestId,
    });
  });
  return readCalibration(deps, actor, args);
}

/**
 * Closes the calibration: everybody sees what everybody entered. Before all have handed in it needs a reason.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `calibration-closed`, `reason-required`
 */
export async function closeCalibration(
  deps: Dependencies,
  actor: Actor,
  args: Request & { reason: string },
): Promise<Calibration> {
  const { db, clock } = deps;
  const found = await openForOrganiser(deps, actor, args.slug);
  const { assessment } = found.sheets;
  if (stateOf(found) === 'none') throw new ProblemError('not-found');
  await db.transaction(async (tx) => {
    const phase = (await holdPhase(tx, assessment.id)) ?? assessment.phase;
    if (!isOpen('calibration.close', phase)) throw wrongPhase(phase, 'calibrationClosed', args.language);
    const row = await repository.holdCalibration(tx, assessment.id, 'update');
    if (!row) throw new ProblemError('not-found');
    if (row.closedAt !== null) throw new ProblemError('calibration-closed');
    if (args.reason === '' && !(await areAllIn(tx, found))) throw new ProblemError('reason-required');
    const now = clock();
    const closing = { closedAt: now, closedBy: actor.id, closeReason: args.reason };
    await repository.closeCalibration(tx, assessment.id, closing);
    await tellRaters(tx, found, { kind: 'calibration-closed', occasion: 'closed', at: now });
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'calibration.close',
      subject: 'calibration',
      after: { closed: true },
      reason: args.reason,
      requestId: args.requestId,
    });
  });
  return readCalibration(deps, actor, args);
}

async function openForOrganiser(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  slug: string,
): Promise<OpenCalibration> {
  const found = await openCalibration(db, actor, slug);
  if (!hasRole(actor, ['organiser'], found.sheets.assessment.id)) throw new ProblemError('forbidden');
  return found;
}
