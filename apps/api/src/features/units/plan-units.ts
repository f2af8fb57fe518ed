import { newUnit } from '@gongping/contracts';
import type { ReadTable, TableProblems } from '@gongping/tables';
import { canonicalJson } from '../../http/canonical-json.ts';
import { newId } from '../../http/new-id.ts';
import { cellSentences } from '../../tables/cell-sentences.ts';
import { RowCells } from '../../tables/row-cells.ts';
import { shapeFaults } from '../../tables/shape-faults.ts';
import { unitFacts } from './unit.mapper.ts';
import type { UnitRow } from './unit.repository.ts';
import { kindWords } from './unit-table.ts';

export interface UnitPlan {
  readonly created: readonly UnitRow[];
  readonly changed: readonly { readonly before: UnitRow; readonly after: UnitRow }[];
  readonly unchanged: number;
}

/** Where the API's checks of a new unit lie in the table. */
const columns: Readonly<Record<string, string>> = {
  code: 'code',
  'name.zh': 'name',
  'name.en': 'name_en',
  kind: 'kind',
  category: 'category',
};

const kindChanged = {
  zh: '已有单位的类别不能更改：往年是按原类别评分的。请改回原类别；确需改变的，停用原单位后用新代码新增。',
  en: 'The kind of a unit that is there already stays: earlier rounds were scored under it. Put it back, or retire the unit and add one under a new code.',
};
const notADivision = {
  zh: '行政区划代码应为 GB/T 2260 的六位数字，没有的请留空。',
  en: 'A division code of GB/T 2260 has six digits; leave the cell empty where there is none.',
};

/** What the rows of a table ask for, held against the units that are there. Problems are added to `problems`. */
export function planUnits(
  table: ReadTable,
  { existing, now }: { readonly existing: readonly UnitRow[]; readonly now: Date },
  problems: TableProblems,
): UnitPlan {
  const byCode = new Map(existing.map((row) => [row.code, row]));
  const seen = new Map<string, number>();
  const created: UnitRow[] = [];
  const changed: { before: UnitRow; after: UnitRow }[] = [];
  let unchanged = 0;
  for (const row of table.rows) {
    const cells = new RowCells(table, row, problems);
    const code = cells.text('code').trim();
    const before = byCode.get(code);
    const after = readUnit(cells, before, now);
    const earlier = seen.get(code);
    if (code !== '' && earlier !== undefined) cells.problem('code', cellSentences.repeated(code, earlier));
    else seen.set(code, row.row);
    if (before === undefined) created.push(after);
    else if (isSame(before, after)) unchanged += 1;
    else changed.push({ before, after });
  }
  return { created, changed, unchanged };
}

function readUnit(cells: RowCells, before: UnitRow | undefined, now: Date): UnitRow {
  const unit = checkedUnit(cells);
  const kind = unit.kind ?? before?.kind ?? 'county';
  if (before && kind !== before.kind) cells.problem('kind', kindChanged);
  const wasRetired = before !== undefined && before.retiredAt !== null;
  const retired = cells.has('retired') ? cells.flag('retired') : wasRetired;
  return {
    id: before?.id ?? newId(now),
    code: unit.code,
    nameZh: unit.name.zh,
    nameEn: unit.name.en,
    kind,
    category: unit.category,
    gb2260: cells.has('gb2260') ? readDivision(cells) : (before?.gb2260 ?? null),
    clauses: cells.has('clauses') ? cells.wholeNumbers('clauses') : (before?.clauses ?? []),
    filesAnnualReport: unit.filesAnnualReport,
    retiredAt: retired ? (before?.retiredAt ?? now) : null,
  };
}

/** The fields of a new unit, held to the checks of the API. */
function checkedUnit(cells: RowCells) {
  const given = {
    code: cells.code('code'),
    name: { zh: cells.requiredText('name'), en: cells.requiredText('name_en') },
    kind: cells.word('kind', kindWords),
    category: cells.requiredText('category'),
    filesAnnualReport: cells.flag('files_annual_report'),
  };
  const { success, data, error } = newUnit.safeParse(given);
  if (success) return data;
  for (const { path, sentence } of shapeFaults(error)) {
    const column = columns[path] ?? null;
    // Empty cells, codes and kinds have been told of in words of the table.
    if (column === null || column === 'code' || column === 'kind' || cells.isEmpty(column)) continue;
    cells.problem(column, sentence);
  }
  return given;
}

function readDivision(cells: RowCells): string | null {
  const code = cells.text('gb2260').normalize('NFKC').trim();
  if (code !== '' && !/^\d{6}$/.test(code)) cells.problem('gb2260', notADivision);
  return code === '' ? null : code;
}

function isSame(a: UnitRow, b: UnitRow): boolean {
  return canonicalJson(unitFacts(a)) === canonicalJson(unitFacts(b));
}
