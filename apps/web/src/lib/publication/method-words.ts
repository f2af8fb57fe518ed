import type { MethodView, Ranking } from '@gongping/contracts';
import { formatMarks, formatPercent } from '#lib/format/number.ts';
import { localText } from '#lib/format/local-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { bandRanges, excludedOf, uncountedAppraisals, unscoredCount } from './method-facts.ts';

/** How a score comes about: what stands left and right of the equals sign, and what limits it. */
export interface Formula {
  readonly left: string;
  readonly right: string;
}

/** The formulas from the total down to the marks. */
export function formulas(method: MethodView): Formula[] {
  const parts = [
    method.socialWeight === 0
      ? m.publication_third_party()
      : m.publication_times({
          score: m.publication_third_party(),
          weight: formatPercent(method.thirdPartyWeight),
        }),
    ...(method.socialWeight === 0
      ? []
      : [m.publication_times({ score: m.publication_social(), weight: formatPercent(method.socialWeight) })]),
    ...(excludedOf(method).bonus ? [] : [m.publication_bonus()]),
  ];
  return [
    { left: m.publication_total(), right: parts.join(' + ') },
    { left: m.publication_third_party(), right: m.publication_formula_third_party() },
  ];
}

/** One parameter of the method: what it is and how it was set. */
export interface Parameter {
  readonly term: string;
  readonly text: string;
}

/** The parameters in plain words, in the order in which they act on a score. */
export function parameters({ method, families, units }: Ranking): Parameter[] {
  const excluded = excludedOf(method);
  const list = (words: readonly string[]) => new Intl.ListFormat(getLocale()).format(words);
  const names = excluded.codes.map((code) => {
    const family = families.find((one) => one.code === code);
    return family ? `${code} ${localText(family.name)}` : code;
  });
  const left = [
    ...names,
    ...(excluded.bonus ? [m.publication_bonus()] : []),
    ...(excluded.vetoes ? [m.publication_vetoes()] : []),
  ];
  const unscored = unscoredCount({ units });
  const vetoBand = method.bands.find(({ code }) => code === method.vetoBand);
  const rows: (Parameter | null)[] = [
    {
      term: m.publication_parameter_families(),
      text: list(families.map(({ code, name }) => `${code} ${localText(name)}`)),
    },
    {
      term: m.publication_parameter_na(),
      text: method.notApplicable === 'total' ? m.publication_na_total() : m.publication_na_siblings(),
    },
    unscored === 0
      ? null
      : {
          term: m.publication_parameter_unscored(),
          text: m.publication_unscored({ count: unscored }),
        },
    method.socialWeight === 0 ? null : socialParameter(method, uncountedAppraisals({ units })),
    excluded.bonus ? null : { term: m.publication_bonus(), text: bonusText(method) },
    excluded.vetoes || !vetoBand
      ? null
      : { term: m.publication_vetoes(), text: m.publication_veto({ band: localText(vetoBand.name) }) },
    { term: m.publication_parameter_rank(), text: m.publication_rank() },
    { term: m.publication_parameter_bands(), text: m.publication_bands({ bands: bandList(method) }) },
    left.length === 0 ? null : { term: m.publication_parameter_excluded(), text: list(left) },
  ];
  return rows.filter((row) => row !== null);
}

function socialParameter({ minimumSample }: MethodView, uncounted: number): Parameter {
  const rule = m.publication_social_rule({ minimum: minimumSample });
  const units = uncounted === 0 ? '' : m.publication_social_uncounted({ count: uncounted });
  return { term: m.publication_social(), text: [rule, units].filter(Boolean).join(m.publication_space()) };
}

function bonusText({ bonusCap, totalCap }: MethodView): string {
  const most = bonusCap === null ? '' : m.publication_bonus_cap({ marks: formatMarks(bonusCap) });
  const ceiling = totalCap === null ? '' : m.publication_total_cap({ marks: formatMarks(totalCap) });
  return [m.publication_bonus_rule(), most, ceiling].filter(Boolean).join(m.publication_space());
}

function bandList(method: MethodView): string {
  const ranges = bandRanges(method).map(({ band, below }) => {
    const name = localText(band.name);
    const minimum = formatMarks(band.minimum);
    if (below === null) return m.publication_band_from({ name, minimum });
    return band.minimum <= 0
      ? m.publication_band_below({ name, below: formatMarks(below) })
      : m.publication_band_between({ name, minimum, below: formatMarks(below) });
  });
  return ranges.join(m.publication_semicolon());
}
