import type { keyedSheet, Language, NewSheetEntry, SheetState } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { z } from 'zod';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { wrongPhase } from '../assessments/wrong-phase.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { answersIn } from '../responses/group-of-channel.ts';
import { storeSheet } from '../responses/store-sheet.ts';
import { tellAnswers } from '../responses/tell-answers.ts';
import { paperChannel, type PaperDeps } from './paper.access.ts';
import * as repository from './paper-entry.repository.ts';
import { isSameEntry } from './same-entry.ts';

export interface Keying {
  readonly actor: Actor;
  readonly slug: string;
  readonly channel: string;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Keys in a sheet: for the first time, or for the second by somebody else. Where both agree it becomes a response.
 * @throws ProblemError `not-found`, `forbidden`, `wrong-phase`, `unit-not-assessed`, `invalid-input`,
 *   `paper-second-person`, `paper-third-person`, `paper-settled`, `survey-paused`, `channel-full`
 */
export async function keySheet(
  deps: PaperDeps,
  keying: Keying,
  entry: NewSheetEntry,
): Promise<z.infer<typeof keyedSheet>> {
  return writeEntry(deps, keying, {
    entry,
    action: 'paper.key',
    judge(earlier, own) {
      const [first, second] = earlier;
      if (second) throw new ProblemError('paper-third-person');
      if (first?.row.keyedBy === keying.actor.id) throw new ProblemError('paper-second-person');
      if (!first) return 'once';
      return isSameEntry({ unit: first.unit, answers: first.row.answers }, own) ? 'agreed' : 'differs';
    },
  });
}

/**
 * Settles a sheet on which two do not agree, by somebody who has keyed in neither entry.
 * @throws ProblemError as `keySheet`
 */
export async function settleSheet(
  deps: PaperDeps,
  keying: Keying,
  entry: NewSheetEntry,
): Promise<z.infer<typeof keyedSheet>> {
  return writeEntry(deps, keying, {
    entry,
    action: 'paper.settle',
    judge(earlier) {
      if (earlier.length < 2) throw new ProblemError('not-found');
      if (earlier.some(({ row }) => row.keyedBy === keying.actor.id))
        throw new ProblemError('paper-third-person');
      return 'agreed';
    },
  });
}

type Earlier = Awaited<ReturnType<typeof repository.listEntries>>;

interface Writing {
  readonly entry: NewSheetEntry;
  readonly action: 'paper.key' | 'paper.settle';
  /** What comes of the entry beside the earlier ones. @throws ProblemError where it is not to be made */
  judge(
    earlier: Earlier,
    own: { unit: string; answers: Readonly<Record<string, string | readonly string[]>> },
  ): SheetState;
}

async function writeEntry(
  deps: PaperDeps,
  keying: Keying,
  { entry, action, judge }: Writing,
): Promise<z.infer<typeof keyedSheet>> {
  const { actor, language, requestId } = keying;
  const { assessment, survey, channel } = await paperChannel(deps, actor, keying);
  if (assessment.phase === 'published') throw wrongPhase(assessment.phase, 'paperClosed', language);
  const unitId = survey.units.get(entry.unit);
  if (unitId === undefined) throw new ProblemError('unit-not-assessed', { values: { unit: entry.unit } });
  const { questionnaire } = survey;
  const given = answersIn(questionnaire, entry.answers, channel.group);
  const { answers, errors } = tellAnswers(questionnaire, given, language);
  if (errors.length > 0) throw new ProblemError('invalid-input', { errors });

  const { sheet, unit } = entry;
  const at = { surveyId: survey.id, channel: channel.code, sheet };
  const state = await deps.db.transaction(async (tx: Database) => {
    await repository.lockSheet(tx, at);
    const earlier = await repository.listEntries(tx, at);
    if (earlier.some(({ row }) => row.responseId !== null)) throw new ProblemError('paper-settled');
    const outcome = judge(earlier, { unit, answers });
    const now = deps.clock();
    const agreed = { channel: channel.code, sheet, unit: { id: unitId, code: unit }, answers, now };
    const responseId = outcome === 'agreed' ? await storeSheet(tx, survey, agreed) : null;
    await repository.insertEntry(tx, {
      ...at,
      entry: earlier.length + 1,
      unitId,
      answers,
      keyedBy: actor.id,
      keyedAt: now,
      responseId,
    });
    // Not what is on the sheet: the second person must not read the first one's answers in the log.
    await appendAudit(tx, {
      scope: assessment.id,
      at: now,
      actor,
      action,
      subject: `paper ${channel.code}/${sheet}`,
      before: null,
      after: { entry: earlier.length + 1, state: outcome },
      reason: '',
      requestId,
    });
    return outcome;
  });
  return { sheet, state };
}
