import type { QuestionKind } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

export const kinds: readonly QuestionKind[] = ['single', 'multiple', 'scale', 'matrix', 'number', 'text'];

const words: Readonly<Record<QuestionKind, () => string>> = {
  single: m.questionnaire_kind_single,
  multiple: m.questionnaire_kind_multiple,
  scale: m.questionnaire_kind_scale,
  matrix: m.questionnaire_kind_matrix,
  number: m.questionnaire_kind_number,
  text: m.questionnaire_kind_text,
};

export function kindWord(kind: QuestionKind): string {
  return words[kind]();
}
