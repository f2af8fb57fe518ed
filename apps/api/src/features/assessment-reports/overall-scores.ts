import type { ReportBlock } from '@gongping/documents';
import { plain, score } from '../annual-reports/figures.ts';
import type { Group } from '../annual-reports/passage-groups.ts';
import { centred, naming, note, scoreOr, table } from './report-blocks.ts';
import type { LeafResult, ReportFacts } from './report-facts.ts';

/** Units beside one another on a page turned on its side. */
const across = 10;

/** All scores: leaves down, units across, as many tables as it takes. */
export function scoreBlocks(facts: ReportFacts): ReportBlock[] {
  const tables = facts.groups.flatMap((group) => {
    const parts = Math.ceil(group.units.length / across);
    return Array.from({ length: parts }, (_, part) => {
      const units = group.units.slice(part * across, (part + 1) * across);
      const count = parts === 1 ? '' : `（${part + 1}/${parts}）`;
      return groupTable(facts, { group: { ...group, units }, caption: `${group.name}各项指标得分${count}` });
    }).flat();
  });
  return tables.length === 0 ? [] : [...tables, note('注：“—”为不适用或没有，“未评”为未评分，均不计入。')];
}

function groupTable(
  { leaves }: ReportFacts,
  { group, caption }: { group: Group; caption: string },
): ReportBlock[] {
  const [first] = group.units;
  const own = leaves.get(first?.code ?? '') ?? [];
  const rows = own.map((leaf, at) => [
    naming(`${leaf.code} ${leaf.name.zh}`),
    centred(leaf.role === 'veto' ? '否决' : plain(leaf.fullMarks)),
    ...group.units.map(({ code }) => marksOf(leaves.get(code)?.[at])),
  ]);
  return table(caption, {
    head: [['指标', '满分', ...group.units.map(({ name }) => name.zh)]],
    rows: [...rows, [naming('综合得分'), centred('100'), ...group.units.map(({ total }) => scoreOr(total))]],
    widths: [26, 6, ...group.units.map(() => Math.max(68 / across, 68 / group.units.length / 2))],
    landscape: true,
  });
}

/** Unscored, zero and not applicable are three things. */
export function marksOf(leaf: LeafResult | undefined) {
  if (leaf === undefined || leaf.state === 'not_applicable') return centred('—');
  if (leaf.marks === null) return centred(leaf.role === 'score' ? '未评' : '—');
  if (leaf.role === 'veto') return centred(leaf.marks === 1 ? '触发' : '未触发');
  return score(leaf.marks);
}
