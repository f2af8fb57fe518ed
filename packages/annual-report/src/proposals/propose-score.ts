import type { LocalText } from '../report.ts';
import { hintAtAccountability, hintAtImprovement } from './hint-at-content.ts';
import { judgeConsistency, judgeIdentities, judgeSections } from './judge-content.ts';
import { judgeOnTime, whyNotByDays } from './judge-on-time.ts';
import { judgeTables } from './judge-tables.ts';
import { waiting } from './proposal.ts';
import type { Judge, JudgedReport, JudgedRule, Proposal } from './proposal.ts';

/** What a leaf has to be scored by, so that a judge's proposal fits. */
interface JudgeRule {
  readonly method: string;
  readonly judge: (filed: JudgedReport, rule: JudgedRule) => Proposal;
  /** Codes of the deductions that it enters. */
  readonly items?: readonly string[];
  /** What else its rule has to say; null where it does. */
  readonly whyUnfit?: (rule: JudgedRule) => LocalText | null;
}

const judged: Readonly<Record<Judge, JudgeRule>> = {
  'report-on-time': { method: 'graded', judge: judgeOnTime, whyUnfit: whyNotByDays },
  'report-sections': { method: 'deduct', judge: judgeSections, items: ['section', 'heading', 'prompt'] },
  'report-tables': {
    method: 'deduct',
    judge: judgeTables,
    items: ['table', 'row-or-column', 'blank-cells'],
  },
  'report-identities': { method: 'deduct', judge: judgeIdentities, items: ['identity'] },
  'report-consistency': { method: 'deduct', judge: judgeConsistency, items: ['carried-over', 'text'] },
  'report-accountability': { method: 'checklist', judge: hintAtAccountability },
  'report-improvement': { method: 'graded', judge: hintAtImprovement },
};

/** Why nothing can be proposed by a leaf's rule as it is; null where something can. */
export const whyUnfit = (judge: Judge, rule: JudgedRule): LocalText | null => {
  const { method, items = [], whyUnfit: more } = judged[judge];
  if (rule.method !== method) {
    return {
      zh: '该指标的计分方法与自动校验的项目不对应，请直接评分。',
      en: 'The leaf is scored by another method than what the check can enter; score it directly.',
    };
  }
  const absent = items.filter((wanted) => !rule.items.some(({ code }) => code === wanted));
  if (absent.length > 0) {
    return {
      zh: `评分规则中没有代码为 ${absent.join('、')} 的扣分项，校验结果无法对应；请直接评分。`,
      en: `The rule has no deductions with the codes ${absent.join(', ')}, so that what is found has no place; score it directly.`,
    };
  }
  return more?.(rule) ?? null;
};

/**
 * What a filed report proposes for a leaf, by the leaf's own rule: marks follow from the input, as from an evaluator's.
 * A person confirms or overrules it.
 *
 * @param filed null where the unit has filed none
 */
export const proposeScore = (judge: Judge, rule: JudgedRule, filed: JudgedReport | null): Proposal => {
  const unfit = whyUnfit(judge, rule);
  if (unfit !== null) return { state: 'none', sentence: unfit, input: null, reasons: [] };
  if (filed === null) {
    return waiting({
      zh: '单位还没有提交年度报告，无法自动判断。',
      en: 'The unit has not handed in its report yet, so that nothing can be told.',
    });
  }
  return judged[judge].judge(filed, rule);
};
