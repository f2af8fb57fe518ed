import type { RatioRule, Rule } from '@gongping/scoring';
import type { TemplateUnit } from '../types.ts';
import type { RandomStream } from './random.ts';

/** What sizes depend on besides the rule. */
export interface SizeContext {
  readonly unit: TemplateUnit;
  readonly stream: RandomStream;
  /** Tasks that the notice gives the unit. */
  readonly tasks: number;
  /** Documents found to be interpreted, which later leaves of C1 look at; null before C1-2. */
  readonly interpreted: number | null;
}

function countedSize(leafCode: string, { unit, stream, tasks, interpreted }: SizeContext): number {
  const county = unit.kind === 'county';
  const documents = interpreted ?? stream.integer(3, 6);
  switch (leafCode) {
    case 'A1-2':
      return 200;
    case 'A2-2':
      return county ? stream.integer(15, 17) : stream.integer(9, 13);
    case 'C1-2':
      return county ? stream.integer(6, 14) : stream.integer(3, 9);
    case 'C1-3':
    case 'C1-6':
      return documents;
    case 'C1-5':
      return Math.min(3, documents) * 6;
    case 'D4-1':
      return tasks;
    default:
      return 20;
  }
}

function ratioSize(leafCode: string, { denominatorRule: rule }: RatioRule, context: SizeContext): number {
  switch (rule.kind) {
    case 'fixed':
      return rule.value;
    case 'upTo':
      return context.stream.integer(Math.ceil(rule.value * 0.7), rule.value);
    case 'lessExempt':
      return rule.value - context.stream.integer(0, 2);
    case 'counted':
      return countedSize(leafCode, context);
  }
}

/** How many items an evaluator looked at for a leaf; 0 for rules that count none. */
export function sampleSize(leafCode: string, rule: Rule, context: SizeContext): number {
  return rule.method === 'ratio' ? ratioSize(leafCode, rule, context) : 0;
}
