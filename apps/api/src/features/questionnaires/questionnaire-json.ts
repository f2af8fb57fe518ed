import { questionnaireDraft, type QuestionnaireDraft } from '@gongping/contracts';
import { checkQuestionnaire, tidyQuestionnaire } from '@gongping/questionnaire';
import { TablesError, type TableProblem } from '@gongping/tables';
import { z } from 'zod';
import { shapeFaults } from '../../tables/shape-faults.ts';
import { countingMethod } from './check-draft.ts';
import { problemPath, problemSentence } from './problem-sentences.ts';

/** What tells the file; the number counts up where its shape changes. */
const envelope = { format: z.literal('gongping-questionnaire'), version: z.literal(1) };
const file = z.object({ ...envelope, questionnaire: questionnaireDraft });

const noJson = {
  zh: '文件不是 UTF-8 编码的有效 JSON，请检查是否选错了文件。',
  en: 'The file is no valid JSON in UTF-8; check that it is the right one.',
};
const otherFile = {
  zh: '文件不是本系统导出的问卷（format 应为 gongping-questionnaire，version 应为 1）。',
  en: 'The file is no questionnaire of this product: format is gongping-questionnaire, version is 1.',
};

/** A questionnaire as a JSON file. */
export function questionnaireJson(draft: QuestionnaireDraft): string {
  return `${JSON.stringify({ format: 'gongping-questionnaire', version: 1, questionnaire: draft }, null, 2)}\n`;
}

/**
 * Reads such a file.
 * @throws TablesError with every problem, its path as the column
 */
export function readQuestionnaireJson(bytes: Uint8Array): QuestionnaireDraft {
  const content = parsed(bytes);
  if (!z.object(envelope).safeParse(content).success) throw refusal([{ path: null, sentence: otherFile }]);
  const found = file.safeParse(content);
  if (!found.success) throw refusal(shapeFaults(found.error));
  const draft = tidyQuestionnaire(found.data.questionnaire);
  const errors = checkQuestionnaire(draft, countingMethod).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw refusal(
      errors.map((problem) => ({
        path: `questionnaire.${problemPath(problem)}`,
        sentence: problemSentence(problem),
      })),
    );
  }
  return questionnaireDraft.parse(draft);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refusal([{ path: null, sentence: noJson }]);
  }
}

function refusal(
  problems: readonly { path: string | null; sentence: TableProblem['sentence'] }[],
): TablesError {
  return new TablesError(
    problems.map(({ path, sentence }) => ({ sheet: null, row: null, column: path, sentence })),
  );
}
