import type { UnitKind } from '@gongping/contracts';
import type { Table, TableShape } from '@gongping/tables';
import { writeList } from '../../tables/list-cell.ts';
import { words, writeFlag, type Medium } from '../../tables/words.ts';
import type { UnitRow } from './unit.repository.ts';

export const kindWords = words({
  county: '县市区',
  department: '市直部门',
} as const satisfies Record<UnitKind, string>);

/** Units as people edit them; what may be absent stays as it is where the unit is there already. */
export const unitShape = {
  name: 'units',
  label: '单位',
  columns: [
    { name: 'code', label: '代码', required: true },
    { name: 'name', label: '名称', required: true },
    { name: 'name_en', label: '英文名称', required: true },
    { name: 'kind', label: '类别', required: true },
    { name: 'category', label: '单位性质', required: true },
    { name: 'gb2260', label: '行政区划代码' },
    { name: 'clauses', label: '通知条款' },
    { name: 'files_annual_report', label: '编报年报', required: true },
    { name: 'retired', label: '停用' },
  ],
} as const satisfies TableShape;

export function unitTable(rows: readonly UnitRow[], medium: Medium): Table {
  return {
    shape: unitShape,
    rows: rows.map((row) => [
      row.code,
      row.nameZh,
      row.nameEn,
      kindWords.write(row.kind, medium),
      row.category,
      row.gb2260 ?? '',
      writeList(row.clauses),
      writeFlag(row.filesAnnualReport),
      writeFlag(row.retiredAt !== null),
    ]),
  };
}
