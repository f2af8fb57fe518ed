import { describeFinding, type Finding } from '@gongping/annual-report';
import { formatDecimal } from '@gongping/scoring';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What a check found, in the language of the page. */
export const findingSentence = (finding: Finding): string =>
  describeFinding(finding, { language: getLocale() === 'en' ? 'en' : 'zh', format: formatDecimal });
