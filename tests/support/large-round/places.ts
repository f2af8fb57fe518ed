import { schema, type Database } from '@gongping/db';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Frame } from './system.ts';

/** What the places in addresses stand for in a round. */
export interface LargePlaces {
  /** Of the round and of its survey. */
  readonly slug: string;
  /** Id of the indicator system. */
  readonly system: string;
  readonly unit: string;
  readonly leaf: string;
  /** An open case of arbitration. */
  readonly caseUnit: string;
  readonly caseLeaf: string;
  /** Id of an open appeal. */
  readonly appeal: string;
  /** Id of the evidence that is a kept page. */
  readonly page: string;
  /** Id of a list of invited people. */
  readonly invitation: string;
}

/** Of the first unit, for which the liaison speaks, where it has such a thing. */
export async function placesOf(
  db: Database,
  frame: Frame,
  { assessmentId, slug }: { assessmentId: string; slug: string },
): Promise<Omit<LargePlaces, 'invitation'>> {
  const { arbitrationCases, appeals, evidence, indicators, units } = schema;
  const [openCase] = await db
    .select({ unit: units.code, indicator: indicators.code })
    .from(arbitrationCases)
    .innerJoin(units, eq(units.id, arbitrationCases.unitId))
    .innerJoin(indicators, eq(indicators.id, arbitrationCases.indicatorId))
    .where(and(eq(arbitrationCases.assessmentId, assessmentId), eq(arbitrationCases.reason, '')))
    .orderBy(units.code, indicators.position)
    .limit(1);
  const [appeal] = await db
    .select({ id: appeals.id })
    .from(appeals)
    .innerJoin(units, eq(units.id, appeals.unitId))
    .where(and(eq(appeals.assessmentId, assessmentId), eq(appeals.state, 'open')))
    .orderBy(units.code, appeals.indicatorId)
    .limit(1);
  const [page] = await db
    .select({ id: evidence.id })
    .from(evidence)
    .innerJoin(units, eq(units.id, evidence.unitId))
    .where(and(eq(evidence.assessmentId, assessmentId), isNotNull(evidence.pageId)))
    .orderBy(units.code)
    .limit(1);
  return {
    slug,
    system: frame.systemId,
    unit: frame.units[0]?.code ?? '',
    leaf: frame.leaves[0]?.code ?? '',
    caseUnit: openCase?.unit ?? '',
    caseLeaf: openCase?.indicator ?? '',
    appeal: appeal?.id ?? '',
    page: page?.id ?? '',
  };
}
