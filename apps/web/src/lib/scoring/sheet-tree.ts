import type { Indicator, UnitSheet } from '@gongping/contracts';
import type { Status } from '#lib/components/status.ts';

export interface TreeGroup {
  readonly node: Indicator;
  readonly leaves: readonly Indicator[];
}
export interface TreeFamily {
  readonly node: Indicator;
  readonly groups: readonly TreeGroup[];
  readonly leaves: readonly Indicator[];
}

/** Families, their groups and leaves, in the order of the system; a leaf right below a family is its own group. */
export function sheetTree(
  sheet: Pick<UnitSheet, 'indicators'> & { readonly scores: readonly { readonly indicator: string }[] },
): TreeFamily[] {
  const scored = new Set(sheet.scores.map(({ indicator }) => indicator));
  const children = (code: string | null) => sheet.indicators.filter(({ parent }) => parent === code);
  const leavesBelow = (node: Indicator): Indicator[] =>
    scored.has(node.code) ? [node] : children(node.code).flatMap(leavesBelow);
  return children(null)
    .map((node) => {
      const groups = children(node.code).map((group) => ({ node: group, leaves: leavesBelow(group) }));
      return { node, groups: groups.filter(({ leaves }) => leaves.length > 0), leaves: leavesBelow(node) };
    })
    .filter(({ leaves }) => leaves.length > 0);
}

/** All leaves in the order of the tree. */
export function leafOrder(families: readonly TreeFamily[]): Indicator[] {
  return families.flatMap(({ leaves }) => leaves);
}

/** How many of these marks are settled: scored, with or without what is missing, or N/A. */
export function countDone(statuses: readonly Status[]): number {
  return statuses.filter((status) => status !== 'unscored').length;
}

/** Where a sheet stands. Bonus and veto leaves need no score, so they do not count among the leaves. */
export function standOf(
  leaves: readonly Pick<Indicator, 'code' | 'role'>[],
  statusOf: (code: string) => Status,
) {
  const due = leaves.filter(({ role }) => role === 'score').map(({ code }) => statusOf(code));
  const statuses = leaves.map(({ code }) => statusOf(code));
  return {
    done: countDone(due),
    leaves: due.length,
    incomplete: statuses.filter((status) => status === 'incomplete').length,
  };
}

/** The next leaf without a score after `from`, going round once; null where all have one. */
export function nextUnscored(
  codes: readonly string[],
  from: string,
  statusOf: (code: string) => Status,
): string | null {
  const start = codes.indexOf(from) + 1;
  const round = [...codes.slice(start), ...codes.slice(0, start)];
  return round.find((code) => code !== from && statusOf(code) === 'unscored') ?? null;
}
