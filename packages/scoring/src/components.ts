import type { Component } from './input.ts';
import type { MethodComponent } from './method.ts';
import { settle } from './round.ts';
import type { ProblemList } from './scoring-input-error.ts';

/** The code under which the tree itself appears among the parts of a total. */
export const TREE = 'tree';

const entriesOf = ({ values }: Component): Iterable<readonly [string, number | null]> =>
  values instanceof Map ? values : Object.entries(values);

/** A component with its values by unit index, NaN where a unit has none. */
export interface ComponentColumn {
  readonly code: string;
  readonly weight: number;
  readonly values: Float64Array;
}

/** What the components leave to the tree, 0 to 1. */
export const treeWeight = (components: readonly { readonly weight: number }[]): number =>
  Math.max(0, settle(1 - components.reduce((sum, { weight }) => sum + weight, 0)));

/** Dust of weights such as 0.1 + 0.2 + 0.7. */
const TOLERANCE = 1e-9;

/**
 * Checks the components and puts their values in the order of the units. Where the method declares components, code
 * and weight of each must agree with what is given: a published method may not say other than what was computed.
 */
export const readComponents = (
  components: readonly Component[],
  declared: readonly MethodComponent[],
  context: { readonly unitIndex: ReadonlyMap<string, number>; readonly problems: ProblemList },
): ComponentColumn[] => {
  const { unitIndex, problems } = context;
  const codes = new Set<string>();
  let sum = 0;
  const columns = components.map((component, index): ComponentColumn => {
    const { code, weight } = component;
    const at = (field: string) => ({ table: 'components', index, field }) as const;
    if (code === '') problems.add('code-empty', {}, at('code'));
    if (code === TREE) problems.add('component-code-reserved', { component: code }, at('code'));
    if (codes.has(code)) problems.add('component-duplicate', { component: code }, at('code'));
    codes.add(code);
    if (!(weight >= 0 && weight <= 1)) {
      problems.add('component-weight', { component: code, value: weight }, at('weight'));
    }
    sum += weight;
    const values = new Float64Array(unitIndex.size).fill(NaN);
    for (const [unit, value] of entriesOf(component)) {
      const i = unitIndex.get(unit);
      if (i === undefined) problems.add('component-unit-unknown', { component: code, unit }, at('unit'));
      else if (value !== null && !Number.isFinite(value)) {
        problems.add('component-value', { component: code, unit }, at('value'));
      } else if (value !== null) values[i] = value;
    }
    return { code, weight, values };
  });
  if (sum > 1 + TOLERANCE) {
    problems.add(
      'component-weights-sum',
      { value: sum },
      { table: 'components', index: null, field: 'weight' },
    );
  }
  checkDeclared(components, declared, problems);
  return columns;
};

const checkDeclared = (
  components: readonly Component[],
  declared: readonly MethodComponent[],
  problems: ProblemList,
): void => {
  if (declared.length === 0) return;
  const weights = new Map(components.map(({ code, weight }) => [code, weight]));
  const known = new Set(declared.map(({ code }) => code));
  const differing = [
    ...declared.filter(({ code, weight }) => weights.get(code) !== weight),
    ...components.filter(({ code }) => !known.has(code)),
  ];
  for (const { code } of differing) {
    const at = { table: 'method', index: null, field: 'components' } as const;
    problems.add('component-mismatch', { component: code }, at);
  }
};
