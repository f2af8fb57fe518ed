import type { AnnualReport, Binding, SectionNumber, TableName } from '@gongping/annual-report';
import type { SummedNote } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';

/** A part of a section as it is printed. */
export type SealedBlock =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'bars';
      readonly caption: string;
      /** What stands behind each number: 分, 件. */
      readonly unit: string;
      readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string }[];
    };

/** A publication of results that a report takes figures from. */
export interface SealedSource {
  readonly slug: string;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly publishedAt: string;
}

/** What a published annual report keeps for ever: its page, its documents and its data are drawn from this alone. */
export interface SealedCityReport {
  /** Changes when the shape does. */
  readonly format: 1;
  /** Program and version that made it. */
  readonly generator: string;
  readonly version: number;
  readonly reason: string;
  readonly publishedAt: string;
  readonly demonstration: boolean;
  /** The statutory report, its figures filled in: what `gongping check-report` reads. */
  readonly report: AnnualReport;
  readonly sections: Readonly<Record<SectionNumber, readonly SealedBlock[]>>;
  /** Figures that are bound to published results, with the publication that they are of. */
  readonly figures: readonly (Binding & { readonly key: string; readonly label: LocalText })[];
  /** Null where the text takes no figure from published results. */
  readonly source: SealedSource | null;
  /** Finding of a check → why it stands. */
  readonly explanations: Readonly<Record<string, string>>;
  /** Table → that it was filled in with what the departments' reports add up to. */
  readonly summed: Readonly<Partial<Record<TableName, SummedNote>>>;
}

/** Only `publish` writes sealed reports, and it writes these. */
export const parseSealed = (sealed: string): SealedCityReport => JSON.parse(sealed) as SealedCityReport;
