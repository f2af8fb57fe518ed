import type { ReportBlock } from '@gongping/documents';
import { quoted, score } from '../annual-reports/figures.ts';
import { naming, paragraphs, table } from './report-blocks.ts';
import { lossesOf } from './overall-problems.ts';
import type { ReportFacts } from './report-facts.ts';

/** What was done well: bonuses with their reasons, full marks of whole families, and what everybody does. */
export function practiceBlocks(facts: ReportFacts): ReportBlock[] {
  const { groups, ranking, leaves } = facts;
  const bonuses = ranking.units.flatMap((unit) =>
    (leaves.get(unit.code) ?? [])
      .filter(({ role, marks }) => role === 'bonus' && (marks ?? 0) > 0)
      .map((leaf) => ({ unit: unit.name.zh, leaf })),
  );
  const full = ranking.families.flatMap(({ code, name }) => {
    const units = ranking.units.filter(({ families }) => families[code]?.score === 100);
    if (units.length === 0) return [];
    const names = units.slice(0, 8).map((unit) => unit.name.zh);
    return [
      `${quoted(name.zh)}各项均得满分的有${names.join('、')}${units.length > 8 ? `等${units.length}个单位` : ''}。`,
    ];
  });
  const everywhere = groups.flatMap((group) => {
    const met = lossesOf(facts, group).filter(({ scored, losing }) => scored > 0 && losing.length === 0);
    if (met.length === 0) return [];
    const names = met.slice(0, 6).map(({ leaf }) => quoted(leaf.name.zh));
    return [
      `${group.name}全部得满分的指标有${met.length}项${met.length > 6 ? '，包括' : '：'}${names.join('、')}。`,
    ];
  });
  return [
    ...paragraphs(
      bonuses.length === 0
        ? ''
        : `共有${new Set(bonuses.map(({ unit }) => unit)).size}个单位获得加分，做法见下表。`,
    ),
    ...table('加分事项', {
      head: [['单位', '加分项', '加分', '做法']],
      rows: bonuses.map(({ unit, leaf }) => [
        naming(unit),
        `${leaf.code} ${leaf.name.zh}`,
        score(leaf.marks ?? 0),
        leaf.reason === '' ? '—' : leaf.reason,
      ]),
      widths: [18, 24, 10, 48],
    }),
    ...paragraphs(full.join(''), everywhere.join('')),
  ];
}
