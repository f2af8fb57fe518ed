import type { Language, newSample, Sample } from '@gongping/contracts';
import { drawSample as draw } from '@gongping/scoring';
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { newId } from '../../http/new-id.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { holdCell } from '../score-sheets/hold-scoring.ts';
import { invalidInput } from '../score-sheets/invalid-input.ts';
import { requireScoring } from '../score-sheets/scoring-phase.ts';
import { findOwnCell, openSheets } from '../score-sheets/sheets.access.ts';
import { toSample } from './sample.mapper.ts';
import * as repository from './sample.repository.ts';

/**
 * Draws a sample for a leaf of a unit and keeps population and seed with it. The audit log names both, so that what was
 * drawn can be drawn again from it.
 *
 * @throws ProblemError `not-found` where the cell is not the person's, `wrong-phase`, `rating-submitted`, `invalid-input`
 */
export async function drawSample(
  { db, clock }: Dependencies,
  actor: Actor,
  args: {
    slug: string;
    unit: string;
    indicator: string;
    sample: z.infer<typeof newSample>;
    language: Language;
    requestId: string;
  },
): Promise<Sample> {
  const { language, sample } = args;
  const sheets = await openSheets(db, actor, args.slug);
  const cell = findOwnCell(sheets, args);
  const { unit, leaf } = cell;
  const { assessment } = sheets;
  requireScoring(assessment.phase, language);
  const twice = sample.population.findIndex((item, index) => sample.population.indexOf(item) < index);
  if (twice >= 0) throw invalidInput(`population.${twice}`, 'item-twice', language);
  const now = clock();
  const seed = randomBytes(8).toString('hex');
  const row = {
    ...sample,
    id: newId(now),
    assessmentId: assessment.id,
    unitId: unit.id,
    indicatorId: leaf.row.id,
    seed,
    items: draw(sample.population.length, sample.size, seed).map((index) => ({
      index,
      finding: 'open' as const,
      remark: '',
    })),
    revision: 1,
    drawnBy: actor.id,
    drawnAt: now,
    updatedAt: now,
    discardedAt: null,
    discardReason: null,
  };
  const drawn = toSample(
    { ...row, drawnByName: actor.displayName },
    { indicator: leaf.row.code, writable: true },
  );
  await db.transaction(async (tx) => {
    await holdCell(tx, { sheets, cell }, language);
    await repository.insertSample(tx, row);
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action: 'sample.draw',
      subject: `sample ${unit.code}/${leaf.row.code}`,
      after: drawn,
      reason: '',
      requestId: args.requestId,
    });
  });
  return drawn;
}
