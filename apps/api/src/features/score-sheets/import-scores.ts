import { describe, type Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { LocalText } from '@gongping/scoring';
import { TableProblems, type ReadTable } from '@gongping/tables';
import type { Actor } from '../../http/actor.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { givenTable } from '../../tables/given-table.ts';
import {
  IMPORT_REASON,
  inBatches,
  refusal,
  runImport,
  type ImportCounts,
  type ImportOptions,
} from '../../tables/run-import.ts';
import { appendAuditEntries } from '../audit/audit.service.ts';
import { actorNamed } from '../sessions/actor-by-name.ts';
import { namedAssessment } from './exchanged-round.ts';
import { holdScoring } from './hold-scoring.ts';
import { planScores, type ScoreChange } from './plan-scores.ts';
import { scoreWritten } from './score-history.ts';
import * as repository from './score.repository.ts';
import { scoreShape } from './score-table.ts';
import { openSheets, type Sheets } from './sheets.access.ts';

export interface ScoreImport extends ImportOptions {
  readonly slug: string;
  /** Name of the account that writes: it needs what the site would ask of it. */
  readonly account: string;
}

const sentences = {
  account: (name: string): LocalText => ({
    zh: `没有可用的账号“${name}”（不存在或已停用），请核对 --as。`,
    en: `There is no account “${name}”, or it is disabled; check --as.`,
  }),
  noRole: (name: string, slug: string): LocalText => ({
    zh: `账号“${name}”在评估“${slug}”中没有评分权限；请在“设置 → 人员”中授予评估员角色并分配单位。`,
    en: `The account “${name}” may not score in the assessment “${slug}”; make it an evaluator under Settings → People and assign it units.`,
  }),
  scoredTwice: {
    zh: '此轮评估由两名评估员分别评分，得分由两人的评分得出，不能导入；请由评估员在网页中评分并提交。',
    en: 'Two raters score this round independently and its scores follow from theirs, so none can be imported; have the raters score on the site and hand in.',
  },
  raced: {
    zh: '导入期间有人保存了其中的评分，未写入任何内容；请重新运行。',
    en: 'Somebody saved one of the scores while they were imported; nothing was written. Run it again.',
  },
};

/**
 * Writes the scores of a table as an account, as if the person had entered them one by one: the same checks, the same
 * entries in the log. Rows that say what is there already, and rows not filled in, write nothing.
 *
 * @throws TablesError with every problem found; nothing is written then
 */
export async function importScores(
  db: Database,
  tables: ReadonlyMap<string, ReadTable>,
  options: ScoreImport,
): Promise<ImportCounts> {
  return runImport(db, options, async (tx) => {
    const { id } = await namedAssessment(tx, options.slug);
    const actor = await actorNamed(tx, options.account);
    if (actor === null) throw refusal(sentences.account(options.account));
    const sheets = await sheetsOf(tx, actor, options);
    if (sheets.assessment.procedure.doubleScoring) throw refusal(sentences.scoredTwice);
    await inBothLanguages((language) => holdScoring(tx, id, language));
    const problems = new TableProblems();
    const scores = await repository.listScores(tx, id);
    const plan = planScores(
      givenTable(tables, scoreShape),
      { sheets, account: options.account, scores },
      problems,
    );
    problems.throwIfAny();
    await write(tx, plan.changes, { id, actor, now: options.now });
    const created = plan.changes.filter(({ before }) => before === null).length;
    return { created, changed: plan.changes.length - created, unchanged: plan.unchanged };
  });
}

async function sheetsOf(tx: Database, actor: Actor, { account, slug }: ScoreImport): Promise<Sheets> {
  try {
    return await openSheets(tx, actor, slug);
  } catch (error) {
    if (error instanceof ProblemError) throw refusal(sentences.noRole(account, slug));
    throw error;
  }
}

/** A refusal of the API as a refusal of the file. */
async function inBothLanguages(run: (language: Language) => Promise<void>): Promise<void> {
  const said = { zh: '', en: '' };
  for (const language of ['zh', 'en'] as const) {
    try {
      await run(language);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      said[language] = describe(error.code, language, error.details.values).detail;
    }
  }
  if (said.zh !== '') throw refusal(said);
}

async function write(
  tx: Database,
  changes: readonly ScoreChange[],
  { id, actor, now }: { id: string; actor: Actor; now: Date },
): Promise<void> {
  const written = changes.map(({ cell, before, asked }) => {
    const key = { assessmentId: id, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
    const revision = (before?.revision ?? 0) + 1;
    const saved = { revision, updatedBy: actor.id, updatedAt: now };
    const after = { ...key, ...asked, origin: 'evaluator' as const, ...saved };
    const written = { scope: id, before, after, actor, requestId: IMPORT_REASON };
    return { after, fact: scoreWritten(cell, written) };
  });
  // By key, so that two imports at once wait for each other instead of blocking each other.
  const rows = written.map(({ after }) => after).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await inBatches(rows, async (batch) => {
    if ((await repository.writeScores(tx, batch)) !== batch.length) throw refusal(sentences.raced);
  });
  await inBatches(
    written.map(({ fact }) => fact),
    (batch) => appendAuditEntries(tx, id, batch),
  );
}

function keyOf({ unitId, indicatorId }: repository.NewScoreRow): string {
  return `${unitId}/${indicatorId}`;
}
