import type { RuleInput } from '@gongping/scoring';

const entered = (input: RuleInput): string => {
  if (!('deductions' in input)) return JSON.stringify(Object.entries(input).sort());
  const deductions = input.deductions
    .map(({ reason: _reason, ...entry }) => JSON.stringify(Object.entries(entry).sort()))
    .sort();
  return JSON.stringify(Object.entries({ ...input, deductions }).sort());
};

/** Whether two inputs enter the same, in whatever words they say why. */
export function entersSame(one: RuleInput | null, other: RuleInput | null): boolean {
  if (one === null || other === null) return one === other;
  return entered(one) === entered(other);
}
