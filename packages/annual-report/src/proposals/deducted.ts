import { describeFinding } from '../describe-finding.ts';
import type { Wording } from '../describe-finding.ts';
import type { Finding } from '../finding.ts';
import type { LocalText } from '../report.ts';
import { byFinding, byText, waiting } from './proposal.ts';
import type { JudgedItem, JudgedRule, Proposal, ProposalReason } from './proposal.ts';

/** Shortcomings of one kind: what was found of an item of the rule. */
export interface Shortcoming {
  readonly item: string;
  /** How many were found; what they cost is the item's to say. */
  readonly found: number;
  /** What the deduction says. */
  readonly reason: LocalText;
  readonly reasons: readonly ProposalReason[];
}

const nothing: LocalText = { zh: '未发现问题。', en: 'Nothing wrong was found.' };

/** How often an item is deducted for so many findings: once, or for each of so many. */
const timesOf = (found: number, { per, every }: JudgedItem): number => {
  const times = Math.floor(found / every);
  return per === 'once' ? Math.min(1, times) : times;
};

/** Marks are lost for each shortcoming as the rule has it; without any the leaf has all of its marks. */
export const deducted = (
  rule: JudgedRule,
  shortcomings: readonly Shortcoming[],
  /** What was looked at, where nothing was found. */
  clean: LocalText = nothing,
): Proposal => {
  const lost = rule.items.flatMap((item) => {
    const shortcoming = shortcomings.find(({ item: code }) => code === item.code);
    const count = shortcoming === undefined ? 0 : timesOf(shortcoming.found, item);
    return shortcoming === undefined || count === 0 ? [] : [{ shortcoming, count }];
  });
  const unseen = rule.items.filter(({ code }) => !shortcomings.some(({ item }) => item === code));
  const said = [
    ...(lost.length === 0 ? [clean] : lost.map(({ shortcoming }) => shortcoming.reason)),
    ...(unseen.length === 0 ? [] : [notLookedAt(unseen)]),
  ];
  return {
    state: 'ready',
    sentence: { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') },
    input: {
      method: 'deduct',
      deductions: lost.map(({ shortcoming: { item, reason }, count }) => ({
        item,
        count,
        reason: reason.zh,
      })),
    },
    reasons: [
      ...(lost.length === 0 ? [byText(clean)] : lost.flatMap(({ shortcoming }) => shortcoming.reasons)),
      ...(unseen.length === 0 ? [] : [byText(notLookedAt(unseen))]),
    ],
  };
};

/** What an organiser has added to the rule is for a person to look at. */
const notLookedAt = (items: readonly JudgedItem[]): LocalText => ({
  zh: `${items.map(({ label }) => `“${label.zh}”`).join('、')}不由系统校验，请自行核对。`,
  en: `${items.map(({ label }) => `“${label.en}”`).join(', ')}: not checked by the product; look yourself.`,
});

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

/** Findings of one kind as what is lost for an item. */
export const byFindings = (
  item: string,
  findings: readonly Finding[],
  format: Wording['format'],
): Shortcoming => ({
  item,
  found: findings.length,
  reason: inWords(findings, format),
  reasons: findings.map(byFinding),
});

/** Findings as one reason, each in a sentence. */
const inWords = (findings: readonly Finding[], format: Wording['format']): LocalText => {
  const say = (language: keyof LocalText) =>
    findings.map((each) => describeFinding(each, { language, format })).join(language === 'zh' ? '' : ' ');
  return { zh: say('zh'), en: say('en') };
};
