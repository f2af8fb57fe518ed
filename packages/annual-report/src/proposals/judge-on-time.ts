import type { JudgedReport, Proposal } from './proposal.ts';
import { byText, waiting } from './proposal.ts';

const DAY = 86_400_000;
/** Days late that half the marks are still given for. */
export const GRACE_DAYS = 10;

/** B1-1: on the site by the day of article 49, within ten days after it, or later. */
export const judgeOnTime = ({ publishedOn, due }: JudgedReport): Proposal => {
  if (publishedOn === null) {
    return waiting({
      zh: '单位没有填写公开日期，无法判断是否按时公开；请核实网站后评分，或请单位补填。',
      en: 'The unit has not said when the report was published; look at its site, or ask it to say so.',
    });
  }
  const late = Math.max(0, (Date.parse(publishedOn) - Date.parse(due)) / DAY);
  const level = late === 0 ? 'in-time' : late <= GRACE_DAYS ? 'late' : 'none';
  const sentence =
    late === 0
      ? {
          zh: `公开日期 ${publishedOn}，不晚于法定期限 ${due}。`,
          en: `Published on ${publishedOn}, by the day of the law, ${due}.`,
        }
      : {
          zh: `公开日期 ${publishedOn}，晚于法定期限 ${due} ${late} 日。`,
          en: `Published on ${publishedOn}, ${late} days after the day of the law, ${due}.`,
        };
  return { state: 'ready', sentence, input: { method: 'graded', level }, reasons: [byText(sentence)] };
};
