import type { ScoreWrite } from '@gongping/contracts';
import { describeProblem, evaluateRule, type LocalText } from '@gongping/scoring';
import { canonicalJson } from '../../http/canonical-json.ts';
import { marksDecimal } from './decimal.ts';
import { entrySentences } from './invalid-input.ts';
import type { NewScoreRow } from './score.repository.ts';
import type { Cell } from './sheets.access.ts';

/** What is asked of a cell once it has been checked; marks are the engine's. */
export type Asked = Pick<NewScoreRow, 'state' | 'input' | 'marks' | 'reason'>;

/** One entry that the case at hand shows to be wrong; `path` as in the request: `input.level`. */
export interface WriteFault {
  readonly path: string;
  readonly sentence: LocalText;
}

export type Judged =
  | { readonly ok: true; readonly asked: Asked }
  | { readonly ok: false; readonly faults: readonly WriteFault[] };

/** Holds a write of the right shape against the rule of its leaf. */
export function judgeWrite(
  { leaf, fullMarks }: Pick<Cell, 'leaf' | 'fullMarks'>,
  { state, input, reason }: Pick<ScoreWrite, 'state' | 'input' | 'reason'>,
): Judged {
  if (state === 'not_applicable' && reason === '')
    return refused({ path: 'reason', sentence: entrySentences['reason-for-not-applicable'] });
  if (state !== 'scored') return { ok: true, asked: { state, input: null, marks: null, reason } };
  if (input === null) return refused({ path: 'input', sentence: entrySentences['input-missing'] });
  const outcome = evaluateRule(leaf.rule, input, Number(fullMarks));
  if (outcome.ok) return { ok: true, asked: { state, input, marks: marksDecimal(outcome.marks), reason } };
  return refused(
    ...outcome.problems.map((problem) => ({
      path: problem.path === '' ? 'input' : `input.${problem.path}`,
      sentence: { zh: describeProblem(problem, 'zh'), en: describeProblem(problem, 'en') },
    })),
  );
}

function refused(...faults: readonly WriteFault[]): Judged {
  return { ok: false, faults };
}

/** Whether a write asks for what is there already. Marks follow from the input. */
export function isSame(row: Asked, asked: Asked): boolean {
  const meaning = ({ state, input, reason }: Asked) => canonicalJson({ state, input, reason });
  return meaning(row) === meaning(asked);
}
