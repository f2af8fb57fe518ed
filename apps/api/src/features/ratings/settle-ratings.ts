import type { Procedure, ScoreState } from '@gongping/contracts';
import { formatDecimal, type RuleInput } from '@gongping/scoring';
import { canonicalJson } from '../../http/canonical-json.ts';

/** What one rater gives a leaf. `marks` as the database keeps them: `3.4400000000`. */
export interface GivenRating {
  readonly state: ScoreState;
  readonly input: RuleInput | null;
  readonly marks: string | null;
  readonly reason: string;
}

/** What two ratings of a leaf come to: a score that stands, a case for the reviewer, or nothing at all. */
export type Settled =
  | { readonly kind: 'agreed'; readonly score: GivenRating }
  | { readonly kind: 'differs' }
  | { readonly kind: 'untouched' };

/** A leaf as the settling needs it. */
export interface SettledLeaf {
  readonly fullMarks: string;
  /** Bonus and veto leaves may stay empty: that is worth nothing, like an entry of 0. */
  readonly optional: boolean;
}

/**
 * Two raters agree where both say N/A, or where their marks differ by no more than the threshold's share of the full
 * marks; what differs by exactly the threshold still agrees. Their mean (or the first) stands, with the reasons of
 * both. A mean of two different entries has no entry of its own: its reason takes in what their deductions say.
 */
export function settleRatings(
  [first, second]: readonly [GivenRating, GivenRating],
  leaf: SettledLeaf,
  { arbitrationThreshold, agreed }: Pick<Procedure, 'arbitrationThreshold' | 'agreed'>,
): Settled {
  const [a, b] = [valueOf(first, leaf), valueOf(second, leaf)];
  if (first.state === 'unscored' && second.state === 'unscored') return { kind: 'untouched' };
  const reason = joinReasons(first.reason, second.reason);
  if (a === 'NA' && b === 'NA') {
    return { kind: 'agreed', score: { state: 'not_applicable', input: null, marks: null, reason } };
  }
  if (typeof a !== 'bigint' || typeof b !== 'bigint') return { kind: 'differs' };
  const difference = a > b ? a - b : b - a;
  const limit = tenthDecimals(formatDecimal(arbitrationThreshold, decimals)) * tenthDecimals(leaf.fullMarks);
  if (difference * one > limit) return { kind: 'differs' };
  const marks = agreed === 'first' ? inFull(a) : halfOf(a + b);
  const input = entryOf(first, second, agreed);
  const said = input === null ? joinReasons(saidIn(first), saidIn(second)) : reason;
  return { kind: 'agreed', score: { state: 'scored', input, marks, reason: said } };
}

/** The entry that the marks follow from, where one does. */
function entryOf(first: GivenRating, second: GivenRating, agreed: Procedure['agreed']): RuleInput | null {
  if (first.state === 'unscored' || second.state === 'unscored') {
    const touched = first.state === 'unscored' ? second : first;
    return Number(touched.marks) === 0 ? touched.input : null;
  }
  if (agreed === 'first' || canonicalJson(first.input) === canonicalJson(second.input)) return first.input;
  return null;
}

const decimals = 10;
const one = 10n ** BigInt(decimals);

type Value = bigint | 'NA' | null;

/** In units of the tenth decimal, so that a difference of exactly the threshold is told from one just above it. */
function valueOf({ state, marks }: GivenRating, { optional }: SettledLeaf): Value {
  if (state === 'not_applicable') return 'NA';
  if (state === 'scored' && marks !== null) return tenthDecimals(marks);
  return optional ? 0n : null;
}

function tenthDecimals(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
}

/** Half a sum, half up, as a decimal. */
function halfOf(sum: bigint): string {
  return inFull((sum + 1n) / 2n);
}

function inFull(value: bigint): string {
  const fraction = String(value % one).padStart(decimals, '0');
  return `${value / one}.${fraction}`.replace(/\.?0+$/, '');
}

/** Why a rating departs from full marks: its reason, or those of its deductions. */
function saidIn({ reason, input }: GivenRating): string {
  if (reason.trim() !== '' || input === null || !('deductions' in input)) return reason;
  return joinReasons(...input.deductions.map((entry) => entry.reason));
}

/** Both reasons, once where they are the same. */
function joinReasons(...reasons: readonly string[]): string {
  return [...new Set(reasons.map((reason) => reason.trim()))].filter((reason) => reason !== '').join('\n');
}
