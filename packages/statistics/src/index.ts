export type { AppraisalFamily, AppraisalMethod, AppraisalResponse } from './appraisal-method.ts';
export type {
  AppraisalGap,
  AppraisalResult,
  GroupExclusion,
  GroupResult,
  QuestionResult,
} from './appraisal-result.ts';
export { appraise } from './appraise.ts';
export { alphaOfTally, appraiseTallies, contactOf } from './appraise-tallies.ts';
export type { ContactResult, GroupTally } from './appraise-tallies.ts';
export { ratedQuestions } from './rated-questions.ts';
export { addTally, copyTally, createTallier } from './tally.ts';
export type { ContactItem, TalliedBy, Tallier, Tally, TallyItem } from './tally.ts';
export { addCells, cellsWithin } from './margin-cells.ts';
export type { CellTally, MarginItem } from './margin-cells.ts';
export { cronbachAlpha } from './cronbach-alpha.ts';
export type { CronbachOptions, ItemAnswers } from './cronbach-alpha.ts';
export { wilsonInterval } from './wilson-interval.ts';
export type { Interval } from './wilson-interval.ts';
export { agreement } from './agreement.ts';
export type { Agreement } from './agreement.ts';
export type { Category } from './categories.ts';
export { countChoices, netPromoterScore } from './choices.ts';
export type { ChoiceCount } from './choices.ts';
export { cohenKappa, kappaOfTable } from './cohen-kappa.ts';
export type { KappaOptions, KappaWeights } from './cohen-kappa.ts';
export { fleissKappa } from './fleiss-kappa.ts';
export { intraclassCorrelation } from './intraclass-correlation.ts';
export type { IntraclassCorrelation } from './intraclass-correlation.ts';
export { krippendorffAlpha } from './krippendorff-alpha.ts';
export type { AlphaMetric } from './krippendorff-alpha.ts';
export { meanToMargins } from './mean-to-margins.ts';
export type { MarginCell, MeanToMargins } from './mean-to-margins.ts';
export { mean } from './moments.ts';
export { rankStatistics } from './rank-statistics.ts';
export type { RankStatistics } from './rank-statistics.ts';
export { weightedMeanOf } from './weighted-mean.ts';
export type { WeightedMean } from './weighted-mean.ts';
export { kishDesignEffect, postStratify, rake } from './weighting.ts';
export type { Margins, RakedWeights, RakeOptions, RespondentRow } from './weighting.ts';
export { comparableText } from './screening/repeats.ts';
export { screenAnswers } from './screening/screen-answers.ts';
export type { RelativeSign, ScreenedAnswer } from './screening/screened-answer.ts';
