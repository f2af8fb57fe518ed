import { describeProblem, type Warning } from '@gongping/scoring';
import { printable } from './printable.ts';

/** Of each kind these many are told in full; JSON has them all. */
const TOLD = 3;

/**
 * Sentences for a terminal: the first of each kind in full, then how many more there are.
 *
 * @returns a line each
 */
export function warningLines(warnings: readonly Warning[], language: 'zh' | 'en'): string[] {
  const kinds = new Map<string, Warning[]>();
  for (const warning of warnings) {
    const kind = kinds.get(warning.code);
    if (kind === undefined) kinds.set(warning.code, [warning]);
    else kind.push(warning);
  }
  return [...kinds].flatMap(([code, kind]) => {
    const lines = kind.slice(0, TOLD).map((warning) => printable(describeProblem(warning, language)));
    const more = kind.length - TOLD;
    if (more <= 0) return lines;
    const rest = {
      zh: `……同类提示另有 ${more} 条（${code}），用 --json 查看全部。`,
      en: `… and ${more} more of this kind (${code}); --json has them all.`,
    };
    return [...lines, rest[language]];
  });
}
