import type { Finding } from '../finding.ts';
import { byFindings, deducted, undecided } from './deducted.ts';
import type { JudgedReport, JudgedRule, Proposal } from './proposal.ts';

const of = (findings: readonly Finding[], check: RegExp, status: Finding['status']): Finding[] =>
  findings.filter((each) => check.test(each.check) && each.status === status);

/** B2-1: the six sections are there, called and ordered as in the form, and no prompt of the template was left. */
export const judgeSections = ({ findings, format }: JudgedReport, rule: JudgedRule): Proposal => {
  const missing = of(findings, /^S4$/, 'fail');
  const prompts = of(findings, /^S3$/, 'fail').filter(({ code }) => code === 'prompt-left');
  const headings = of(findings, /^W8$/, 'warning');
  const open = of(findings, /^S4$/, 'undecidable');
  if (open.length > 0) return undecided(open, [...missing, ...headings, ...prompts]);
  const areHeadingsKnown = findings.some(({ check, status }) => check === 'W8' && status !== 'undecidable');
  return deducted(
    rule,
    [
      byFindings('section', missing, format),
      byFindings('heading', headings, format),
      byFindings('prompt', prompts, format),
    ],
    areHeadingsKnown
      ? {
          zh: '六个部分齐全，标题和顺序与格式相符，没有模板残留提示语。',
          en: 'All six sections are there, called and ordered as in the form, and no prompt of the template.',
        }
      : {
          zh: '六个部分齐全，没有模板残留提示语；标题文字和顺序请核对原文。',
          en: 'All six sections are there and no prompt of the template; compare the wording and order of the headings.',
        },
  );
};

/** B3-1: the hard identities H1 to H5. */
export const judgeIdentities = ({ findings, format }: JudgedReport, rule: JudgedRule): Proposal => {
  const broken = of(findings, /^H[1-5]$/, 'fail');
  const open = of(findings, /^H[1-5]$/, 'undecidable');
  if (open.length > 0) return undecided(open, broken);
  const held = of(findings, /^H[1-5]$/, 'pass').length;
  return deducted(rule, [byFindings('identity', broken, format)], {
    zh: `${held} 条硬性勾稽关系全部相符。`,
    en: `All ${held} hard identities hold.`,
  });
};

/** B3-2: carried over as last year carried on, and the text as the tables say. */
export const judgeConsistency = ({ findings, format }: JudgedReport, rule: JudgedRule): Proposal => {
  const carried = of(findings, /^S1$/, 'fail');
  const told = of(findings, /^S2$/, 'fail');
  const open = of(findings, /^S[12]$/, 'undecidable');
  if (open.length > 0) return undecided(open, [...carried, ...told]);
  return deducted(rule, [byFindings('carried-over', carried, format), byFindings('text', told, format)], {
    zh: '上年结转与上一年度报告一致，正文数字与表格一致。',
    en: 'What is carried over is what last year carried on, and the text says what the tables say.',
  });
};
