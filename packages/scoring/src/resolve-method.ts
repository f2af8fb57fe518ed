import { aggregations, defaultMethod, tieRules } from './method.ts';
import type { Method, MethodInput } from './method.ts';
import { ProblemList } from './scoring-input-error.ts';

type Fields = Readonly<Record<string, unknown>>;
type Check = readonly [expected: string, test: (value: unknown) => boolean];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const oneOf = (...options: readonly unknown[]): Check => [
  options.map((option) => JSON.stringify(option)).join(', '),
  (value) => options.includes(value),
];
const text: Check = ['a text that is not empty', (value) => typeof value === 'string' && value !== ''];
const anyText: Check = ['a text', (value) => typeof value === 'string'];
const number: Check = ['a finite number', finite];
const positive: Check = ['a number above 0', (value) => finite(value) && value > 0];
const fraction: Check = ['a number from 0 to 1', (value) => finite(value) && value >= 0 && value <= 1];
const cap: Check = ['a number of 0 or more, or null', (v) => v === null || (finite(v) && v >= 0)];
const decimals: Check = [
  'a whole number from 0 to 10',
  (value) => finite(value) && Number.isInteger(value) && value >= 0 && value <= 10,
];
const list: Check = ['a list', (value) => Array.isArray(value)];
const object: Check = ['an object', isFields];
const objectOrNull: Check = ['an object or null', (value) => value === null || isFields(value)];

const methodChecks: Readonly<Record<keyof Method, Check>> = {
  version: oneOf(1),
  aggregation: oneOf(...aggregations),
  scale: positive,
  notApplicable: oneOf('total', 'siblings'),
  unscored: oneOf('refuse', 'exclude', 'zero'),
  minimumCoverage: fraction,
  components: list,
  bonusCap: cap,
  totalCap: cap,
  veto: objectOrNull,
  ranking: object,
  bands: list,
  bandBasis: oneOf('rounded', 'unrounded'),
  rounding: oneOf('half-up'),
  decimals,
};
const rankingChecks: Readonly<Record<string, Check>> = {
  within: oneOf('kind', 'all'),
  ties: oneOf(...tieRules),
  basis: oneOf('unrounded', 'rounded'),
  decimals,
};
const bandChecks: Readonly<Record<string, Check>> = { code: text, name: anyText, minimum: number };
const componentChecks: Readonly<Record<string, Check>> = { code: text, file: text, weight: fraction };
const vetoChecks: Readonly<Record<string, Check>> = { band: text };

const shown = (value: unknown): string =>
  (typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing')).slice(0, 60);

const checkFields = (
  fields: unknown,
  checks: Readonly<Record<string, Check>>,
  where: { readonly path: string; readonly complete: boolean; readonly problems: ProblemList },
): void => {
  const { path, complete, problems } = where;
  const field = (name: string) => ({ table: 'method', index: null, field: name }) as const;
  const at = (key: string) => field(path + key);
  if (!isFields(fields)) {
    const key = path.slice(0, -1);
    problems.add('method-value', { key, expected: object[0], value: shown(fields) }, field(key));
    return;
  }
  for (const key of Object.keys(fields)) {
    if (!Object.hasOwn(checks, key)) problems.add('method-key-unknown', { key: path + key }, at(key));
  }
  for (const [key, [expected, test]] of Object.entries(checks)) {
    const value = fields[key];
    if (value === undefined && !complete) continue;
    if (!test(value)) {
      problems.add('method-value', { key: path + key, expected, value: shown(value) }, at(key));
    }
  }
};

const checkBands = (method: Method, problems: ProblemList): void => {
  const codes = new Set<string>();
  const minimums = new Set<number>();
  for (const [i, { code, minimum }] of method.bands.entries()) {
    if (codes.has(code) || minimums.has(minimum)) {
      problems.add('band-duplicate', { band: code }, { table: 'method', index: null, field: `bands.${i}` });
    }
    codes.add(code);
    minimums.add(minimum);
  }
  const vetoBand = method.veto?.band;
  if (vetoBand !== undefined && !codes.has(vetoBand)) {
    problems.add(
      'veto-band-unknown',
      { band: vetoBand },
      { table: 'method', index: null, field: 'veto.band' },
    );
  }
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const checkMethod: (fields: unknown, problems: ProblemList) => asserts fields is MethodInput = (
  fields,
  problems,
) => {
  if (!isFields(fields)) {
    problems.add('method-not-object', {}, { table: 'method', index: null, field: null });
    return;
  }
  checkFields(fields, methodChecks, { path: '', complete: false, problems });
  if (isFields(fields['ranking'])) {
    checkFields(fields['ranking'], rankingChecks, { path: 'ranking.', complete: false, problems });
  }
  if (isFields(fields['veto'])) {
    checkFields(fields['veto'], vetoChecks, { path: 'veto.', complete: true, problems });
  }
  for (const [i, band] of listOf(fields['bands']).entries()) {
    checkFields(band, bandChecks, { path: `bands.${i}.`, complete: true, problems });
  }
  for (const [i, component] of listOf(fields['components']).entries()) {
    checkFields(component, componentChecks, { path: `components.${i}.`, complete: true, problems });
  }
};

const definedOnly = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/**
 * The whole method from what was given: absent keys take their defaults (`defaultMethod`), and every key is
 * checked, so that a misspelt one is an error and not a silent default. Accepts parsed JSON.
 *
 * @throws ScoringInputError with `at.field` as the path of each key (`ranking.ties`, `bands.0.minimum`)
 */
export const resolveMethod = (given: unknown = {}): Method => {
  const problems = new ProblemList();
  checkMethod(given, problems);
  problems.throwIfAny();
  const ranking = { ...defaultMethod.ranking, ...definedOnly(given.ranking ?? {}) };
  const method: Method = { ...defaultMethod, ...definedOnly(given), ranking };
  checkBands(method, problems);
  problems.throwIfAny();
  return method;
};
