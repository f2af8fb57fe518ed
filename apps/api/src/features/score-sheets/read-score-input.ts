import type { LocalText, Rule, RuleInput } from '@gongping/scoring';
import { cellSentences, shown } from '../../tables/cell-sentences.ts';
import { readList } from '../../tables/list-cell.ts';
import { anyNumber } from '../../tables/number-ranges.ts';
import type { RowCells } from '../../tables/row-cells.ts';
import { yesOrNo } from '../../tables/words.ts';
import { readDeductions } from './deduction-lines.ts';
import { columnsOfMethod, inputColumns } from './score-table.ts';

const sentences = {
  otherMethod: (method: string): LocalText => ({
    zh: `该指标按“${method}”计分，不用这一列`,
    en: `The indicator is scored by ${method}, which does not use this column`,
  }),
  count: (entry: string): LocalText => ({
    zh: `“${shown(entry)}”应写作“情形代码=数量”，多个之间用竖线分隔，例如 in-time=28|late=2。`,
    en: `“${shown(entry)}” must be a finding and how many there are, separated by a vertical bar, for example in-time=28|late=2.`,
  }),
  deduction: (line: number): LocalText => ({
    zh: `第 ${line} 项扣分无法识别；每行一项，写作“扣分项代码*次数 理由”，自由扣分写作“-0.5 理由”。`,
    en: `Deduction ${line} is not understood; write one a line: “code*times reason”, or “-0.5 reason” for a free one.`,
  }),
};

/** What a row enters for a leaf, by its method; null where a cell cannot be read. Its rule is not asked yet. */
export function readScoreInput(cells: RowCells, rule: Rule): RuleInput | null {
  const own = columnsOfMethod[rule.method];
  cells.requireEmpty(
    inputColumns.filter((column) => !own.includes(column)),
    sentences.otherMethod(rule.method),
  );
  switch (rule.method) {
    case 'ratio':
      return readRatio(cells, rule);
    case 'graded': {
      const level = cells.requiredText('level').trim();
      if (cells.isEmpty('coefficient')) return level === '' ? null : { method: 'graded', level };
      const coefficient = cells.number('coefficient', anyNumber);
      return level === '' || coefficient === null ? null : { method: 'graded', level, coefficient };
    }
    case 'checklist':
      return { method: 'checklist', met: readList(cells.text('met')), zero: cells.flag('zero') };
    case 'deduct': {
      const deductions = deductionsOf(cells);
      return deductions && { method: 'deduct', deductions };
    }
    case 'bonus': {
      const marks = cells.requiredNumber('marks', anyNumber);
      return marks === null ? null : { method: 'bonus', marks };
    }
    case 'veto': {
      const triggered = cells.word('marks', yesOrNo);
      return triggered && { method: 'veto', triggered: triggered === '1' };
    }
  }
}

function readRatio(cells: RowCells, rule: Extract<Rule, { method: 'ratio' }>): RuleInput | null {
  const isCounted = rule.credits.length > 0;
  const fixed = rule.denominatorRule.kind === 'fixed' ? rule.denominatorRule.value : null;
  const part = (column: string, known: number | null): number | null =>
    known !== null && cells.isEmpty(column) ? known : cells.requiredNumber(column, anyNumber);
  const numerator = part('numerator', isCounted ? 0 : null);
  const denominator = part('denominator', isCounted ? 0 : fixed);
  const counts = cells.isEmpty('counts') ? undefined : countsOf(cells);
  const deductions = deductionsOf(cells);
  if (numerator === null || denominator === null || counts === null || deductions === null) return null;
  return { method: 'ratio', numerator, denominator, ...(counts && { counts }), deductions };
}

function countsOf(cells: RowCells): Record<string, number> | null {
  const counts = new Map<string, number>();
  for (const entry of readList(cells.text('counts'))) {
    const [, code = '', number = ''] = /^([^=]+?)\s*=\s*(\d{1,9}(?:\.\d+)?)$/.exec(entry) ?? [];
    if (code === '' || counts.has(code)) {
      cells.problem('counts', code === '' ? sentences.count(entry) : cellSentences.repeatedEntry(code));
      return null;
    }
    counts.set(code, Number(number));
  }
  return Object.fromEntries(counts);
}

function deductionsOf(cells: RowCells) {
  const entries = readDeductions(cells.text('deductions'));
  const unread = entries.indexOf(null);
  if (unread < 0) return entries.filter((entry) => entry !== null);
  cells.problem('deductions', sentences.deduction(unread + 1));
  return null;
}
