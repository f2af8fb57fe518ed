import type { DraftIndicator, Indicator } from '@gongping/contracts';

/** A node as its form holds it and as it is sent: without its place. */
export type NodeValues = Omit<DraftIndicator, 'parent'>;
export type DraftRule = NonNullable<NodeValues['rule']>;
export type Method = DraftRule['method'];

export const methods = [
  'ratio',
  'graded',
  'checklist',
  'deduct',
  'bonus',
  'veto',
] as const satisfies Method[];

/** A copy that may be typed into. */
export function valuesOf(node: Indicator): NodeValues {
  const { level: _level, parent: _parent, ...values } = structuredClone(node);
  // What is read-only on its way out is a copy here.
  return values as NodeValues;
}

/** An empty rule of a method. */
export function newRule(method: Method): DraftRule {
  const words = () => ({ zh: '', en: '' });
  switch (method) {
    case 'ratio':
      return {
        method,
        numerator: words(),
        denominator: words(),
        denominatorRule: { kind: 'counted' },
        credits: [],
        deductions: [],
      };
    case 'graded':
      return { method, levels: [] };
    case 'checklist':
      return { method, points: [], zeroWhen: null };
    case 'deduct':
      return { method, items: [] };
    default:
      return { method };
  }
}

/** Numbers of clauses, however they are separated; null where something else is among them. */
export function readClauses(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;|]+/)
    .filter((part) => part !== '');
  return parts.every((part) => /^[1-9]\d{0,5}$/.test(part)) ? parts.map(Number) : null;
}

/** A code that none of the entries has yet. */
export function freeEntryCode(entries: readonly { readonly code: string }[]): string {
  const taken = new Set(entries.map(({ code }) => code));
  for (let number = entries.length + 1; ; number += 1) {
    if (!taken.has(`item-${number}`)) return `item-${number}`;
  }
}
