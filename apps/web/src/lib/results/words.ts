import type { MethodView, RankedUnit, Ranking, UnitKind } from '@gongping/contracts';
import { localText } from '#lib/format/local-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { View } from './view-query.ts';

export const kindWord: Readonly<Record<UnitKind, () => string>> = {
  county: m.results_kind_county,
  department: m.results_kind_department,
};

export const viewWord: Readonly<Record<View, () => string>> = {
  table: m.results_view_table,
  heat: m.results_view_heat,
  compare: m.results_view_compare,
};

/** Name of a part of the total: a family's, or that of appraisal and bonus. */
export function partName(key: string, families: Ranking['families']): string {
  if (key === 'social') return m.results_social();
  if (key === 'bonus') return m.results_bonus();
  const family = families.find(({ code }) => code === key);
  return family ? `${key} ${localText(family.name)}` : key;
}

/** Why a unit has no appraisal score. */
export function noSocialWord({ socialReason, socialValid }: RankedUnit): string {
  if (socialReason === 'sample-too-small') return m.results_too_small({ valid: socialValid });
  return socialReason === null ? m.results_no_appraisal() : m.results_no_group();
}

/** Name and place of a unit's band; null without one. */
export function bandPlace(
  { bands }: Pick<MethodView, 'bands'>,
  code: string | null,
): { readonly name: string; readonly position: number; readonly of: number } | null {
  const at = bands.findIndex((band) => band.code === code);
  const band = bands[at];
  return band ? { name: localText(band.name), position: at + 1, of: bands.length } : null;
}
