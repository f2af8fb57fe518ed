import type { AppraisalMethod, AppraisalResponse } from './appraisal-method.ts';
import type { AppraisalResult, GroupExclusion, GroupResult } from './appraisal-result.ts';
import { mean, sampleVariance, weightedMean } from './moments.ts';
import { summariseQuestions } from './question-results.ts';
import { scoreRespondent } from './respondent-score.ts';
import type { RespondentScore } from './respondent-score.ts';
import type { Interval } from './wilson-interval.ts';

/** Two-sided 95 % quantile of the standard normal, to the digits that the method statement prints. */
const Z_95 = 1.959964;

interface Group extends GroupResult {
  readonly respondents: readonly RespondentScore[];
}

function gatherGroups(respondents: readonly RespondentScore[], method: AppraisalMethod): readonly Group[] {
  const members = new Map<string, RespondentScore[]>(Object.keys(method.groups).map((group) => [group, []]));
  for (const respondent of respondents) {
    const list = members.get(respondent.group);
    if (list === undefined) members.set(respondent.group, [respondent]);
    else list.push(respondent);
  }
  return [...members].map(([group, list]) => {
    const scores = list.map(({ score }) => score);
    const weight = method.groups[group]?.weight ?? 0;
    let exclusion: GroupExclusion | null = null;
    if (weight <= 0) exclusion = 'no-weight';
    else if (list.length < Math.max(1, method.minimumGroup)) exclusion = 'below-minimum';
    return {
      group,
      n: list.length,
      mean: mean(scores),
      variance: sampleVariance(scores),
      weight,
      counted: exclusion === null,
      exclusion,
      respondents: list,
    };
  });
}

/** S ± z·√(Σ (ω_g ÷ Ω)²·s_g² ÷ n_g); null where a counted group of one has no variance. */
function intervalOf(score: number, counted: readonly Group[]): Interval | null {
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  let variance = 0;
  for (const group of counted) {
    if (group.variance === null) return null;
    variance += ((group.weight / weights) ** 2 * group.variance) / group.n;
  }
  const reach = Z_95 * Math.sqrt(variance);
  return { lower: score - reach, upper: score + reach };
}

/** Family scores with the groups' weights; a group that never answered a family has no part in it. */
function familyScores(counted: readonly Group[], method: AppraisalMethod): Record<string, number | null> {
  const scoreOf = (family: string): number | null =>
    weightedMean(
      counted.map(({ weight, respondents }) => ({
        weight,
        value: mean(
          respondents.map(({ families }) => families[family] ?? null).filter((value) => value !== null),
        ),
      })),
    );
  return Object.fromEntries(Object.keys(method.families).map((family) => [family, scoreOf(family)]));
}

function reported({ group, n, mean: average, variance, weight, counted, exclusion }: Group): GroupResult {
  return { group, n, mean: average, variance, weight, counted, exclusion };
}

/**
 * Social appraisal of one unit from the responses about it.
 *
 * A respondent's score is that of {@link scoreRespondent}; a group's score S_g is their mean; the
 * unit's is S = Σ ω_g·S_g ÷ Ω with Ω = Σ ω_g over the groups with a weight and at least `minimumGroup`
 * valid responses. S is given from `minimumSample` valid responses (groups without weight included).
 * The 95 % interval is S ± 1.959964·√(Σ (ω_g ÷ Ω)²·s_g² ÷ n_g) with s_g² the sample variance: the
 * variance of a stratified mean, W. G. Cochran, Sampling Techniques (3rd ed., 1977), section 5.4,
 * without finite-population correction.
 *
 * Scores are on the answers' scale (0 to 100), unrounded. What is undefined is null, never NaN.
 */
export function appraise(responses: readonly AppraisalResponse[], method: AppraisalMethod): AppraisalResult {
  const respondents = responses
    .map((response) => scoreRespondent(response, method))
    .filter((respondent) => respondent !== null);
  const groups = gatherGroups(respondents, method);
  const counted = groups.filter((group) => group.counted);
  const common = {
    received: responses.length,
    valid: respondents.length,
    groups: groups.map(reported),
    questions: summariseQuestions(responses, method),
  };

  const score = weightedMean(counted.map((group) => ({ weight: group.weight, value: group.mean })));
  const sampleTooSmall = respondents.length < method.minimumSample;
  if (score === null || sampleTooSmall) {
    const families = Object.fromEntries(Object.keys(method.families).map((family) => [family, null]));
    const gap = sampleTooSmall ? 'sample-too-small' : 'no-countable-group';
    return { ...common, families, score: null, gap, interval: null };
  }
  return {
    ...common,
    families: familyScores(counted, method),
    score,
    gap: null,
    interval: intervalOf(score, counted),
  };
}
