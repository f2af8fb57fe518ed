import { questionnaireDraft, type QuestionnaireDraft } from '@gongping/contracts';
import { readTables, readWorkbook, TableProblems, TablesError } from '@gongping/tables';
import { readFile } from 'node:fs/promises';
import { readLimeSurvey } from '../../forms/limesurvey.ts';
import type { FormNote, ReadForm } from '../../forms/read-form.ts';
import { isXlsForm, readXlsForm } from '../../forms/xlsform.ts';
import { shapeFaults } from '../../tables/shape-faults.ts';
import { questionnaireShapes } from './questionnaire-shapes.ts';
import { readQuestionnaireJson } from './questionnaire-json.ts';
import { readQuestionnaireTables } from './read-tables.ts';

/** What a file of a questionnaire says. */
export interface ReadFile {
  readonly format: 'json' | 'xlsx' | 'xlsform' | 'limesurvey';
  readonly draft: QuestionnaireDraft;
  readonly notes: readonly FormNote[];
}

const otherFile = {
  zh: '不认识这种文件。可以导入：本系统导出的 .json 或 .xlsx，XLSForm 的 .xlsx，LimeSurvey 的 .lss。',
  en: 'This kind of file is not known. What can be imported: .json or .xlsx of this product, XLSForm (.xlsx), LimeSurvey (.lss).',
};

/**
 * Reads a questionnaire from a file of any kind that is known, told by its name and, of workbooks, by their sheets.
 * @throws TablesError with everything that is wrong
 */
export async function readQuestionnaireFile(path: string): Promise<ReadFile> {
  if (/\.json$/i.test(path))
    return { format: 'json', draft: readQuestionnaireJson(await readFile(path)), notes: [] };
  if (/\.lss$/i.test(path)) return foreign('limesurvey', readLimeSurvey(await readFile(path)));
  if (!/\.(xlsx?|xlsm|xlsb|ods|et)$/i.test(path))
    throw new TablesError([{ sheet: null, row: null, column: null, sentence: otherFile }]);
  const sheets = await readWorkbook(path);
  if (isXlsForm(sheets)) return foreign('xlsform', readXlsForm(sheets));
  const tables = await readTables(path, questionnaireShapes);
  const problems = new TableProblems();
  const draft = readQuestionnaireTables(tables, problems);
  problems.throwIfAny();
  return { format: 'xlsx', draft, notes: [] };
}

/** A form of another program has its own bounds: what is beyond ours cannot be taken. */
function foreign(format: ReadFile['format'], { questionnaire, notes }: ReadForm): ReadFile {
  const parsed = questionnaireDraft.safeParse(questionnaire);
  if (parsed.success) return { format, draft: parsed.data, notes };
  throw new TablesError(
    shapeFaults(parsed.error).map(({ path, sentence }) => ({
      sheet: null,
      row: null,
      column: path,
      sentence,
    })),
  );
}
