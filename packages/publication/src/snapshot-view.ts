import type { LocalText, MethodInput, UnitTotal } from '@gongping/scoring';

/** A licence as Frictionless Data Packages name it. */
export interface PublicationLicence {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

export interface IndicatorView {
  readonly code: string;
  readonly parent: string | null;
  readonly name: LocalText;
  readonly role: string;
  /** Null at inner nodes. */
  readonly rule: unknown;
  readonly ruleText: string;
  readonly unitKinds: readonly string[];
  /** By kind of unit, decimal. */
  readonly marks: Readonly<Record<string, string | null>>;
  readonly clauses: readonly number[];
  readonly quote: string;
}

export interface ScoreView {
  readonly unit: string;
  readonly indicator: string;
  readonly state: string;
  readonly marks: number | null;
}

type Answers = number | null;

/** What is published of the answers about a unit: a number is null where it is too small to be told. */
export interface AppraisalView {
  readonly received: number;
  readonly valid: number;
  readonly score: number | null;
  readonly reason: string | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly grade: string | null;
  readonly overall: number | null;
  readonly groups: readonly {
    readonly code: string;
    readonly label: LocalText;
    readonly weight: number;
    readonly received: Answers;
    readonly valid: Answers;
    readonly mean: number | null;
    readonly counted: boolean;
  }[];
  readonly questions: readonly {
    readonly code: string;
    readonly answered: Answers;
    readonly dontKnow: Answers;
    readonly mean: number | null;
    readonly counts: Readonly<Record<string, Answers>>;
  }[];
  readonly states?: { readonly counted: number; readonly held: number; readonly refused: number } | undefined;
  readonly channels?:
    | readonly {
        readonly code: string;
        readonly name: LocalText;
        readonly counted: Answers;
        readonly held: Answers;
        readonly refused: Answers;
      }[]
    | undefined;
}

export interface ResultView {
  readonly unit: string;
  readonly node: string;
  readonly score: number | null;
  readonly coverage: number;
  readonly rank: number | null;
  readonly band: string | null;
  readonly rawMarks: number | null;
  readonly applicableMarks: number | null;
  readonly weight: number;
}

export interface CommentView {
  readonly unit: string;
  readonly question: string;
  readonly group: string | null;
  readonly text: string;
}

/** What a package and its verification take of a publication's snapshot. */
export interface SnapshotView {
  readonly format: number;
  readonly generator: string;
  readonly version: number;
  readonly reason: string;
  readonly publishedAt: string;
  readonly facts: {
    readonly title: string;
    readonly year: number;
    readonly slug: string;
    readonly demonstration: boolean;
    readonly units: readonly { readonly code: string; readonly name: LocalText; readonly kind: string }[];
    readonly indicators: readonly IndicatorView[];
    readonly method: MethodInput;
    readonly scores: readonly ScoreView[];
    readonly appraisals: Readonly<Record<string, AppraisalView>>;
  };
  readonly outcome: { readonly rows: readonly ResultView[]; readonly totals: readonly UnitTotal[] };
  readonly comments?: { readonly texts: readonly CommentView[] } | undefined;
}
