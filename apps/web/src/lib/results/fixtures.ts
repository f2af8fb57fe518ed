import type { RankedUnit, Ranking } from '@gongping/contracts';

/** A unit as ranked, for tests; what a test is about it gives itself. */
export function rankedUnit(over: Partial<RankedUnit> & Pick<RankedUnit, 'code'>): RankedUnit {
  return {
    name: { zh: over.code, en: over.code },
    kind: 'county',
    rank: null,
    total: null,
    band: null,
    thirdParty: null,
    rawMarks: 0,
    applicableMarks: 100,
    social: null,
    socialReason: null,
    socialValid: 120,
    families: {},
    socialPoints: 0,
    bonus: 0,
    vetoes: [],
    unscored: 0,
    previous: null,
    ...over,
  };
}

export const method: Ranking['method'] = {
  socialWeight: 0.2,
  thirdPartyWeight: 0.8,
  bonusCap: 5,
  totalCap: 100,
  notApplicable: 'total',
  bands: [
    { code: 'excellent', name: { zh: 'Excellent', en: 'Excellent' }, minimum: 90 },
    { code: 'good', name: { zh: 'Good', en: 'Good' }, minimum: 80 },
    { code: 'pass', name: { zh: 'Pass', en: 'Pass' }, minimum: 60 },
    { code: 'fail', name: { zh: 'Fail', en: 'Fail' }, minimum: 0 },
  ],
  vetoBand: null,
  minimumSample: 100,
  excludedIndicators: [],
};

export function leafShares(code: string, shares: Record<string, number | null>): Ranking['leaves'][number] {
  return { code, name: { zh: code, en: code }, family: code.slice(0, 1), shares };
}
