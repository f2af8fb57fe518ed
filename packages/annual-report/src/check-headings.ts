import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { plainText } from './plain-text.ts';
import { sectionNumbers } from './report.ts';
import type { AnnualReport, SectionHeading, SectionNumber } from './report.ts';
import { sectionTitles } from './sections.ts';

/** Without these words a title is another one than the form's; around them real titles vary. */
const words: Readonly<Record<SectionNumber, RegExp>> = {
  1: /总体情况/,
  2: /主动公开/,
  3: /申请.*(?:处理|办理|答复)|(?:收到|受理|接收|处理|办理|答复).*申请/,
  4: /复议.*诉讼/,
  5: /问题.*(?:改进|整改)|(?:改进|整改).*问题/,
  6: /其[他它].*事项/,
};

/** The indexes of the most headings that are in order among themselves: those that need not be moved. */
const inOrder = (headings: readonly SectionHeading[]): ReadonlySet<number> => {
  let best: readonly number[] = [];
  const ending: (readonly number[])[] = [];
  for (const [at, { section }] of headings.entries()) {
    const before = ending.filter((run) => Number(headings[run.at(-1) ?? 0]?.section) < Number(section));
    const longest = before.reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
    const run = [...longest, at];
    ending.push(run);
    if (run.length > best.length) best = run;
  }
  return new Set(best);
};

const codeOf = (
  { section, ordinal, text }: SectionHeading,
  { at, isOrdered }: { readonly at: number; readonly isOrdered: boolean },
) => {
  if (!isOrdered) return 'heading-order' as const;
  if (!words[section].test(plainText(text))) return 'heading-differs' as const;
  // Behind a section that is missing, those that follow may be numbered through.
  const isNumbered = ordinal === null || ordinal === section || ordinal === sectionNumbers[at];
  return isNumbered ? null : ('heading-number' as const);
};

/**
 * W8: the sections are called and ordered as in the form. Told where a document was read: what is typed, or given as JSON,
 * has no headings of its own.
 */
export const checkHeadings = ({ headings }: AnnualReport): readonly Finding[] => {
  if (headings === undefined || headings.length === 0) return [];
  const ordered = inOrder(headings);
  const wrong = headings.flatMap((heading, at): Finding[] => {
    const code = codeOf(heading, { at, isOrdered: ordered.has(at) });
    if (code === null) return [];
    const { section, place, text } = heading;
    const params = { place, found: text, section: sectionTitles[section] };
    return [finding('W8', 'warning', { where: `heading ${section}`, code, params })];
  });
  return wrong.length > 0 ? wrong : [finding('W8', 'pass', { where: 'headings', code: 'nothing-wrong' })];
};
