import type { IndicatorSystem } from '@gongping/contracts';
import { answer } from '#lib/api/answer.ts';
import type { ApiClient } from '#lib/api/client.ts';

/** What the form of settings chooses from: units, frozen systems, and the indicators of one of them. */
export async function loadChoices(api: ApiClient, systemId: string) {
  const [{ units }, { systems }, system] = await Promise.all([
    answer(api.units.$get()),
    answer(api['indicator-systems'].$get()),
    answer(api['indicator-systems'][':id'].$get({ param: { id: systemId } })),
  ]);
  // The form needs the tree and names, not the words of the notice.
  const indicators: IndicatorSystem['indicators'] = system.indicators;
  return { units, systems: systems.filter(({ frozenAt }) => frozenAt !== null), indicators };
}
