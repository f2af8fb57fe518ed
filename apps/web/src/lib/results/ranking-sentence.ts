import type { Ranking, RankedUnit, UnitKind } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import { formatPercent, formatScore } from '#lib/format/number.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { rankingFacts, type Movement } from './ranking-facts.ts';

/** Beyond these a list of names is no longer something one says. */
const mostNames = 3;

/**
 * The ranking of one kind in a sentence that a leader would say aloud: who is first, how the bands fill, who rose and
 * fell most, and what is weakest.
 *
 * @param units of that kind, as ranked
 */
export function rankingSentence(
  ranking: Pick<Ranking, 'method' | 'leaves'>,
  { units, kind, locale }: { units: readonly RankedUnit[]; kind: UnitKind; locale: Locale },
): string {
  const facts = rankingFacts(ranking, units);
  const inLocale = { locale };
  const text = (wording: LocalText) => (locale === 'en' && wording.en !== '' ? wording.en : wording.zh);
  const names = (some: readonly RankedUnit[]) =>
    new Intl.ListFormat(locale).format(some.map(({ name }) => text(name)));

  if (facts.total === null) return m.results_say_nobody({}, inLocale);
  const group = m.results_say_group({ count: facts.count, kind }, inLocale);
  const leading = { group, units: names(facts.first), total: formatScore(facts.total) };
  const clauses = [
    facts.first.length === 1
      ? m.results_say_first(leading, inLocale)
      : m.results_say_first_shared(leading, inLocale),
    facts.bands
      .map(({ band, count }) => m.results_say_band({ band: text(band.name), count }, inLocale))
      .join(m.results_list_join({}, inLocale)),
  ];
  const move = (movement: Movement | null, say: typeof m.results_say_risen) => {
    if (movement === null || movement.units.length > mostNames) return;
    clauses.push(say({ units: names(movement.units), places: movement.places }, inLocale));
  };
  move(facts.risen, m.results_say_risen);
  move(facts.fallen, m.results_say_fallen);
  if (facts.weakest) {
    const { leaf, mean } = facts.weakest;
    clauses.push(m.results_say_weakest({ leaf: text(leaf.name), share: formatPercent(mean) }, inLocale));
  }
  const joined = clauses.filter(Boolean).join(m.results_say_join({}, inLocale));
  return m.results_say_whole({ clauses: joined }, inLocale);
}
