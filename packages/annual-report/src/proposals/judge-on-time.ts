import type { LocalText } from '../report.ts';
import type { JudgedLevel, JudgedReport, JudgedRule, Proposal } from './proposal.ts';
import { byText, waiting } from './proposal.ts';

const DAY = 86_400_000;

/** The level for a report so many days late: of those whose days it keeps the strictest, else the one without days. */
const levelFor = (late: number, { levels }: JudgedRule): JudgedLevel | undefined =>
  levels
    .filter(({ days }) => days === null || late <= days)
    .toSorted((a, b) => (a.days ?? Infinity) - (b.days ?? Infinity))[0];

/** Levels that tell every day apart: each for up to so many days, and one for whatever is later. */
export const whyNotByDays = ({ levels }: JudgedRule): LocalText | null => {
  const days = levels.flatMap((level) => level.days ?? []);
  const isTold = days.length > 0 && days.length === levels.length - 1 && new Set(days).size === days.length;
  if (!isTold) {
    return {
      zh: '评分规则的等级没有写明各适用于逾期多少日之内（最后一个等级不写，其余各不相同），系统无法对应；请直接评分。',
      en: 'The levels of the rule do not say for up to how many days late each is (all but the last, each another); score it directly.',
    };
  }
  return levels.some(({ isRange }) => isRange)
    ? {
        zh: '评分规则的等级中有系数区间，系统无法代为取值；请直接评分。',
        en: 'A level of the rule has a range of coefficients, which no check can choose from; score it directly.',
      }
    : null;
};

/** B1-1: on the site by the day of article 49, or how many days after it; the rule's levels say what that is worth. */
export const judgeOnTime = ({ publishedOn, due }: JudgedReport, rule: JudgedRule): Proposal => {
  if (publishedOn === null) {
    return waiting({
      zh: '单位没有填写公开日期，无法判断是否按时公开；请核实网站后评分，或请单位补填。',
      en: 'The unit has not said when the report was published; look at its site, or ask it to say so.',
    });
  }
  const late = Math.max(0, (Date.parse(publishedOn) - Date.parse(due)) / DAY);
  const level = levelFor(late, rule);
  const sentence =
    late === 0
      ? {
          zh: `公开日期 ${publishedOn}，不晚于法定期限 ${due}。`,
          en: `Published on ${publishedOn}, by the day of the law, ${due}.`,
        }
      : {
          zh: `公开日期 ${publishedOn}，晚于法定期限 ${due} ${late} 日${within(level, 'zh')}。`,
          en: `Published on ${publishedOn}, ${late} days after the day of the law, ${due}${within(level, 'en')}.`,
        };
  const input = level === undefined ? null : ({ method: 'graded', level: level.code } as const);
  return { state: input === null ? 'none' : 'ready', sentence, input, reasons: [byText(sentence)] };
};

function within(level: JudgedLevel | undefined, language: keyof LocalText): string {
  const days = level?.days ?? null;
  if (days === null) return '';
  return language === 'zh' ? `（指标规定 ${days} 日之内）` : ` (within the ${days} days of the rule)`;
}
