import { evaluateRule } from '@gongping/scoring';
import type { Rule, RuleInput } from '@gongping/scoring';
import type { RandomStream } from './random.ts';

interface Candidate {
  readonly input: RuleInput;
  readonly lost: number;
}

/**
 * The candidate that loses most nearly what is wanted; one of them at random where several do.
 * @throws RangeError where a candidate is not an input of the rule
 */
export function nearestInput(
  rule: Rule,
  inputs: readonly RuleInput[],
  { marks, wanted, stream }: { marks: number; wanted: number; stream: RandomStream },
): Candidate {
  let best: Candidate[] = [];
  let distance = Infinity;
  for (const input of inputs) {
    const outcome = evaluateRule(rule, input, marks);
    if (!outcome.ok)
      throw new RangeError(`an invented input is invalid: ${JSON.stringify(outcome.problems)}`);
    const off = Math.abs(outcome.lost - wanted);
    if (off > distance + 1e-9) continue;
    if (off < distance - 1e-9) best = [];
    distance = Math.min(distance, off);
    best.push({ input, lost: outcome.lost });
  }
  return stream.pick(best);
}
