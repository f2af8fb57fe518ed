import type { Unit } from '@gongping/contracts';
import { evaluateRule } from '@gongping/scoring';
import type { DemonstrationScore } from '@gongping/templates';
import { newId } from '../../http/new-id.ts';
import { fullMarksOf } from '../assessments/assessment-frame.ts';
import type { AuditFact } from '../audit/audit.service.ts';
import type { IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import { marksDecimal } from '../score-sheets/decimal.ts';
import { scoreFacts, scoreSubject } from '../score-sheets/score-history.ts';
import type { DemonstrationCalendar } from './demonstration-calendar.ts';
import type { DecisionRow, EvidenceRow, ScoreRow, UserRow } from './demonstration.repository.ts';

export interface ScoringContext {
  readonly assessmentId: string;
  readonly calendar: DemonstrationCalendar;
  /** By code. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly leaves: ReadonlyMap<string, IndicatorRow>;
  /** Id of the unit → who scores it. */
  readonly evaluators: ReadonlyMap<string, UserRow | undefined>;
  readonly year: number;
}

interface ScoredCell {
  readonly row: ScoreRow;
  readonly evidence: readonly EvidenceRow[];
  readonly fact: AuditFact;
}

interface Approvals {
  readonly decisions: DecisionRow[];
  readonly facts: AuditFact[];
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * What one entry of the template becomes: the score, its evidence, and the line of the log that tells of both.
 * @throws Error where the entry names what the database does not have, or the engine refuses the input
 */
export function scoreCell(score: DemonstrationScore, context: ScoringContext): ScoredCell {
  const { assessmentId, calendar } = context;
  const unit = context.units.get(score.unitCode);
  const leaf = context.leaves.get(score.indicatorCode);
  const evaluator = unit && context.evaluators.get(unit.id);
  const subject = scoreSubject(score.unitCode, score.indicatorCode);
  if (!unit || !leaf || !evaluator) throw new Error(`The demonstration cannot place ${subject}`);

  const key = { assessmentId, unitId: unit.id, indicatorId: leaf.id };
  const links = score.state === 'scored' ? score.evidence : [];
  const evidence = links.map(({ title, url, capturedAt }): EvidenceRow => {
    const captured = calendar.scoredAt(capturedAt);
    const addedAt = new Date(captured.getTime() + 2 * minute);
    const file = { fileSha256: null, filename: null, mediaType: null, size: null };
    const added = { capturedAt: captured, addedAt, addedBy: evaluator.id, removedAt: null };
    return {
      id: newId(addedAt),
      ...key,
      purpose: 'score',
      pageId: null,
      kind: 'link',
      title,
      url,
      ...file,
      ...added,
    };
  });
  const last = Math.max(...evidence.map(({ addedAt }) => addedAt.getTime()));
  const updatedAt = evidence.length > 0 ? new Date(last + 3 * minute) : calendar.scoredAt(firstHour(context));
  const saved = { origin: 'evaluator' as const, revision: 1, updatedBy: evaluator.id, updatedAt };
  const row: ScoreRow = { ...key, ...entered(score, fullMarksOf(leaf, unit.kind), leaf), ...saved };
  const fact: AuditFact = {
    scope: assessmentId,
    at: updatedAt,
    actor: evaluator,
    action: 'score.write',
    subject,
    before: null,
    after: scoreFacts(row),
    reason: row.reason,
    requestId: '',
  };
  return { row, evidence, fact };
}

/** Every N/A as approved by somebody, a day after it was entered. */
export function approvals(cells: readonly ScoredCell[], by: UserRow): Approvals {
  const rows = cells.filter(({ row }) => row.state === 'not_applicable');
  const decidedAt = ({ row }: ScoredCell) => new Date(row.updatedAt.getTime() + day);
  return {
    decisions: rows.map((cell) => {
      const { assessmentId, unitId, indicatorId, revision } = cell.row;
      const key = { assessmentId, unitId, indicatorId, revision };
      return { ...key, outcome: 'approved', reason: '', decidedBy: by.id, decidedAt: decidedAt(cell) };
    }),
    facts: rows.map((cell) => ({
      scope: cell.row.assessmentId,
      at: decidedAt(cell),
      actor: by,
      action: 'na.approve',
      subject: cell.fact.subject.replace('score', 'not-applicable'),
      before: { state: 'not_applicable', reason: cell.row.reason },
      after: { outcome: 'approved' },
      reason: '',
      requestId: '',
    })),
  };
}

/** Marks follow from the input by the engine, as everywhere. */
function entered(
  score: DemonstrationScore,
  fullMarks: string | null,
  { rule, code }: IndicatorRow,
): Pick<ScoreRow, 'state' | 'input' | 'marks' | 'reason'> {
  const { state } = score;
  if (state === 'not_applicable') return { state, input: null, marks: null, reason: score.naReason };
  const outcome = rule && evaluateRule(rule, score.input, Number(fullMarks ?? 0));
  if (!outcome?.ok) throw new Error(`The demonstration's input of ${code} does not fit its rule`);
  return { state, input: score.input, marks: marksDecimal(outcome.marks), reason: score.reason ?? '' };
}

/** A leaf that does not apply is looked at on the first morning. */
function firstHour({ year }: ScoringContext): string {
  return new Date(Date.UTC(year, 10, 16, 1, 30)).toISOString();
}
