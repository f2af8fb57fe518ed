import { byFinding, byText } from './proposal.ts';
import type { JudgedReport, Proposal, ProposalReason } from './proposal.ts';

const hint = (reasons: readonly ProposalReason[]): Proposal => ({
  state: 'hint',
  sentence: {
    zh: '仅供参考，请阅读原文后评分。',
    en: 'For orientation only; read the report and score it yourself.',
  },
  input: null,
  reasons,
});

/** What article 50 (4) asks a government to publish, by the words it is told in. */
const results = [
  { words: /考核/, zh: '工作考核', en: 'work assessment' },
  { words: /评议/, zh: '社会评议', en: 'social appraisal' },
  { words: /责任追究|追责|问责/, zh: '责任追究', en: 'accountability' },
] as const;

const around = (text: string, at: number): string =>
  text.slice(Math.max(0, at - 12), at + 24).replaceAll('\n', ' ');

/** B4-1: where the text speaks of assessment, appraisal and accountability; whether that tells the results is for a person. */
export const hintAtAccountability = ({ report }: JudgedReport): Proposal => {
  const text = Object.values(report.text).join('\n');
  return hint(
    results.map(({ words, zh, en }) => {
      const at = text.search(words);
      return byText(
        at < 0
          ? { zh: `${zh}：正文没有提到。`, en: `${en}: not mentioned.` }
          : { zh: `${zh}：“…${around(text, at)}…”`, en: `${en}: “…${around(text, at)}…”` },
      );
    }),
  );
};

/** B4-2: how much section 五 is the same as last year's and as those of others. */
export const hintAtImprovement = ({ findings }: JudgedReport): Proposal => {
  const compared = findings.filter(({ check }) => check === 'W7');
  const warned = compared.filter(({ status }) => status === 'warning');
  return hint((warned.length > 0 ? warned : compared.slice(0, 1)).map(byFinding));
};
