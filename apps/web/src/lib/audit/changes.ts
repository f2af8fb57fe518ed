/** A field that an entry of the log changed; null where it was not there before or is not there any more. */
export interface FieldChange {
  /** Path in the entry: `marks`, `phaseDates.plan.end`. */
  readonly path: string;
  readonly before: Scalar | null;
  readonly after: Scalar | null;
}

export type Scalar = string | number | boolean;

/** Only what somebody can read in a line: ids of rows say nothing. */
const idOfRow = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Where `before` and `after` of an entry differ, as flat paths in the order of the entry. Lists of ids and of cells
 * come as their length, so that a matrix of 185 cells stays one line.
 */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const old = flatten(before);
  const now = flatten(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}

function flatten(value: unknown): Map<string, Scalar> {
  const found = new Map<string, Scalar>();
  const walk = (path: string, node: unknown): void => {
    if (typeof node === 'string' || typeof node === 'number' || typeof node === 'boolean') {
      if (node !== '' && !(typeof node === 'string' && idOfRow.test(node))) found.set(path, node);
    } else if (Array.isArray(node)) {
      found.set(`${path}#`, node.length);
    } else if (typeof node === 'object' && node !== null) {
      for (const [key, child] of Object.entries(node)) walk(path === '' ? key : `${path}.${key}`, child);
    }
  };
  walk('', value);
  return found;
}
