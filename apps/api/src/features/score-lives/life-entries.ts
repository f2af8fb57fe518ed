import { scoreState, type ScoreLifeEntry, type ScoreLifeStage } from '@gongping/contracts';
import { z } from 'zod';
import type { historyOfSubjects } from '../audit/read-audit.ts';

type AuditRow = Awaited<ReturnType<typeof historyOfSubjects>>[number];
type Row = Pick<
  AuditRow,
  'at' | 'actorName' | 'action' | 'subject' | 'before' | 'after' | 'reason' | 'requestId'
>;

const kept = z.object({
  state: scoreState,
  marks: z.string().nullable(),
  reason: z.string().default(''),
});

/** Entries of the log that write a value, and what each is in the life of a score. */
const written: Readonly<Record<string, ScoreLifeStage>> = {
  'claim.write': 'claim',
  'score.write': 'score',
  'score.agree': 'agreed',
  'score.rule': 'arbitration',
  'score.return': 'returned',
  'score.appeal': 'appeal',
};

/** Entries that tell of a step without a value of their own. */
const steps: Readonly<Record<string, ScoreLifeStage>> = {
  'arbitration.open': 'arbitration-opened',
  'arbitration.rule': 'arbitration-ruled',
  'na.approve': 'na-approved',
  'na.reject': 'na-rejected',
  'appeal.submit': 'appeal-submitted',
  'appeal.withdraw': 'appeal-withdrawn',
  'appeal.rule': 'appeal-ruled',
};

/**
 * The life of a score from the entries of the log, oldest first: claim, first and second rating, what both come to,
 * arbitration, appeal, final. An entry that tells nothing of it is left out.
 */
export function lifeEntries(rows: readonly Row[]): ScoreLifeEntry[] {
  const appeals = new Set(
    rows.filter(({ action }) => action === 'appeal.rule').map(({ requestId }) => requestId),
  );
  let score: ScoreLifeEntry['to'] = null;
  return rows.flatMap((row): ScoreLifeEntry[] => {
    const stage = stageOf(row, appeals);
    if (stage === null) return [];
    const said = { at: row.at.toISOString(), by: row.actorName, stage };
    const value = kept.safeParse(row.after).data ?? null;
    const writes = stage === 'first' || stage === 'second' || row.action in written;
    if (writes && value === null) return [];
    if (row.subject.startsWith('score ')) score = value;
    if (writes) return [{ ...said, from: kept.safeParse(row.before).data ?? null, to: value, note: '' }];
    const closes = stage === 'final' || stage === 'published';
    return [{ ...said, from: null, to: closes ? score : null, note: closes ? '' : noteOf(row) }];
  });
}

function stageOf(row: Row, appeals: ReadonlySet<string>): ScoreLifeStage | null {
  const { action, subject, requestId, after } = row;
  if (action === 'rating.write') return subject.endsWith(' 2') ? 'second' : 'first';
  // A ruling writes the score in the same request as it closes the appeal.
  if (action === 'score.write' && requestId !== '' && appeals.has(requestId)) return 'appeal';
  if (action === 'assessment.phase') return phaseIn(after) === 'final' ? 'final' : null;
  if (action === 'publication.create') return 'published';
  return written[action] ?? steps[action] ?? null;
}

function phaseIn(facts: unknown): unknown {
  return z.object({ phase: z.string() }).safeParse(facts).data?.phase;
}

/** What was said at a step: the reason, or the statement of an appeal. */
function noteOf({ reason, after }: Row): string {
  return reason || (z.object({ statement: z.string() }).safeParse(after).data?.statement ?? '');
}
