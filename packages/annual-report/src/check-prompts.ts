import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { partsOf } from './report-parts.ts';
import type { AnnualReport } from './report.ts';

/** Letters on either side belong to an address or a product's name, as in `xxgk.example.gov.cn`. */
const GAP = String.raw`(?<![A-Za-z./:_\-@])(?:20)?(?:[X×ＸxⅩ]{2,}|[□_＿]{2,})(?![A-Za-z./:_\-@])`;

/** What templates ask for, and the gaps that they leave. The 请 of 申请 asks for nothing. */
const prompts: readonly RegExp[] = [
  /(?<![申邀提])请(?:根据|结合|按照?)[^，。；\n]{0,12}(?:实际|情况)[^，。；\n]{0,4}(?:填写|填报|撰写|编写|修改)/g,
  /[（(【[]\s*(?:请|此处|在此|示例|单位名称|填写)[^）)】\]\n]{0,40}[）)】\]]/g,
  /(?:(?<![申邀提])请|此处|在此)(?:填写|填报|输入|插入)[^，。；\n]{0,10}/g,
  /待填写?(?:[。；，\n]|$)/g,
  new RegExp(`${GAP}[年月日件条个次份省市县区局办]?`, 'g'),
];

/** S3: no prompt of the template was left standing. */
export const checkPrompts = (report: AnnualReport): readonly Finding[] =>
  partsOf(report).flatMap(({ where, text }) => {
    const words = prompts.flatMap((prompt) => [...text.matchAll(prompt)].map(([match]) => match.trim()));
    // What two patterns found is told once, in full.
    const isPart = (each: string): boolean => words.some((other) => other !== each && other.includes(each));
    const found = new Set(words.filter((each) => !isPart(each)));
    if (found.size === 0) return [finding('S3', 'pass', { where, code: 'nothing-wrong' })];
    return [...found].map((each) =>
      finding('S3', 'fail', { where, code: 'prompt-left', params: { found: each } }),
    );
  });
