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
  type ImportNotice,
  type ImportOptions,
} from '../../tables/run-import.ts';
import { appendAuditEntries } from '../audit/audit.service.ts';
import { noteProposals, withProposal, type NotedProposal } from '../report-proposals/note-proposal.ts';
import { actorNamed } from '../sessions/actor-by-name.ts';
import { trimDecimal } from './decimal.ts';
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
  overruled: (cell: string, given: LocalText, proposed: string): LocalText => ({
    zh: `${cell}：导入的是${given.zh}，系统按年度报告建议 ${proposed} 分；已按导入的写入，差异留存。`,
    en: `${cell}: ${given.en} is imported where the annual report proposes ${proposed}; it is written as imported, and both are kept.`,
  }),
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
 * entries in the log, with what the units' annual reports propose beside them. Rows that say what is there already, and
 * rows not filled in, write nothing. Notices name the rows that enter something else than is proposed.
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
    const present = await repository.listScores(tx, id);
    const plan = planScores(
      givenTable(tables, scoreShape),
      { sheets, account: options.account, scores: present },
      problems,
    );
    problems.throwIfAny();
    const { now } = options;
    const scores = plan.changes.map(({ cell, asked }) => ({ cell, asked, slot: null }));
    const proposals = await noteProposals(tx, { sheets, actor, now }, scores);
    await write(tx, plan.changes, { id, actor, now, proposals });
    const created = plan.changes.filter(({ before }) => before === null).length;
    const notices = plan.changes.flatMap((change, at) => overruled(change, proposals[at] ?? null));
    const changed = plan.changes.length - created;
    return { created, changed, unchanged: plan.unchanged, ...(notices.length === 0 ? {} : { notices }) };
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
  of: { id: string; actor: Actor; now: Date; proposals: readonly (NotedProposal | null)[] },
): Promise<void> {
  const { id, actor, now, proposals } = of;
  const written = changes.map(({ cell, before, asked }, at) => {
    const key = { assessmentId: id, unitId: cell.unit.id, indicatorId: cell.leaf.row.id };
    const revision = (before?.revision ?? 0) + 1;
    const saved = { revision, updatedBy: actor.id, updatedAt: now };
    const after = { ...key, ...asked, origin: 'evaluator' as const, ...saved };
    const written = { scope: id, before, after, actor, requestId: IMPORT_REASON };
    return { after, fact: withProposal(scoreWritten(cell, written), proposals[at] ?? null) };
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

function overruled({ cell, asked, row }: ScoreChange, proposal: NotedProposal | null): ImportNotice[] {
  if (proposal?.outcome !== 'overruled') return [];
  const given: LocalText =
    asked.marks === null
      ? { zh: '“不适用”', en: 'N/A' }
      : { zh: ` ${trimDecimal(asked.marks)} 分`, en: trimDecimal(asked.marks) };
  const place = `${cell.unit.code} ${cell.leaf.row.code}`;
  return [{ row, sentence: sentences.overruled(place, given, trimDecimal(proposal.marks)) }];
}

function keyOf({ unitId, indicatorId }: repository.NewScoreRow): string {
  return `${unitId}/${indicatorId}`;
}
