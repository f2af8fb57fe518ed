import { schema } from '@gongping/db';
import type { Phase, Procedure } from '@gongping/contracts';
import { eq } from 'drizzle-orm';
import type { Bench, Person } from './app.ts';
import { createScoringRound, type ScoringRound } from './scoring-round.ts';

/** The small round of `createScoringRound`, in the phase of self-assessment, with the liaisons of two units. */
export interface ClaimingRound extends ScoringRound {
  /** Speaks for C01. */
  readonly liaison: Person;
  /** Speaks for C01 too. */
  readonly secondLiaison: Person;
  /** Speaks for C02. */
  readonly neighbour: Person;
  readonly leader: Person;
}

export const claimingProcedure: Procedure = {
  selfAssessment: true,
  claimsShown: true,
  doubleScoring: false,
  arbitrationThreshold: 0.2,
  agreed: 'mean',
  feedback: true,
  appeal: true,
  appealWorkingDays: 5,
};

export async function createClaimingRound(bench: Bench): Promise<ClaimingRound> {
  const round = await createScoringRound(bench);
  const { C01, C02 } = round.unitIds;
  const liaisonOf = (unitId: string) =>
    bench.person([{ role: 'liaison', assessmentId: round.id, unitId }], { homeUnitId: unitId });
  return {
    ...round,
    liaison: await liaisonOf(C01),
    secondLiaison: await liaisonOf(C01),
    neighbour: await liaisonOf(C02),
    leader: await bench.person([{ role: 'leader', assessmentId: round.id }]),
  };
}

/** Puts the round where a test begins: without claims, in a phase whose last day is 20 October. */
export async function beginClaims(
  bench: Bench,
  round: ClaimingRound,
  procedure: Partial<Procedure> = {},
): Promise<void> {
  const { db } = bench.database;
  bench.clock.now = new Date('2020-10-12T02:00:00Z');
  for (const table of [schema.claims, schema.claimSubmissions, schema.claimReopenings, schema.scores])
    await db.delete(table);
  await db.delete(schema.evidence);
  await db
    .update(schema.assessments)
    .set({
      phase: 'self_assessment',
      procedure: { ...claimingProcedure, ...procedure },
      phaseDates: { self_assessment: { start: '2020-10-08', end: '2020-10-20' } },
    })
    .where(eq(schema.assessments.id, round.id));
}

export async function enterPhase(bench: Bench, round: ClaimingRound, phase: Phase): Promise<void> {
  const { db } = bench.database;
  await db.update(schema.assessments).set({ phase }).where(eq(schema.assessments.id, round.id));
}

/** Address of a unit's self-assessment in the round of 2020, and of a claim in it. */
export const claimsPath = (unit: string) => `/assessments/2020/self-assessments/${unit}`;
export const claimPath = (unit: string, indicator: string) => `${claimsPath(unit)}/claims/${indicator}`;
