import { checkBlanks, checkMeasures } from './check-cells.ts';
import { checkCopied, COPIED } from './check-copied.ts';
import type { OtherSection } from './check-copied.ts';
import { checkForm, checkPeriod, checkTextYear, checkTitle } from './check-dates.ts';
import { checkHeadings } from './check-headings.ts';
import { checkIdentities } from './check-identities.ts';
import { checkPrompts } from './check-prompts.ts';
import { checkRulesRow } from './check-rules-row.ts';
import { checkSections } from './check-sections.ts';
import { checkAllZero, checkDepartments } from './check-volume.ts';
import { checkCarryOver, checkStocks } from './check-years.ts';
import type { Finding, FindingStatus } from './finding.ts';
import { checkNarrative } from './narrative/check-narrative.ts';
import type { AnnualReport } from './report.ts';

/** What a report is checked against; the checks for which something is not given say that they are undecidable. */
export interface CheckContext {
  /** The same unit's report of the year before. */
  readonly previous?: AnnualReport | undefined;
  /** The reports of a government's departments, of the same year. */
  readonly departments?: readonly AnnualReport[];
  /** Section 五 of other units of the same year. */
  readonly others?: readonly OtherSection[];
  /** Whether the public comes to a counter of this unit; governments have one, of departments nobody knows. */
  readonly hasCounter?: boolean | null;
  /** Similarity from which a section 五 counts as copied, 0 to 1; 0.8 unless given. */
  readonly copied?: number;
}

/** All checks of a statutory annual report, in the order of their codes. */
export const checkReport = (report: AnnualReport, context: CheckContext = {}): readonly Finding[] => {
  const { previous, departments = [], others = [], copied = COPIED } = context;
  const { kind } = report.unit;
  const hasCounter = context.hasCounter ?? (kind === 'city' || kind === 'county' ? true : null);
  return [
    ...checkMeasures(report),
    ...checkIdentities(report),
    ...checkRulesRow(report),
    ...checkCarryOver(report, previous),
    ...checkNarrative(report, previous),
    ...checkForm(report),
    ...checkTitle(report),
    ...checkTextYear(report),
    ...checkPeriod(report),
    ...checkPrompts(report),
    ...checkSections(report),
    ...checkStocks(report, previous),
    ...checkDepartments(report, departments),
    ...checkAllZero(report, hasCounter),
    ...checkBlanks(report),
    ...checkCopied(report, { previous, others, copied }),
    ...checkHeadings(report),
  ];
};

export type FindingSummary = Readonly<Record<FindingStatus, number>>;

/** How many findings there are of each status. */
export const summarise = (findings: readonly Finding[]): FindingSummary => {
  const summary = { pass: 0, fail: 0, warning: 0, undecidable: 0 };
  for (const { status } of findings) summary[status] += 1;
  return summary;
};
