import type { ReadTable, TableProblems } from '@gongping/tables';
import { cellSentences } from '../../tables/cell-sentences.ts';
import { daysRange, everyRange, shareRange } from '../../tables/number-ranges.ts';
import { RowCells } from '../../tables/row-cells.ts';
import type { RuleItem } from './rule-items.ts';
import { partWords, perWords } from './system-shapes.ts';

/** An entry of a rule's lists with the row it stands in. */
export interface ReadItem extends RuleItem {
  readonly cells: RowCells;
}

const sentences = {
  unknownIndicator: (code: string) => ({
    zh: `指标表中没有“${code}”，请核对代码，或在指标表中加上这一行。`,
    en: `There is no “${code}” among the indicators; check the code, or add the row there.`,
  }),
  onlyLevels: { zh: '只有等级可以有最大值和逾期日数', en: 'Only a level has a maximum and days' },
  onlyDeductions: {
    zh: '只有扣分项有计次和每次处数',
    en: 'Only a deduction is counted, once, by occurrence or by so many',
  },
  reversed: {
    zh: '最大值小于数值，请把两者对调或改正。',
    en: 'The maximum is below the value; correct one of them.',
  },
};

/** What the rules list, by the code of their indicator, in order. */
export function readRuleItems(
  table: ReadTable | undefined,
  indicators: ReadonlySet<string>,
  problems: TableProblems,
): ReadonlyMap<string, readonly ReadItem[]> {
  const items = new Map<string, ReadItem[]>();
  const seen = new Map<string, ReadItem>();
  for (const row of table?.rows ?? []) {
    if (table === undefined) break;
    const cells = new RowCells(table, row, problems);
    const indicator = cells.requiredText('indicator').trim();
    if (indicator !== '' && !indicators.has(indicator)) {
      cells.problem('indicator', sentences.unknownIndicator(indicator));
    }
    const item = readItem(cells);
    if (item === null) continue;
    const key = JSON.stringify([indicator, item.part, item.code]);
    const same = seen.get(key);
    if (same) cells.problem('code', cellSentences.repeated(item.code, same.cells.row));
    else seen.set(key, item);
    const listed = items.get(indicator);
    if (listed) listed.push(item);
    else items.set(indicator, [item]);
  }
  return items;
}

/** Null where nobody can say what kind of entry it is. */
function readItem(cells: RowCells): ReadItem | null {
  const part = cells.word('part', partWords);
  const code = cells.code('code');
  const label = { zh: cells.requiredText('label'), en: cells.requiredText('label_en') };
  const value = cells.requiredNumber('value', shareRange) ?? 0;
  if (part !== null && part !== 'level') cells.requireEmpty(['maximum', 'days'], sentences.onlyLevels);
  if (part !== null && part !== 'deduction') cells.requireEmpty(['per', 'every'], sentences.onlyDeductions);
  const maximum = part === 'level' ? cells.number('maximum', shareRange) : null;
  if (maximum !== null && maximum < value) cells.problem('maximum', sentences.reversed);
  const per = part === 'deduction' ? cells.word('per', perWords) : null;
  const every = part === 'deduction' ? cells.number('every', everyRange) : null;
  const days = part === 'level' ? cells.number('days', daysRange) : null;
  return part && { cells, part, code, label, value, maximum, per, every, days };
}
