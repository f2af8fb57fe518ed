import type { MethodView } from '@gongping/contracts';
import { localText } from '#lib/format/local-text.ts';
import { formatMarks, formatPercent } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';

const list = (words: readonly string[]) => words.join(m.results_list_join());

/** The method in sentences, enough to recompute a total by hand; the formula first. */
export function methodLines(method: MethodView): string[] {
  const third = formatPercent(method.thirdPartyWeight);
  const veto = method.bands.find(({ code }) => code === method.vetoBand);
  const appraised = method.socialWeight > 0;
  return [
    appraised
      ? m.results_method_mix({ third, social: formatPercent(method.socialWeight) })
      : m.results_method_mix_alone(),
    m.results_method_third(),
    method.notApplicable === 'total' ? m.results_method_na_total() : m.results_method_na_siblings(),
    ...(appraised ? [m.results_method_social({ minimum: method.minimumSample })] : []),
    ...(method.bonusCap === null ? [] : [m.results_method_bonus({ cap: formatMarks(method.bonusCap) })]),
    ...(method.totalCap === null ? [] : [m.results_method_total({ cap: formatMarks(method.totalCap) })]),
    m.results_method_rank(),
    m.results_method_bands({ bands: list(bandRanges(method)) }),
    ...(veto ? [m.results_method_veto({ band: localText(veto.name) })] : []),
    ...(method.excludedIndicators.length === 0
      ? []
      : [m.results_method_excluded({ codes: list(method.excludedIndicators) })]),
  ];
}

function bandRanges({ bands }: MethodView): string[] {
  return bands.map(({ name, minimum }, index) => {
    const above = bands[index - 1];
    return minimum === 0 && above
      ? m.results_method_band_below({ band: localText(name), minimum: formatMarks(above.minimum) })
      : m.results_method_band_from({ band: localText(name), minimum: formatMarks(minimum) });
  });
}
