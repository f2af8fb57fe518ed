import {
  questionnaireDraft,
  type CellProblem,
  type ImportedQuestionnaire,
  type Language,
} from '@gongping/contracts';
import { tidyQuestionnaire } from '@gongping/questionnaire';
import { TablesError, xlsxWorkbook, type TableProblem } from '@gongping/tables';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { createUploadReader, type UploadReader } from '../../tables/upload-reader.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { readQuestionnaire } from '../surveys/read-questionnaire.ts';
import { importDraft } from './change-draft.ts';
import { draftOf, type DraftOrder } from './held-survey.ts';
import { questionnaireJson } from './questionnaire-json.ts';
import * as repository from './questionnaire.repository.ts';
import type { ReadFile } from './read-file.ts';
import { questionnaireTables } from './write-tables.ts';

export type QuestionnaireReader = UploadReader<null, ReadFile>;

/** Reads uploaded questionnaires. */
export function createQuestionnaireReader(): QuestionnaireReader {
  return createUploadReader<null, ReadFile>(new URL('./upload-worker.ts', import.meta.url));
}

export interface Download {
  readonly filename: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The draft as a file, or the questionnaire in use where there is none. @throws ProblemError `not-found`, `forbidden` */
export async function downloadQuestionnaire(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  { slug, as }: { slug: string; as: 'json' | 'xlsx' },
): Promise<Download> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: ['organiser'] });
  const survey = await repository.findSurvey(db, assessment.id);
  if (!survey) throw new ProblemError('not-found');
  const stored = draftOf(survey) ?? readQuestionnaire(survey.questionnaire);
  const draft = questionnaireDraft.parse(tidyQuestionnaire(stored));
  const bytes =
    as === 'xlsx'
      ? await xlsxWorkbook(questionnaireTables(draft))
      : new TextEncoder().encode(questionnaireJson(draft));
  return { filename: `questionnaire-${slug}.${as}`, bytes };
}

/**
 * Puts what a file says in place of the draft.
 * @throws ProblemError `forbidden`, `not-found`, `wrong-phase`, `stale`, `too-many-attempts`, `questionnaire-file` with
 *   every problem: nothing is changed then
 */
export async function uploadQuestionnaire(
  { uploads, ...deps }: Pick<Dependencies, 'db' | 'clock'> & { uploads: QuestionnaireReader },
  actor: Actor,
  order: DraftOrder & { readonly file: { name: string; bytes: Uint8Array } },
): Promise<ImportedQuestionnaire> {
  const { slug, language, file } = order;
  await visibleAssessment(deps.db, actor, { slug, roles: ['organiser'] });
  const { draft, format, notes } = await uploads.read(file, null).catch((error: unknown) => {
    throw error instanceof TablesError ? refusalOf(error, language) : error;
  });
  const view = await importDraft(deps, actor, { ...order, draft, format });
  return { view, format, notes: notes.map((note) => toCell(note, language)) };
}

function refusalOf({ problems, count }: TablesError, language: Language): ProblemError {
  const cells = problems.map((problem) => toCell(problem, language));
  return new ProblemError('questionnaire-file', { values: { count }, cells });
}

function toCell({ sheet, row, column, sentence }: TableProblem, language: Language): CellProblem {
  return { sheet, row, column, message: sentence[language] };
}
