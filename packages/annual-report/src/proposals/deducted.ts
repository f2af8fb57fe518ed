import { describeFinding } from '../describe-finding.ts';
import type { Wording } from '../describe-finding.ts';
import type { Finding } from '../finding.ts';
import type { LocalText } from '../report.ts';
import { byFinding, byText, waiting } from './proposal.ts';
import type { Proposal, ProposalReason } from './proposal.ts';

/** Shortcomings of one kind: an item of the rule, so many times. */
export interface Shortcoming {
  readonly item: string;
  readonly count: number;
  /** What the deduction says. */
  readonly reason: LocalText;
  readonly reasons: readonly ProposalReason[];
}

const nothing: LocalText = { zh: '未发现问题。', en: 'Nothing wrong was found.' };

/** Marks are lost for each shortcoming; without any the leaf has all of its marks. */
export const deducted = (
  found: readonly Shortcoming[],
  /** What was looked at, where nothing was found. */
  clean: LocalText = nothing,
): Proposal => {
  const shortcomings = found.filter(({ count }) => count > 0);
  const deductions = shortcomings.map(({ item, count, reason }) => ({ item, count, reason: reason.zh }));
  const sentence: LocalText =
    shortcomings.length === 0
      ? clean
      : {
          zh: shortcomings.map(({ reason }) => reason.zh).join(''),
          en: shortcomings.map(({ reason }) => reason.en).join(' '),
        };
  return {
    state: 'ready',
    sentence,
    input: { method: 'deduct', deductions },
    reasons: shortcomings.length === 0 ? [byText(clean)] : shortcomings.flatMap(({ reasons }) => reasons),
  };
};

/** What cannot be decided is no pass: nothing is proposed before it can be, or somebody has looked. */
export const undecided = (findings: readonly Finding[], failing: readonly Finding[]): Proposal => {
  const count = findings.length;
  return waiting(
    {
      zh: `有 ${count} 处不可判定，请补齐资料或人工核对后评分${failing.length > 0 ? `；另已发现 ${failing.length} 处错误` : ''}。`,
      en: `${count} checks cannot be decided; complete what is missing, or look yourself${failing.length > 0 ? `. ${failing.length} errors were found besides` : ''}.`,
    },
    [...failing, ...findings].map(byFinding),
  );
};

/** Findings as one reason, each in a sentence. */
export const inWords = (findings: readonly Finding[], format: Wording['format']): LocalText => {
  const say = (language: keyof LocalText) =>
    findings.map((each) => describeFinding(each, { language, format })).join(language === 'zh' ? '' : ' ');
  return { zh: say('zh'), en: say('en') };
};
