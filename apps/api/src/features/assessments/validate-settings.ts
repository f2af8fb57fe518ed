import type { AssessmentSettings, Language } from '@gongping/contracts';
import type { Database } from '@gongping/db';
import { ProblemError } from '../../http/problem-error.ts';
import { findSystemTree, type IndicatorRow } from '../indicator-systems/indicator-system.service.ts';
import { listUnits } from '../units/unit.service.ts';
import { settingsFaults, type SettingsFault } from './check-settings.ts';
import { settingsSentences } from './settings-sentences.ts';

/**
 * Checks settings against the units and the system that they name.
 *
 * @param about.keptUnitIds units of the assessment already, which may have been retired since
 * @throws ProblemError `invalid-input` with a sentence for each entry, in the reader's language
 */
export async function validateSettings(
  db: Database,
  settings: AssessmentSettings,
  about: { language: Language; keptUnitIds: readonly string[] },
): Promise<void> {
  const indicators = await frozenIndicators(db, settings.indicatorSystemId);
  const units = (await listUnits({ db })).map(({ id, name, retired }) => {
    const away = retired && !about.keptUnitIds.includes(id);
    return [id, { name: name[about.language], retired: away }] as const;
  });
  const faults = settingsFaults(settings, { indicators, units: new Map(units) });
  if (faults.length > 0) throw invalidSettings(faults, about.language);
}

async function frozenIndicators(db: Database, systemId: string): Promise<IndicatorRow[] | null> {
  const tree = await findSystemTree(db, systemId);
  return tree?.system.frozenAt ? tree.indicators : null;
}

/** The problem document for faults of settings. */
export function invalidSettings(faults: readonly SettingsFault[], language: Language): ProblemError {
  const errors = faults.map(({ path, sentence, values = {} }) => ({
    path,
    message: settingsSentences[sentence][language].replaceAll(/\{(\w+)\}/g, (place, name: string) =>
      String(values[name] ?? place),
    ),
  }));
  return new ProblemError('invalid-input', { errors });
}
