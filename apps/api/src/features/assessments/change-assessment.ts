import type { Assessment, AssessmentSettings, Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import type { Actor } from '../../http/actor.ts';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { appendAudit } from '../audit/audit.service.ts';
import { subjectHistory } from '../audit/read-audit.ts';
import { readQuestionnaires } from '../surveys/survey-questionnaires.ts';
import { surveyOf } from '../surveys/survey.service.ts';
import { visibleAssessment } from './assessment.access.ts';
import { settingsOf, storedSettings } from './assessment-settings.ts';
import * as repository from './assessment.repository.ts';
import { readAssessment } from './assessment.service.ts';
import { frozenSettingNames } from './phase-sentences.ts';
import { invalidSettings, validateSettings } from './validate-settings.ts';
import { wrongPhase } from './wrong-phase.ts';

type Frozen = keyof typeof frozenSettingNames;

/**
 * Changes the settings. What scores hang on (system, units, indicators switched off) is fixed once planning has ended,
 * the year from the beginning: it is in the address.
 *
 * @throws ProblemError `not-found`, `forbidden`, `stale`, `wrong-phase`, `frozen-settings`, `invalid-input`
 */
export async function changeAssessment(
  { db, clock }: Dependencies,
  actor: Actor,
  args: {
    slug: string;
    expectedRevision: number;
    settings: AssessmentSettings;
    language: Language;
    requestId: string;
  },
): Promise<Assessment> {
  const { settings, language } = args;
  const found = await visibleAssessment(db, actor, { slug: args.slug, roles: ['organiser'] });
  return db.transaction(async (tx) => {
    const row = await repository.lockAssessment(tx, found.id);
    if (!row) throw new ProblemError('not-found');
    if (row.revision !== args.expectedRevision) throw await staleAssessment(tx, row);
    if (row.phase === 'published') throw wrongPhase(row.phase, 'publishedSettings', language);
    const unitIds = (await repository.listAssessmentUnits(tx, row.id)).map(({ id }) => id);
    const before = settingsOf(row, unitIds);
    if (row.phase !== 'plan') refuseFrozen(before, settings, language);
    if (settings.year !== row.year)
      throw invalidSettings([{ path: 'year', sentence: 'yearFixed' }], language);
    await validateSettings(tx, settings, { language, keptUnitIds: unitIds });

    const { all } = await readQuestionnaires(tx, await surveyOf(tx, row.id));
    const questionnaires = all.map(({ questionnaire }) => questionnaire);
    const stored = storedSettings(settings, {
      procedure: row.procedure,
      licence: row.licence,
      reportYear: row.reportYear,
      questionnaires,
    });
    // Whether unscored leaves were accepted is decided when scoring is closed, not here.
    const method = { ...stored.method, unscored: row.method.unscored };
    const changed = { ...row, ...stored, method, revision: row.revision + 1 };
    await repository.updateAssessment(tx, changed);
    if (!sameMembers(unitIds, settings.unitIds)) {
      await repository.replaceAssessmentUnits(tx, row.id, settings.unitIds);
    }
    await appendAudit(tx, {
      scope: row.id,
      at: clock(),
      actor,
      action: 'assessment.change',
      subject: 'assessment',
      before,
      after: settings,
      reason: '',
      requestId: args.requestId,
    });
    return readAssessment(tx, changed);
  });
}

async function staleAssessment(tx: Database, row: repository.AssessmentRow): Promise<ProblemError> {
  const last = (await subjectHistory(tx, row.id, 'assessment')).at(-1);
  const current = await readAssessment(tx, row);
  return new ProblemError('stale', { values: { name: last?.actorName ?? row.title }, current });
}

function refuseFrozen(before: AssessmentSettings, after: AssessmentSettings, language: Language): void {
  const changed: Record<Frozen, boolean> = {
    indicatorSystemId: before.indicatorSystemId !== after.indicatorSystemId,
    unitIds: !sameMembers(before.unitIds, after.unitIds),
    excludedIndicators: !sameMembers(before.excludedIndicators, after.excludedIndicators),
    reportYear: after.reportYear !== undefined && before.reportYear !== after.reportYear,
    procedure:
      after.procedure !== undefined && canonicalJson(before.procedure) !== canonicalJson(after.procedure),
  };
  for (const setting of Object.keys(frozenSettingNames) as Frozen[]) {
    if (!changed[setting]) continue;
    throw new ProblemError('frozen-settings', { values: { name: frozenSettingNames[setting][language] } });
  }
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === a.length;
}
