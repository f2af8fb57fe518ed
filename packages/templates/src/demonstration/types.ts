import type { RuleInput } from '@gongping/scoring';
import type { IndicatorSystemTemplate, LeadTask, QuestionnaireTemplate, TemplateUnit } from '../types.ts';

export interface DemonstrationOptions {
  readonly system: IndicatorSystemTemplate;
  readonly units: readonly TemplateUnit[];
  readonly questionnaire: QuestionnaireTemplate;
  readonly leadTasks: readonly LeadTask[];
  /** Year assessed. Up to 2019 the public was asked about counties, and only in passing about departments. */
  readonly year: number;
  /** Same seed and options, same demonstration. */
  readonly seed: number;
  /** Share (0 to 1, else 1) of the leaves that have been scored or declared not applicable. */
  readonly completeness?: number;
}

export interface DemonstrationEvidence {
  readonly kind: 'link';
  readonly title: string;
  /** On a reserved domain: leads nowhere. */
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly capturedAt: string;
}

interface OfLeaf {
  readonly unitCode: string;
  readonly indicatorCode: string;
}

export interface ScoredLeaf extends OfLeaf {
  readonly state: 'scored';
  readonly input: RuleInput;
  /** Why marks were lost, or a bonus granted; null at full marks. */
  readonly reason: string | null;
  readonly evidence: readonly DemonstrationEvidence[];
}

export interface NotApplicableLeaf extends OfLeaf {
  readonly state: 'not_applicable';
  readonly naReason: string;
}

/** A leaf without an entry is unscored. */
export type DemonstrationScore = ScoredLeaf | NotApplicableLeaf;

export interface DemonstrationResponse {
  readonly unitCode: string;
  /** Option of the grouping question, which is among the answers too. */
  readonly group: string;
  /** Question code → option code, several for a multiple choice; an unanswered question is absent. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** Answer to the open question. */
  readonly comment?: string;
  /** ISO 8601, UTC. */
  readonly submittedAt: string;
}

export type DemonstrationRole = 'organiser' | 'evaluator' | 'reviewer' | 'liaison' | 'leader';

export interface DemonstrationAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: DemonstrationRole;
  /** The unit a liaison speaks for, or the body an evaluator belongs to: a conflict of interest there. */
  readonly unitCode?: string;
}

export interface Demonstration {
  readonly year: number;
  readonly people: readonly DemonstrationAccount[];
  /** Unit by unit, in the indicator system's order. */
  readonly scores: readonly DemonstrationScore[];
  /** In order of submission. */
  readonly responses: readonly DemonstrationResponse[];
}
