export { blankReport, carriedOn, reportTitle, withCarryOver } from './blank-report.ts';
export { checkReport, summarise } from './check-report.ts';
export type { CheckContext, FindingSummary } from './check-report.ts';
export type { OtherSection } from './check-copied.ts';
export { cellAt, cellLabel } from './cells.ts';
export { describeFinding } from './describe-finding.ts';
export type { Wording } from './describe-finding.ts';
export type { CheckCode, Figure, Finding, FindingParams, FindingStatus } from './finding.ts';
export type { FindingCode } from './finding-sentences.ts';
export type { Form, FormColumn, FormRow, FormTable, Measure } from './form.ts';
export { formOfYear, forms, rowsOf, tableNames } from './forms.ts';
export { identitiesOf } from './identities.ts';
export type { Identity } from './identities.ts';
export { figuresOf } from './narrative/figures.ts';
export type { GrowthClaim, NarrativeFigure, ShareClaim } from './narrative/figure.ts';
export { judges, PROPOSAL_RULES } from './proposals/proposal.ts';
export type {
  Judge,
  JudgedItem,
  JudgedLevel,
  JudgedReport,
  JudgedRule,
  Proposal,
  ProposalReason,
  ProposedInput,
} from './proposals/proposal.ts';
export { proposeScore, whyUnfit } from './proposals/propose-score.ts';
export { sectionNumbers } from './report.ts';
export type {
  AnnualReport,
  Cell,
  CellPlace,
  FormName,
  LocalText,
  Rows,
  SectionNumber,
  TableName,
  UnitKind,
} from './report.ts';
export { sectionTitles } from './sections.ts';
export { statutoryDay, statutoryDays } from './statutory-days.ts';
export { textSimilarity } from './text-similarity.ts';
export { cellValue, inTenThousands, measured } from './reading/cell-value.ts';
export type { CellValue } from './reading/cell-value.ts';
export { parseReport } from './reading/parse-report.ts';
export type { ParsedReport } from './reading/parse-report.ts';
export { describeReportProblem } from './reading/report-problem.ts';
export type { ReportProblem, ReportProblemCode } from './reading/report-problem.ts';
export type { Block, BlockCell, BlockRow, TableBlock, TextBlock } from './reading/blocks.ts';
export { readDocument } from './reading/read-document.ts';
export type { DocumentReading } from './reading/read-document.ts';
export type { FoundCell } from './reading/table-reader.ts';
export { describeUnread } from './reading/unread.ts';
export type { Unread, UnreadCode } from './reading/unread.ts';
export { bindNew, renew, staleFigures } from './composing/bindings.ts';
export type { Binding, Bindings, FigureSource, StaleFigure } from './composing/bindings.ts';
export { figureKeys, figureToken, fillText, textParts } from './composing/bound-text.ts';
export type { TextPart } from './composing/bound-text.ts';
export {
  boundKeys,
  composeReport,
  composeText,
  isBlockFigure,
  REQUESTS_CHART,
} from './composing/compose-report.ts';
export { readyTexts } from './composing/ready-texts.ts';
export { sumReports } from './composing/sum-reports.ts';
export type { SummedTable } from './composing/sum-reports.ts';
export {
  isTableFigure,
  tableFigure,
  tableFigureLabel,
  usualTableFigures,
} from './composing/table-figures.ts';
