import { whyUnfit } from '@gongping/annual-report';
import { judgedRule } from '../report-proposals/judged-rule.ts';
import type { FoundCheck } from './check-system.ts';
import type { NodeContent } from './system-content.ts';

/** Advice where a leaf is to be judged by the annual report, and its rule has no place for what is found. */
export function judgeAdvice(nodes: readonly NodeContent[]): FoundCheck[] {
  return nodes.flatMap(({ code, judge, rule }): FoundCheck[] => {
    if (judge === null || rule === null) return [];
    const sentence = whyUnfit(judge, judgedRule(judge, rule));
    return sentence === null ? [] : [{ severity: 'advice', indicator: code, field: 'judge', sentence }];
  });
}
