import type { LocalText } from '@gongping/scoring';
import { z } from 'zod';
import { describeIssues } from '../http/validation.ts';

/** What the API's shape of an entry does not take; `path` like `input.deductions.0.marks`. */
export interface ShapeFault {
  readonly path: string;
  readonly sentence: LocalText;
}

/** The faults of an entry in words for people who fill in a table. */
export function shapeFaults(error: z.core.$ZodError): ShapeFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, []));
}

function faultsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): ShapeFault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that is nearest to fitting is the one that was meant.
    const [nearest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
    return nearest.flatMap((each) => faultsOf(each, path));
  }
  return [{ path: path.map(String).join('.'), sentence: sentenceOf(issue) }];
}

function sentenceOf(issue: z.core.$ZodIssue): LocalText {
  if (issue.code === 'too_big') {
    const most = String(issue.maximum);
    if (issue.origin === 'string') {
      return {
        zh: `文字过长，至多 ${most} 字，请缩短。`,
        en: `The text is too long; shorten it to ${most} letters.`,
      };
    }
    if (issue.origin === 'array') {
      return {
        zh: `至多 ${most} 项，请合并或删减。`,
        en: `No more than ${most} entries; merge or delete some.`,
      };
    }
    return { zh: `数过大，至多 ${most}。`, en: `The number is too large; it is at most ${most}.` };
  }
  const error = new z.ZodError([issue]);
  const [zh, en] = (['zh', 'en'] as const).map((language) => describeIssues(error, language)[0]?.message);
  return { zh: zh ?? issue.message, en: en ?? issue.message };
}
