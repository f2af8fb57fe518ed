import type { FieldChange, SystemEdit } from '@gongping/contracts';
import { systemDifference } from './system-difference.ts';
import type { SystemContent } from './system-content.ts';

interface Edited {
  readonly before: SystemContent;
  readonly after: SystemContent;
  readonly selected: string | null;
}

/** What the log keeps of a change of a draft: only what it changed. */
export function editFacts(
  { op }: SystemEdit,
  { before, after, selected }: Edited,
): { before: unknown; after: unknown } {
  const difference = systemDifference(before, after);
  const { added, removed, moved, changed, notice } = difference;
  const codes = (nodes: readonly { code: string }[]) => nodes.map(({ code }) => code);
  return {
    before: kept({
      removed: codes(removed),
      moved: moved.map(({ code, from }) => ({ code, parent: from })),
      changed: changed.map(({ code, fields }) => ({ code, ...side(fields, 'from') })),
      ...side(notice, 'from'),
    }),
    after: kept({
      op,
      code: selected ?? '',
      added: codes(added),
      moved: moved.map(({ code, to }) => ({ code, parent: to })),
      changed: changed.map(({ code, fields }) => ({ code, ...side(fields, 'to') })),
      ...side(notice, 'to'),
    }),
  };
}

function side(fields: readonly FieldChange[], which: 'from' | 'to'): Record<string, string | null> {
  return Object.fromEntries(
    fields.map(({ column, entry, ...values }) => [
      entry === null ? column : `${entry} ${column}`,
      values[which],
    ]),
  );
}

/** Without what is empty. */
function kept(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
