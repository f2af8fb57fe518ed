/**
 * Shapes of the templates: an indicator system with the notice behind it, units, lead tasks, a questionnaire
 * and the default method. Templates are data: an organiser copies one and may change every figure in it.
 */
import type { LocalText, Rule } from '@gongping/scoring';

/** Ranking group of a unit; each kind has its own marks and its own ranking. */
export type UnitKind = 'county' | 'department';

/** A list that samples are drawn from. */
export interface Population {
  readonly code: string;
  readonly name: LocalText;
  readonly items: readonly string[];
}

export interface TemplateUnit {
  readonly code: string;
  readonly name: LocalText;
  readonly kind: UnitKind;
  /** Legal nature in Chinese, one of `unitCategories` (县级行政区, 行政机关 …). */
  readonly category: string;
  /** Six-digit division code of GB/T 2260; null for a body or zone that has none. */
  readonly gb2260: string | null;
  /** Clauses of the notice that name the unit. */
  readonly clauses: readonly number[];
  /** Where false the annual-report family is not applicable to the unit. */
  readonly filesAnnualReport: boolean;
}

/** What the product can judge of a filed annual report. */
export type ReportJudge =
  | 'report-on-time'
  | 'report-sections'
  | 'report-tables'
  | 'report-identities'
  | 'report-consistency'
  | 'report-accountability'
  | 'report-improvement';

/** `score` counts towards the 100; `bonus` and `veto` stand outside it. */
export type IndicatorRole = 'score' | 'bonus' | 'veto';

/** A node of the indicator tree; a leaf is a node whose `rule` is not null. */
export interface TemplateIndicator {
  /** 'A', 'A1', 'A1-1'. */
  readonly code: string;
  readonly parent: string | null;
  readonly level: 1 | 2 | 3;
  readonly name: LocalText;
  readonly role: IndicatorRole;
  /** For an inner node, the kinds of all leaves below it. */
  readonly unitKinds: readonly UnitKind[];
  /**
   * Full marks of a leaf by kind of unit; null where the leaf is not for that kind, and on inner nodes.
   * For a bonus leaf the most that can be added; 0 for a veto, which carries no marks.
   */
  readonly marks: Readonly<Record<UnitKind, number | null>>;
  /** How the input becomes marks; null on inner nodes. */
  readonly rule: Rule | null;
  /** The rule in the office's words (Chinese); '' on inner nodes. */
  readonly ruleText: string;
  /** What the evaluator collects (Chinese); '' on inner nodes. */
  readonly evidenceWanted: string;
  /** When the leaf may be declared not applicable (Chinese). */
  readonly naCondition: string | null;
  /** Clauses of the notice that ask for it. */
  readonly clauses: readonly number[];
  /** Exact words of one of the clauses; '' on inner nodes and where the notice says nothing (some vetoes). */
  readonly quote: string;
  /** Other legal basis (Chinese). */
  readonly legalBasis: string | null;
  /** By what the product can propose a score for the leaf from the unit's filed annual report. */
  readonly judge?: ReportJudge;
  /** Whether a new assessment uses it unless the organiser says otherwise; vetoes are off until switched on. */
  readonly enabledByDefault: boolean;
}

export interface NoticeClause {
  /** 1 to 19. */
  readonly number: number;
  /** Heading sentence without its full stop; `text` begins with it. */
  readonly title: string;
  /** The whole clause as printed, without its number: heading, body and bracketed line of responsible bodies. */
  readonly text: string;
  /** `text` without heading and bracketed line, for pages that set those apart. */
  readonly body: string;
  /** The bracketed line that names the lead bodies (牵头); null where the clause has none. */
  readonly leads: string | null;
  /** Title of the section the clause stands in, without its number. */
  readonly section: string;
}

export interface Notice {
  readonly documentNumber: string;
  readonly title: string;
  readonly issuer: string;
  /** Day of issue, YYYY-MM-DD. */
  readonly date: string;
  readonly addressees: string;
  /** The covering sentence that issues the key points. */
  readonly covering: string;
  /** Title of the key points that the notice carries. */
  readonly workTitle: string;
  readonly preamble: string;
  readonly clauses: readonly NoticeClause[];
  readonly closing: string;
}

/** A clause's task and a body that leads it or, in clause 12, shares it. */
export interface LeadTask {
  readonly clause: number;
  readonly unitCode: string;
  readonly role: 'lead' | 'shared';
  readonly task: LocalText;
}

export type ParameterUnit = 'workingDays' | 'days' | 'hours' | 'date' | 'count';

/** A figure that a rule's wording names and that an organiser may change: a term, a day or a sample size. */
export interface TemplateParameter {
  readonly code: string;
  /** The leaf whose rule names it. */
  readonly indicator: string;
  readonly label: LocalText;
  readonly unit: ParameterUnit;
  /** A positive integer, or YYYY-MM-DD where the unit is `date`. */
  readonly value: number | string;
}

export interface IndicatorSystemTemplate {
  readonly code: string;
  readonly title: LocalText;
  readonly notice: Notice;
  /** Parents before children, in printing order. */
  readonly indicators: readonly TemplateIndicator[];
  /** What the marks of each scored family add up to, by top node and kind of unit. */
  readonly familyMarks: Readonly<Record<string, Readonly<Record<UnitKind, number>>>>;
  readonly parameters: readonly TemplateParameter[];
}

export interface TemplateBand {
  readonly code: string;
  readonly name: LocalText;
  /** Least score of the band, compared with the printed score (two decimals, half-up). */
  readonly minimum: number;
}

/** Default method of an assessment; every figure is the organiser's to change. */
export interface AssessmentMethodTemplate {
  /** Shares of the two components; they add up to 1. */
  readonly componentWeights: { readonly thirdParty: number; readonly socialAppraisal: number };
  /** From the best band to the worst; the last has minimum 0. */
  readonly bands: readonly TemplateBand[];
  readonly bonusCap: number;
  readonly totalCap: number;
  /** Top nodes that may be switched off, for example D. */
  readonly optionalFamilies: readonly string[];
  /** Highest band a unit can have once a veto is triggered. */
  readonly vetoBand: string;
  /** Share of a leaf's marks by which two raters may differ before an arbitrator decides. */
  readonly arbitrationThreshold: number;
  readonly appealWorkingDays: number;
}

export type Family = 'A' | 'B' | 'C' | 'D';
export type QuestionKind = 'single' | 'multiple' | 'scale' | 'text';

export interface QuestionOption {
  readonly code: string;
  readonly label: LocalText;
  /** Score of a scale option, null for "don't know" (missing, never 0) and for options that are not rated. */
  readonly value: number | null;
}

export interface TemplateQuestion {
  /** 'Q1' to 'Q12'. */
  readonly code: string;
  readonly kind: QuestionKind;
  readonly text: LocalText;
  /** Empty for `text`. */
  readonly options: readonly QuestionOption[];
  /** The family or the overall item a rated question counts for; null where it is not rated. */
  readonly family: Family | 'overall' | null;
  readonly required: boolean;
}

/** A group of respondents; its code is the option of the grouping question. */
export interface RespondentGroup {
  readonly label: LocalText;
  /** Weight among groups; 0 is shown but not counted. */
  readonly weight: number;
}

export type RespondentGroupCode = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

export interface AppraisalMethodTemplate {
  /** Code of the question that tells the group. */
  readonly groupQuestion: string;
  readonly familyWeights: Readonly<Record<Family, number>>;
  /** Share of the overall item in a respondent's score. */
  readonly overallShare: number;
  /** Rated items a valid response answers at least ("don't know" is no answer). */
  readonly minimumAnswered: number;
  readonly groups: Readonly<Record<RespondentGroupCode, RespondentGroup>>;
  /** Responses a group needs to count. */
  readonly minimumGroup: number;
  /** Valid responses a unit needs for its score to be printed. */
  readonly minimumSample: number;
  /** From the best grade to the worst; the last has minimum 0. */
  readonly grades: readonly TemplateBand[];
}

export interface QuestionnaireTemplate {
  readonly code: string;
  readonly title: LocalText;
  readonly introduction: LocalText;
  /** Time it takes to answer. */
  readonly minutes: number;
  readonly questions: readonly TemplateQuestion[];
  /** The question that tells who has dealt with the unit, and the options by which one says never. */
  readonly contact: { readonly question: string; readonly never: readonly string[] };
  readonly method: AppraisalMethodTemplate;
}

/** What a validator found wrong in a template. */
export interface Problem {
  readonly code: ProblemCode;
  /** Code of the indicator, unit, question or parameter concerned, or the template's own code. */
  readonly where: string;
  readonly message: string;
}

export type ProblemCode =
  | 'code.duplicate'
  | 'parent.unknown'
  | 'level.wrong'
  | 'label.empty'
  | 'marks.total'
  | 'marks.family'
  | 'marks.wrong'
  | 'clause.unknown'
  | 'quote.unmatched'
  | 'rule.missing'
  | 'rule.wrong'
  | 'parameter.wrong'
  | 'unit.wrong'
  | 'task.wrong'
  | 'question.wrong'
  | 'method.wrong'
  | 'notice.wrong';
