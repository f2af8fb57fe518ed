import type { Rule } from '@gongping/scoring';
import type { Draft, DraftOf } from '../draft.ts';

/** What the fields of every method take. */
export interface InputProps<Method extends Draft['method']> {
  rule: Extract<Rule, { method: Method }>;
  draft: DraftOf<Method>;
  /** Of the leaf, for the unit's kind. */
  fullMarks: number;
  disabled: boolean;
  /** Sentences for what is wrong, by path of the input. */
  errors: Readonly<Record<string, string>>;
  /** In a row of a table: labels are read out only, and lie in the table's head or legend. */
  compact?: boolean;
  /** `field` names what was changed, so that letters typed in a row are undone together. */
  onchange: (draft: Draft, field: string) => void;
}
