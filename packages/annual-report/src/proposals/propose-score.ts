import { hintAtAccountability, hintAtImprovement } from './hint-at-content.ts';
import { judgeConsistency, judgeIdentities, judgeSections, judgeTables } from './judge-content.ts';
import { judgeOnTime } from './judge-on-time.ts';
import { waiting } from './proposal.ts';
import type { Judge, JudgedReport, JudgedRule, Proposal } from './proposal.ts';

/** What a leaf has to be scored by, so that a judge's proposal fits: the codes that it may enter. */
interface JudgeRule extends JudgedRule {
  readonly judge: (filed: JudgedReport) => Proposal;
}

const judged: Readonly<Record<Judge, JudgeRule>> = {
  'report-on-time': { method: 'graded', codes: ['in-time', 'late', 'none'], judge: judgeOnTime },
  'report-sections': { method: 'deduct', codes: ['section', 'prompt'], judge: judgeSections },
  'report-tables': {
    method: 'deduct',
    codes: ['table', 'row-or-column', 'blank-cells'],
    judge: judgeTables,
  },
  'report-identities': { method: 'deduct', codes: ['identity'], judge: judgeIdentities },
  'report-consistency': { method: 'deduct', codes: ['carried-over', 'text'], judge: judgeConsistency },
  'report-accountability': { method: 'checklist', codes: [], judge: hintAtAccountability },
  'report-improvement': { method: 'graded', codes: [], judge: hintAtImprovement },
};

/**
 * What a filed report proposes for a leaf, by the leaf's own rule: marks follow from the input, as from an evaluator's.
 * A person confirms or overrules it.
 *
 * @param filed null where the unit has filed none
 */
export const proposeScore = (judge: Judge, rule: JudgedRule, filed: JudgedReport | null): Proposal => {
  const { method, codes, judge: propose } = judged[judge];
  if (rule.method !== method || !codes.every((code) => rule.codes.includes(code))) {
    return {
      state: 'none',
      sentence: {
        zh: '该指标的评分规则与自动校验的项目不对应，请直接评分。',
        en: 'The rule of the leaf does not have the items of the check; score it directly.',
      },
      input: null,
      reasons: [],
    };
  }
  if (filed === null) {
    return waiting({
      zh: '单位还没有提交年度报告，无法自动判断。',
      en: 'The unit has not handed in its report yet, so that nothing can be told.',
    });
  }
  return propose(filed);
};
