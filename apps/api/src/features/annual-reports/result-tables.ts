import type { RankedUnit, UnitKind } from '@gongping/contracts';
import type { RoundFacts } from '../results/round-facts.ts';
import { score } from './figures.ts';
import type { Group } from './passage-groups.ts';
import type { SnapshotFigure } from './snapshot-figure.ts';

/** The ranking of a group as a report prints it. */
export interface ResultTable {
  readonly kind: UnitKind;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Units with their totals, best first: what a picture of the ranking shows. */
  readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string }[];
  /** The table and its picture as figures of a text: each stands for all that it shows. */
  readonly figures: readonly SnapshotFigure[];
}

/** A table for each group. */
export function resultTables(
  groups: readonly Group[],
  facts: Pick<RoundFacts, 'year' | 'bands'>,
): ResultTable[] {
  const bands = new Map(facts.bands.map(({ code, name }) => [code, name.zh]));
  return groups.map(({ kind, name, label, units }) => {
    const rows = units.map((unit) => rowOf(unit, bands.get(unit.band ?? '') ?? '—'));
    const bars = units.flatMap(({ name: unit, total }) =>
      total === null ? [] : [{ label: unit.zh, value: total, text: score(total) }],
    );
    return {
      kind,
      caption: `${facts.year}年度${name}政务公开评估结果`,
      columns: ['名次', '单位', '第三方评估得分', '社会评议得分', '综合得分', '等次'],
      rows,
      bars,
      figures: [
        {
          key: `table ${kind}`,
          label: { zh: `${label.zh}：评估结果表`, en: `${label.en}: table of the results` },
          value: rows.map((cells) => cells.join(' ')).join('；'),
        },
        {
          key: `chart ${kind}`,
          label: { zh: `${label.zh}：综合得分图`, en: `${label.en}: picture of the totals` },
          value: bars.map((bar) => `${bar.label} ${bar.text}`).join('；'),
        },
      ],
    };
  });
}

function rowOf({ rank, name, thirdParty, social, total }: RankedUnit, band: string): string[] {
  return [
    rank === null ? '—' : String(rank),
    name.zh,
    thirdParty === null ? '—' : score(thirdParty),
    social === null ? '样本不足' : score(social),
    total === null ? '—' : score(total),
    band,
  ];
}
