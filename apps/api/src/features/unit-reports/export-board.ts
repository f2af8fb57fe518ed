import { csvFiles, xlsxWorkbook, type Table } from '@gongping/tables';
import type { UnitReportList, UnitReportStand } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { listUnitReports } from './list-unit-reports.ts';

const column = (name: string, label: string) => ({ name, label });

const shape = {
  name: 'unit_reports',
  label: '年度报告提交情况',
  columns: [
    column('code', '代码'),
    column('unit', '单位'),
    column('kind', '类别'),
    column('state', '状态'),
    column('version', '版本'),
    column('first_filed_on', '首次提交日期'),
    column('filed_on', '最近提交日期'),
    column('local_due', '本地期限'),
    column('days_late_local', '逾本地期限天数'),
    column('published_on', '公开日期'),
    column('statutory_due', '法定期限'),
    column('days_late_statutory', '逾法定期限天数'),
    column('failing', '错误'),
    column('warnings', '提醒'),
    column('undecidable', '不可判定'),
    column('url', '公开地址'),
  ],
} as const;

const states: Readonly<Record<UnitReportStand['state'], string>> = {
  'not-obliged': '无须编报',
  none: '未提交',
  draft: '填写中',
  filed: '已提交',
};
const kinds = { county: '县市区', department: '市直部门' } as const;

const dayOf = (moment: string | undefined): string =>
  moment === undefined ? '' : dayInShanghai(new Date(moment));
const shown = (value: number | string | null | undefined): string => String(value ?? '');

function table({ units }: UnitReportList): Table {
  return {
    shape,
    rows: units.map(({ unit, due, state, filed, late }) => [
      unit.code,
      unit.name.zh,
      kinds[unit.kind],
      states[state],
      shown(filed?.version),
      dayOf(filed?.firstAt),
      dayOf(filed?.at),
      shown(due.local),
      shown(late.local),
      shown(filed?.publishedOn),
      due.statutory,
      shown(late.statutory),
      shown(filed?.summary.fail),
      shown(filed?.summary.warning),
      shown(filed?.summary.undecidable),
      shown(filed?.url),
    ]),
  };
}

/** How the reports of a year stand, as a file for Excel. @throws ProblemError `not-found` */
export async function exportBoard(
  deps: Pick<Dependencies, 'db' | 'clock' | 'memory'>,
  actor: Actor,
  { as, ...wanted }: { year?: number | undefined; as: 'csv' | 'xlsx' },
): Promise<{ filename: string; bytes: Uint8Array<ArrayBuffer> }> {
  const list = await listUnitReports(deps, actor, wanted);
  const rows = [table(list)];
  const [csv] = csvFiles(rows).values();
  // With its mark, so that Excel reads the Chinese.
  const bytes = as === 'xlsx' ? await xlsxWorkbook(rows) : new Uint8Array([0xef, 0xbb, 0xbf, ...(csv ?? [])]);
  return { filename: `annual-reports-${list.year}.${as}`, bytes };
}
