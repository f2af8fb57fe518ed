import type { RankedUnit, Ranking } from '@gongping/contracts';
import type { LocalText } from '@gongping/scoring';
import { score } from './figures.ts';
import { groupsOf, type Group } from './passage-groups.ts';
import type { SnapshotFigure } from './snapshot-figure.ts';

type Given = readonly (readonly [what: string, label: LocalText, value: string | null])[];

const printed = (value: number | null): string | null => (value === null ? null : score(value));

/** Who has which rank, and what each unit reached. */
export function unitFigures(ranking: Ranking): SnapshotFigure[] {
  const bands = new Map(ranking.method.bands.map(({ code, name }) => [code, name.zh]));
  return groupsOf(ranking).flatMap((group) => [
    ...rankFigures(group),
    ...group.units.flatMap((unit) => figuresOf(unit, bands.get(unit.band ?? '') ?? null)),
  ]);
}

/** The first ranks are named in reports; units that share one are named together. */
const named = 3;

function rankFigures({ kind, label, units }: Group): SnapshotFigure[] {
  return Array.from({ length: named }, (_, at) => at + 1).flatMap((rank) => {
    const holders = units.filter((unit) => unit.rank === rank);
    if (holders.length === 0) return [];
    return [
      {
        key: `ranking ${kind} ${rank}`,
        label: { zh: `${label.zh}：第 ${rank} 名`, en: `${label.en}: rank ${rank}` },
        value: holders.map(({ name }) => name.zh).join('、'),
      },
    ];
  });
}

function figuresOf(unit: RankedUnit, band: string | null): SnapshotFigure[] {
  const figures: Given = [
    ['rank', { zh: '名次', en: 'rank' }, unit.rank === null ? null : String(unit.rank)],
    ['total', { zh: '综合得分', en: 'total' }, printed(unit.total)],
    ['third-party', { zh: '第三方评估得分', en: 'third-party score' }, printed(unit.thirdParty)],
    ['social', { zh: '社会评议得分', en: 'appraisal' }, printed(unit.social)],
    ['band', { zh: '等次', en: 'band' }, band],
  ];
  return figures.flatMap(([what, label, value]) =>
    value === null
      ? []
      : [
          {
            key: `unit ${unit.code} ${what}`,
            label: { zh: `${unit.name.zh}：${label.zh}`, en: `${unit.name.en}: ${label.en}` },
            value,
          },
        ],
  );
}
