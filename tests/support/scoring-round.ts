import { type Database, schema } from '@gongping/db';
import { defaultMethod, type Rule } from '@gongping/scoring';
import { randomUUID } from 'node:crypto';
import type { Bench, Person } from './app.ts';

/**
 * A small round in the phase of scoring, one leaf for each method of scoring: marks that a test can work out by hand.
 * Rows, not requests, since families of one unit are split between two evaluators.
 */
export interface ScoringRound {
  readonly id: string;
  readonly slug: string;
  readonly organiser: Person;
  readonly reviewer: Person;
  /** Scores family A of C01 and C02 (and so their bonus and veto leaves). */
  readonly evaluator: Person;
  /** Scores family B of C01 and families A and B of D01. */
  readonly colleague: Person;
  readonly unitIds: Readonly<Record<'C01' | 'C02' | 'D01', string>>;
  readonly indicatorIds: ReadonlyMap<string, string>;
}

const both = { zh: '示例', en: 'Example' };
const share = (code: string, part: number) => ({ code, label: both, share: part });

interface Node {
  code: string;
  parent: string | null;
  rule?: Rule;
  role?: 'bonus' | 'veto';
  county?: string | null;
  department?: string | null;
}

const nodes: Node[] = [
  { code: 'A', parent: null },
  { code: 'A1', parent: 'A' },
  {
    code: 'A1-1',
    parent: 'A1',
    rule: {
      method: 'graded',
      levels: [
        { code: 'full', label: both, coefficient: 1 },
        { code: 'half', label: both, coefficient: 0.5 },
        { code: 'none', label: both, coefficient: 0 },
      ],
    },
    county: '4',
    department: '6',
  },
  {
    code: 'A1-2',
    parent: 'A1',
    rule: { method: 'deduct', items: [{ ...share('late', 0.25), per: 'occurrence' }] },
    county: '4',
    department: '4',
  },
  { code: 'B', parent: null },
  {
    code: 'B-1',
    parent: 'B',
    rule: {
      method: 'ratio',
      numerator: both,
      denominator: both,
      denominatorRule: { kind: 'counted' },
      credits: [],
      deductions: [],
    },
    county: '6',
    department: '6',
  },
  {
    code: 'B-2',
    parent: 'B',
    rule: { method: 'checklist', points: [share('a', 0.6), share('b', 0.4)], zeroWhen: null },
    county: null,
    department: '10',
  },
  { code: 'D', parent: null },
  { code: 'D-1', parent: 'D', rule: { method: 'deduct', items: [] }, county: '5', department: '5' },
  { code: 'X', parent: null, role: 'bonus' },
  { code: 'X-1', parent: 'X', role: 'bonus', rule: { method: 'bonus' }, county: '5', department: '5' },
  { code: 'V', parent: null, role: 'veto' },
  { code: 'V-1', parent: 'V', role: 'veto', rule: { method: 'veto' }, county: '0', department: '0' },
];

const noAppraisal = {
  families: {},
  overall: null,
  minimumAnswered: 1,
  groups: {},
  minimumGroup: 1,
  minimumSample: 1,
};

/** Makes the round of 2020 by rows: one for a test file. */
export async function createScoringRound(bench: Bench): Promise<ScoringRound> {
  const { db } = bench.database;
  const now = bench.clock.now;
  const unitIds = await insertUnits(db);
  const { systemId, indicatorIds } = await insertSystem(db, now);
  const id = await insertRound(db, { year: 2020, systemId, unitIds: Object.values(unitIds), now });
  const evaluator = await bench.person([{ role: 'evaluator', assessmentId: id }]);
  const colleague = await bench.person([{ role: 'evaluator', assessmentId: id }]);
  const cell = (unit: keyof typeof unitIds, family: string, by: Person) => ({
    assessmentId: id,
    unitId: unitIds[unit],
    family,
    evaluatorId: by.id,
  });
  await db
    .insert(schema.assignments)
    .values([
      cell('C01', 'A', evaluator),
      cell('C02', 'A', evaluator),
      cell('C01', 'B', colleague),
      cell('D01', 'A', colleague),
      cell('D01', 'B', colleague),
    ]);
  return {
    id,
    slug: '2020',
    organiser: await bench.person([{ role: 'organiser', assessmentId: id }]),
    reviewer: await bench.person([{ role: 'reviewer', assessmentId: id }]),
    evaluator,
    colleague,
    unitIds,
    indicatorIds,
  };
}

/** A round of 2019, of the same units and system, with nothing in it. */
export async function createEarlierRound(bench: Bench, round: ScoringRound): Promise<string> {
  const { db } = bench.database;
  const [row] = await db.select().from(schema.assessments);
  if (!row) throw new Error('no round to precede');
  const unitIds = Object.values(round.unitIds);
  return insertRound(db, { year: 2019, systemId: row.indicatorSystemId, unitIds, now: bench.clock.now });
}

async function insertUnits(db: Database): Promise<ScoringRound['unitIds']> {
  const unitIds = { C01: randomUUID(), C02: randomUUID(), D01: randomUUID() };
  const rows = Object.entries(unitIds).map(([code, id]) => ({
    id,
    code,
    nameZh: `单位 ${code}`,
    nameEn: `Unit ${code}`,
    kind: code.startsWith('C') ? ('county' as const) : ('department' as const),
    category: '行政机关',
    gb2260: null,
    clauses: [],
    filesAnnualReport: true,
    retiredAt: null,
  }));
  await db.insert(schema.units).values(rows);
  return unitIds;
}

async function insertSystem(db: Database, now: Date) {
  const systemId = randomUUID();
  await db.insert(schema.indicatorSystems).values({
    id: systemId,
    code: `small-${systemId.slice(0, 8)}`,
    version: 1,
    title: both,
    notice: {},
    leadTasks: [{ clause: 3, role: 'lead', text: both, unitCode: 'D01' }],
    frozenAt: now,
    createdAt: now,
  });
  const indicatorIds = new Map(nodes.map(({ code }) => [code, randomUUID()]));
  await db.insert(schema.indicators).values(
    nodes.map((node, position) => ({
      id: indicatorIds.get(node.code) ?? '',
      systemId,
      code: node.code,
      parentCode: node.parent,
      position,
      level: node.code.split(/[-\d]+/u).length,
      name: { zh: `指标 ${node.code}`, en: `Indicator ${node.code}` },
      role: node.role ?? ('score' as const),
      unitKinds: (['county', 'department'] as const).filter(
        (kind) => node.rule === undefined || node[kind] !== null,
      ),
      countyMarks: node.county ?? null,
      departmentMarks: node.department ?? null,
      rule: node.rule ?? null,
      ruleText: '',
      evidenceWanted: '',
      naCondition: null,
      clauses: [],
      quote: '',
      legalBasis: null,
      judge: null,
    })),
  );
  return { systemId, indicatorIds };
}

async function insertRound(
  db: Database,
  round: { year: number; systemId: string; unitIds: string[]; now: Date },
): Promise<string> {
  const id = randomUUID();
  await db.insert(schema.assessments).values({
    id,
    slug: String(round.year),
    year: round.year,
    title: `${round.year} 年评估`,
    indicatorSystemId: round.systemId,
    phase: 'scoring',
    phaseDates: {},
    excludedIndicators: ['D'],
    method: defaultMethod,
    appraisalMethod: noAppraisal,
    demonstration: false,
    revision: 1,
    createdAt: round.now,
  });
  await db
    .insert(schema.assessmentUnits)
    .values(round.unitIds.map((unitId) => ({ assessmentId: id, unitId })));
  return id;
}
