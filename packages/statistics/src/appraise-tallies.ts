import type { AppraisalMethod } from './appraisal-method.ts';
import type { AppraisalResult, GroupExclusion, GroupResult } from './appraisal-result.ts';
import { addSum, valueOf, type ExactSum } from './exact-sum.ts';
import { weightedMean } from './moments.ts';
import { addTally, copyTally, type Tally, type TallyItem } from './tally.ts';
import { ratedQuestions } from './rated-questions.ts';
import type { Interval } from './wilson-interval.ts';

/** Two-sided 95 % quantile of the standard normal, to the digits that the method statement prints. */
const Z_95 = 1.959964;

/** Answers of one group of respondents. */
export interface GroupTally {
  readonly group: string;
  readonly tally: Tally;
}

interface Group extends GroupResult {
  readonly tally: Tally | null;
}

/** s² = (Σs² − (Σs)² ÷ n) ÷ (n − 1); null of fewer than two. Scores reach 100, so that doubles keep ten digits of it. */
function varianceOf({ valid, sum, sumSquares }: Tally): number | null {
  const total = valueOf(sum);
  return valid < 2 ? null : Math.max(0, (valueOf(sumSquares) - (total * total) / valid) / (valid - 1));
}

function gatherGroups(tallies: readonly GroupTally[], method: AppraisalMethod): readonly Group[] {
  const byGroup = new Map<string, Tally | null>(Object.keys(method.groups).map((group) => [group, null]));
  for (const { group, tally } of tallies) {
    const known = byGroup.get(group);
    if (known) addTally(known, tally);
    else if (byGroup.has(group) || tally.valid > 0) byGroup.set(group, copyTally(tally));
  }
  return [...byGroup].map(([group, tally]) => {
    const n = tally?.valid ?? 0;
    const weight = method.groups[group]?.weight ?? 0;
    let exclusion: GroupExclusion | null = null;
    if (weight <= 0) exclusion = 'no-weight';
    else if (n < Math.max(1, method.minimumGroup)) exclusion = 'below-minimum';
    return {
      group,
      n,
      mean: tally === null || n === 0 ? null : valueOf(tally.sum) / n,
      variance: tally === null ? null : varianceOf(tally),
      weight,
      counted: exclusion === null,
      exclusion,
      tally,
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
      counted.map(({ weight, tally }) => {
        const answered = tally?.families[family];
        const value = !answered || answered.count === 0 ? null : valueOf(answered.sum) / answered.count;
        return { weight, value };
      }),
    );
  return Object.fromEntries(Object.keys(method.families).map((family) => [family, scoreOf(family)]));
}

function reported({ group, n, mean: average, variance, weight, counted, exclusion }: Group): GroupResult {
  return { group, n, mean: average, variance, weight, counted, exclusion };
}

/**
 * Social appraisal of one unit from the tallies of its groups. A group may come in several parts.
 *
 * A group's score S_g is the mean of its respondents' scores; the unit's is S = Σ ω_g·S_g ÷ Ω with Ω = Σ ω_g over the
 * groups with a weight and at least `minimumGroup` valid responses. S is given from `minimumSample` valid responses
 * (groups without weight included). The 95 % interval is S ± 1.959964·√(Σ (ω_g ÷ Ω)²·s_g² ÷ n_g) with s_g² the sample
 * variance: the variance of a stratified mean, W. G. Cochran, Sampling Techniques (3rd ed., 1977), section 5.4, without
 * finite-population correction.
 *
 * Scores are on the answers' scale (0 to 100), unrounded. What is undefined is null, never NaN.
 */
export function appraiseTallies(
  tallies: readonly GroupTally[],
  method: AppraisalMethod,
  items: readonly TallyItem[],
): AppraisalResult {
  const groups = gatherGroups(tallies, method);
  const counted = groups.filter((group) => group.counted);
  const received = tallies.reduce((sum, { tally }) => sum + tally.received, 0);
  const valid = tallies.reduce((sum, { tally }) => sum + tally.valid, 0);
  const common = {
    received,
    valid,
    groups: groups.map(reported),
    questions: questionsOf(tallies, method, items),
  };

  const score = weightedMean(counted.map((group) => ({ weight: group.weight, value: group.mean })));
  const sampleTooSmall = valid < method.minimumSample;
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

/**
 * Distribution of the answers to every rated question.
 *
 * Over all responses received: counting valid ones alone would drop those with the most 不了解 and understate how little
 * the public knows of the unit.
 */
function questionsOf(tallies: readonly GroupTally[], method: AppraisalMethod, items: readonly TallyItem[]) {
  const received = tallies.reduce((sum, { tally }) => sum + tally.received, 0);
  return ratedQuestions(method).map((question) => {
    const values = items.find(({ code }) => code === question)?.values ?? [];
    const counts = new Map<number, number>();
    let answered = 0;
    for (const { tally } of tallies) {
      for (const [place, count] of (tally.counts[question] ?? []).entries()) {
        const value = values[place] ?? null;
        if (value === null || count === 0) continue;
        answered += count;
        counts.set(value, (counts.get(value) ?? 0) + count);
      }
    }
    const unknown = received - answered;
    return {
      question,
      counts: [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value),
      answered,
      unknown,
      unknownShare: received === 0 ? null : unknown / received,
    };
  });
}

/**
 * Cronbach's raw α over the respondents who answered every rated item, from their sums of products:
 * α = k ÷ (k − 1) · (1 − trace C ÷ ΣΣ C). Null where undefined, as `cronbachAlpha` with `listwise`.
 *
 * Source: L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951) 297–334.
 */
export function alphaOfTally({ complete: { count, sums, products } }: Tally): number | null {
  const k = sums.length;
  if (k < 2 || count < 2) return null;
  let trace = 0;
  let total = 0;
  let pair = 0;
  for (let first = 0; first < k; first += 1) {
    for (let second = first; second < k; second += 1) {
      const product = products[pair] ?? 0;
      const covariance = (product - ((sums[first] ?? 0) * (sums[second] ?? 0)) / count) / (count - 1);
      if (first === second) trace += covariance;
      total += first === second ? covariance : 2 * covariance;
      pair += 1;
    }
  }
  // What is left of a sum of squares that cancel is no variance.
  return total > 1e-9 ? (k / (k - 1)) * (1 - trace / total) : null;
}

/** Those who have dealt with the unit, or never have: how many, how many with a score, and its mean. */
export interface ContactResult {
  readonly received: number;
  readonly valid: number;
  readonly mean: number | null;
}

/** Who has dealt with the unit and who never has, apart; null where that is not asked. */
export function contactOf(
  tallies: readonly Tally[],
): { readonly dealt: ContactResult; readonly never: ContactResult } | null {
  const asked = tallies.flatMap(({ contact }) => contact ?? []);
  if (asked.length === 0) return null;
  const side = (of: 'dealt' | 'never'): ContactResult => {
    const all = asked.map((contact) => contact[of]);
    const valid = all.reduce((sum, one) => sum + one.valid, 0);
    const total: ExactSum = [0, 0];
    for (const { sum } of all) addSum(total, sum);
    return {
      received: all.reduce((sum, one) => sum + one.received, 0),
      valid,
      mean: valid === 0 ? null : valueOf(total) / valid,
    };
  };
  return { dealt: side('dealt'), never: side('never') };
}
