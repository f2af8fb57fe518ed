import type { RatioRule, RuleInput } from '@gongping/scoring';

type Ratio = Extract<RuleInput, { method: 'ratio' }>;

/** A unit that fails more of a sample than this would not have been let off with a score sheet. */
const worstShare = 0.6;
/** Above it a list of findings no longer reads. */
const mostFindings = 24;
/** Score rates of a task, in tenths, as the office gives them. */
const taskTenths = [9, 8, 7, 6, 5, 4, 3];

/** Findings of partial and of no credit by code, best first; the rest of the sample has full credit. */
function credited({ credits }: RatioRule, size: number): Ratio[] {
  const [full, ...lesser] = [...credits].sort((a, b) => b.credit - a.credit);
  if (full === undefined) return [];
  const most = Math.min(mostFindings, Math.floor(size * worstShare));
  const combinations = lesser.reduce<number[][]>(
    (sets) =>
      sets.flatMap((counts) => {
        const left = most - counts.reduce((sum, count) => sum + count, 0);
        return Array.from({ length: Math.max(0, left) + 1 }, (_, count) => [...counts, count]);
      }),
    [[]],
  );
  return combinations.map((found) => {
    const missed = found.reduce((sum, count) => sum + count, 0);
    const counts: Record<string, number> = { [full.code]: size - missed };
    let numerator = (size - missed) * full.credit;
    lesser.forEach(({ code, credit }, at) => {
      const count = found[at] ?? 0;
      counts[code] = count;
      numerator += count * credit;
    });
    return { method: 'ratio', numerator, denominator: size, counts, deductions: [] };
  });
}

function plain(size: number): Ratio[] {
  const most = Math.min(mostFindings, Math.max(1, Math.floor(size * worstShare)));
  return Array.from({ length: most + 1 }, (_, missed) => ({
    method: 'ratio',
    numerator: size - missed,
    denominator: size,
    deductions: [],
  }));
}

/** Sums of tasks' score rates: all done, or one to three of them at one rate. */
export function taskCandidates(tasks: number): Ratio[] {
  const behind = Array.from({ length: Math.min(3, tasks) }, (_, at) => at + 1);
  const numerators = behind.flatMap((count) =>
    // In tenths, so that the sum is the decimal it looks like.
    taskTenths.map((tenths) => (tasks * 10 - count * (10 - tenths)) / 10),
  );
  return [tasks, ...numerators].map((numerator) => ({
    method: 'ratio',
    numerator,
    denominator: tasks,
    deductions: [],
  }));
}

/** Plausible inputs of a ratio over `size` items, with and without each of its deductions. */
export function ratioCandidates(rule: RatioRule, size: number): Ratio[] {
  const clean = rule.credits.length > 0 ? credited(rule, size) : plain(size);
  const deducted = rule.deductions.flatMap(({ code }) =>
    clean.map((input): Ratio => ({ ...input, deductions: [{ item: code, count: 1, reason: '' }] })),
  );
  return [...clean, ...deducted];
}
