import { notice, type ChangedDraft, type Language, type SystemEdit } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { listUnits } from '../units/unit.service.ts';
import { checkSystem, toChecks } from './check-system.ts';
import { holdDraft, subjectOf } from './draft.access.ts';
import { editFacts } from './edit-facts.ts';
import { editNodes } from './edit-nodes.ts';
import { EditRefusal } from './edit-sentences.ts';
import { toSystem } from './indicator-system.mapper.ts';
import * as repository from './indicator-system.repository.ts';
import { contentOf, toRows, type SystemContent } from './system-content.ts';

interface Change {
  readonly systemId: string;
  readonly expectedRevision: number;
  readonly edit: SystemEdit;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Makes one change of a draft.
 *
 * @throws ProblemError `forbidden`, `not-found`, `frozen-system`, `stale`, `indicator-edit`
 */
export async function editDraft(
  { db, clock }: Dependencies,
  actor: Actor,
  change: Change,
): Promise<ChangedDraft> {
  return db.transaction(async (tx) => {
    const system = await holdDraft(tx, actor, change);
    const before = contentOf(system, await repository.listIndicators(tx, system.id));
    const { content, selected } = edited(before, change);
    const now = clock();
    const rows = toRows(content.nodes, { systemId: system.id, now });
    const changed = {
      ...system,
      title: content.title,
      notice: content.notice,
      revision: system.revision + 1,
    };
    await repository.updateSystem(tx, changed);
    if (change.edit.op !== 'describe') await repository.replaceIndicators(tx, system.id, rows);
    await appendAudit(tx, {
      scope: 'platform',
      at: now,
      actor,
      action: 'indicator-system.edit',
      subject: subjectOf(system),
      ...editFacts(change.edit, { before, after: content, selected }),
      reason: '',
      requestId: change.requestId,
    });
    const checks = checkSystem(system.code, content, await unitCodes(tx));
    return { system: toSystem(changed, rows), checks: toChecks(checks, change.language), selected };
  });
}

function edited(
  content: SystemContent,
  { edit, language }: Change,
): { content: SystemContent; selected: string | null } {
  if (edit.op === 'describe') {
    const { clauses } = content.notice;
    const described = { title: edit.title, notice: notice.parse({ ...edit.notice, clauses }) };
    return { content: { ...content, ...described }, selected: null };
  }
  try {
    const { nodes, selected } = editNodes(content.nodes, edit);
    return { content: { ...content, nodes }, selected };
  } catch (error) {
    if (!(error instanceof EditRefusal)) throw error;
    throw new ProblemError('indicator-edit', { values: { why: error.sentence[language] } });
  }
}

export async function unitCodes(db: Database): Promise<Set<string>> {
  return new Set((await listUnits({ db })).map(({ code }) => code));
}
