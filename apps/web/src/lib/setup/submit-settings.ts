import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';
import { checkValues, type Checked } from './check-values.ts';
import { withEmptyHeadings } from './optional-indicators.ts';
import type { SettingsValues } from './settings-values.ts';

/** Checks what was typed and completes the switched-off indicators by headings without leaves. */
export async function settingsFrom(api: ApiClient, values: SettingsValues): Promise<Checked> {
  const checked = checkValues(values);
  if (!checked.settings) return checked;
  const { settings } = checked;
  const param = { id: settings.indicatorSystemId };
  const system = await answer(api['indicator-systems'][':id'].$get({ param })).catch(() => null);
  // Without the system the API says at its field what is wrong.
  const excludedIndicators = system
    ? withEmptyHeadings(settings.excludedIndicators, system.indicators)
    : settings.excludedIndicators;
  return { settings: { ...settings, excludedIndicators }, faults: null };
}
