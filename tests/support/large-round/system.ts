import { insertRows, schema, type Database } from '@gongping/db';
import type { Rule } from '@gongping/scoring';
import { notice2020 } from '@gongping/templates';
import { randomUUID } from 'node:crypto';

type IndicatorRow = typeof schema.indicators.$inferSelect;
type UnitRow = typeof schema.units.$inferSelect;

/** How large a round is. */
export interface Size {
  readonly units: number;
  /** A multiple of the five families. */
  readonly leaves: number;
}

/** What rounds of one size share. */
export interface Frame {
  readonly systemId: string;
  readonly leaves: readonly IndicatorRow[];
  readonly units: readonly UnitRow[];
  readonly families: readonly string[];
}

const families = ['A', 'B', 'C', 'D', 'E'];
const both = (zh: string, en: string) => ({ zh, en });

const rule: Rule = {
  method: 'graded',
  levels: [
    { code: 'full', label: both('完整', 'Complete'), coefficient: 1 },
    { code: 'half', label: both('部分', 'In part'), coefficient: 0.5 },
    { code: 'none', label: both('没有', 'None'), coefficient: 0 },
  ],
};

/** An indicator system of two levels whose leaves share 100 marks, and the units that it is for. */
export async function insertFrame(db: Database, size: Size, now: Date): Promise<Frame> {
  const systemId = randomUUID();
  await db.insert(schema.indicatorSystems).values({
    id: systemId,
    code: `large-${systemId.slice(0, 8)}`,
    version: 1,
    title: both('大型指标体系', 'A large system'),
    notice: notice2020,
    leadTasks: [],
    frozenAt: now,
    createdAt: now,
  });
  const indicators = families.flatMap((family, at) => {
    const each = size.leaves / families.length;
    const below = Array.from({ length: each }, (_leaf, i) => `${family}-${i + 1}`);
    const of = { systemId, marks: String(100 / size.leaves) };
    return [
      toIndicator(family, null, { ...of, position: at * 1000 }),
      ...below.map((code, i) => toIndicator(code, family, { ...of, position: at * 1000 + i + 1 })),
    ];
  });
  await insertRows(db, schema.indicators, indicators);
  const units = Array.from({ length: size.units }, (_unit, at) => toUnit(systemId.slice(0, 4), at + 1));
  await insertRows(db, schema.units, units);
  return { systemId, leaves: indicators.filter((row) => row.rule !== null), units, families };
}

function toIndicator(
  code: string,
  parentCode: string | null,
  of: { systemId: string; marks: string; position: number },
): IndicatorRow {
  const isLeaf = parentCode !== null;
  return {
    id: randomUUID(),
    systemId: of.systemId,
    code,
    parentCode,
    position: of.position,
    level: isLeaf ? 2 : 1,
    name: both(`${code} 项信息公开情况`, `Disclosure of ${code}`),
    role: 'score',
    unitKinds: ['county'],
    countyMarks: isLeaf ? of.marks : null,
    departmentMarks: null,
    rule: isLeaf ? rule : null,
    ruleText: isLeaf ? '栏目完整且按时更新的得满分；部分缺失或者更新不及时的得一半；没有的不得分。' : '',
    evidenceWanted: isLeaf ? '栏目页面的截图或者链接，注明采集时间。' : '',
    naCondition: isLeaf ? '单位没有此项职责。' : null,
    clauses: [],
    quote: '',
    legalBasis: null,
    judge: null,
  };
}

function toUnit(prefix: string, at: number): UnitRow {
  const number = String(at).padStart(3, '0');
  return {
    id: randomUUID(),
    code: `U${prefix}${number}`,
    nameZh: `第 ${number} 单位`,
    nameEn: `Unit ${number}`,
    kind: 'county',
    category: '县市区',
    gb2260: null,
    clauses: [],
    filesAnnualReport: true,
    retiredAt: null,
  };
}
