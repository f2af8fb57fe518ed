import type { DeductionItem, LocalText, RatioDenominator, Rule, RuleMethod } from '@gongping/scoring';
import { wholeRange } from '../../tables/number-ranges.ts';
import type { RowCells } from '../../tables/row-cells.ts';
import type { ReadItem } from './read-rule-items.ts';
import { partsOf, type RulePart } from './rule-items.ts';
import { denominatorWords, methodWords } from './system-shapes.ts';

const ratioColumns = [
  'numerator',
  'numerator_en',
  'denominator',
  'denominator_en',
  'denominator_kind',
  'denominator_value',
];
const zeroColumns = ['zero_when', 'zero_when_en'];

/** Columns of the indicators that belong to one method of scoring. */
const ownColumns: Readonly<Record<RuleMethod, readonly string[]>> = {
  ratio: ratioColumns,
  graded: [],
  checklist: zeroColumns,
  deduct: [],
  bonus: [],
  veto: [],
};

const sentences = {
  otherMethod: { zh: '此格不属于该行的计分方法', en: 'The cell does not belong to the method of the row' },
  otherPart: (method: string, parts: string): LocalText => ({
    zh: `计分方法“${method}”没有这类规则项（${parts === '' ? '它不列任何规则项' : `可用：${parts}`}），请改正项目类型或删去此行。`,
    en: `The method “${method}” lists no such entries (${parts === '' ? 'it lists none' : `it lists: ${parts}`}); correct the part or delete the row.`,
  }),
  noMethod: {
    zh: '该指标没有计分方法，不能有规则项；请填写指标表的计分方法，或删去此行。',
    en: 'The indicator has no method of scoring, so nothing can be listed for it; give its method among the indicators, or delete the row.',
  },
  noLevels: {
    zh: '分级计分至少要有一个等级，请在规则项表中列出。',
    en: 'A graded rule needs its levels; list them among the rule items.',
  },
  shares: (sum: number): LocalText => ({
    zh: `清单各要点的数值合计应为 1，现为 ${sum}；请在规则项表中改正。`,
    en: `The points of a checklist add up to 1, not ${sum}; correct them among the rule items.`,
  }),
  countedValue: {
    zh: '据实统计的分母没有固定数值',
    en: 'A denominator that is counted has no value of its own',
  },
};

/** The rule of an indicator; null where it has none or nobody can say which. */
export function readRule(cells: RowCells, items: readonly ReadItem[]): Rule | null {
  const method = cells.optionalWord('method', methodWords);
  if (method === null && !cells.isEmpty('method')) return null;
  const own = method === null ? [] : ownColumns[method];
  cells.requireEmpty(
    [...ratioColumns, ...zeroColumns].filter((column) => !own.includes(column)),
    sentences.otherMethod,
  );
  const parts: readonly RulePart[] = method === null ? [] : partsOf[method];
  for (const item of items) {
    if (method === null) item.cells.problem('indicator', sentences.noMethod);
    else if (!parts.includes(item.part)) {
      item.cells.problem('part', sentences.otherPart(method, parts.join('、')));
    }
  }
  return method === null ? null : ruleOf(method, cells, items);
}

function ruleOf(method: RuleMethod, cells: RowCells, items: readonly ReadItem[]): Rule {
  switch (method) {
    case 'ratio':
      return {
        method,
        numerator: labelOf(cells, 'numerator'),
        denominator: labelOf(cells, 'denominator'),
        denominatorRule: denominatorOf(cells),
        credits: listed(items, 'credit').map(({ code, label, value }) => ({ code, label, credit: value })),
        deductions: deductionsOf(items),
      };
    case 'graded': {
      const levels = listed(items, 'level').map(({ code, label, value, maximum, days }) => ({
        code,
        label,
        coefficient: maximum === null ? value : { minimum: value, maximum },
        ...(days === null ? {} : { days }),
      }));
      if (levels.length === 0) cells.problem('method', sentences.noLevels);
      return { method, levels };
    }
    case 'checklist': {
      const points = listed(items, 'point').map(({ code, label, value }) => ({ code, label, share: value }));
      const sum = points.reduce((total, { share }) => total + share, 0);
      if (Math.abs(sum - 1) > 1e-9) cells.problem('method', sentences.shares(sum));
      const hasZero = zeroColumns.some((column) => !cells.isEmpty(column));
      return { method, points, zeroWhen: hasZero ? labelOf(cells, 'zero_when') : null };
    }
    case 'deduct':
      return { method, items: deductionsOf(items) };
    default:
      return { method };
  }
}

function denominatorOf(cells: RowCells): RatioDenominator {
  const kind = cells.word('denominator_kind', denominatorWords);
  if (kind === 'counted') cells.requireEmpty(['denominator_value'], sentences.countedValue);
  if (kind === null || kind === 'counted') return { kind: 'counted' };
  return { kind, value: cells.requiredNumber('denominator_value', wholeRange) ?? 1 };
}

function labelOf(cells: RowCells, column: string): LocalText {
  return { zh: cells.requiredText(column), en: cells.requiredText(`${column}_en`) };
}

function listed(items: readonly ReadItem[], wanted: RulePart): readonly ReadItem[] {
  return items.filter(({ part }) => part === wanted);
}

function deductionsOf(items: readonly ReadItem[]): DeductionItem[] {
  return listed(items, 'deduction').map(({ code, label, value, per, every }) => ({
    code,
    label,
    share: value,
    per: per ?? 'once',
    ...(every === null ? {} : { every }),
  }));
}
