import type { Agree } from './agree.ts';
import type { Findings } from './finding.ts';

interface Place {
  readonly file: string;
  /** Path of the member: `outcome.rows.12.score`. */
  readonly column: string;
  readonly row?: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const shown = (value: unknown): string => (value === undefined ? '' : (JSON.stringify(value) ?? ''));

/** Compares a value of a JSON file with what it should be, member by member. */
export const compareValue = (
  values: { readonly published: unknown; readonly expected: unknown },
  place: Place,
  context: { readonly findings: Findings; readonly agree: Agree },
): void => {
  const { published, expected } = values;
  const { findings, agree } = context;
  if (isObject(expected) && isObject(published) && Array.isArray(expected) === Array.isArray(published)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(published)])) {
      const column = place.column === '' ? name : `${place.column}.${name}`;
      compareValue({ published: published[name], expected: expected[name] }, { ...place, column }, context);
    }
    return;
  }
  findings.compared += 1;
  const [one, other] = [shown(published), shown(expected)];
  if (!agree(one, other)) findings.add({ kind: 'differs', ...place, published: one, expected: other });
};
