import type { MethodView, RankedUnit, Ranking } from '@gongping/contracts';
import { ROOT, roundHalfUp, TREE } from '@gongping/scoring';
import { outcomeIndex, type Outcome } from './outcome.ts';
import { familiesOf, familyOfNodes, scoresByCell, SOCIAL, cellKey } from './round-facts.ts';
import type { RoundFacts, UnitFacts } from './round-facts.ts';

export type PreviousResults = Readonly<Record<string, NonNullable<RankedUnit['previous']>>>;

/** What a view says of itself beyond facts and outcome. */
export interface ViewContext {
  /** Null for a live view. */
  readonly version: number | null;
  /** Unit code → result of the year before. */
  readonly previous: PreviousResults;
}

export interface Computed {
  readonly facts: RoundFacts;
  readonly outcome: Outcome;
  readonly context: ViewContext;
}

/** The ranking of a round: units by kind and rank. */
export function rankingView(computed: Computed): Ranking {
  return { ...rankingHead(computed), units: rankedUnits(computed), leaves: leafShares(computed) };
}

export function rankingHead({ facts, context }: Computed): Omit<Ranking, 'units' | 'leaves'> {
  return {
    title: facts.title,
    year: facts.year,
    slug: facts.slug,
    basis: context.version === null ? 'live' : 'published',
    version: context.version,
    demonstration: facts.demonstration,
    families: familiesOf(facts),
    method: methodView(facts),
  };
}

function methodView({ method, bands, appraisalMethod, excludedIndicators }: RoundFacts): MethodView {
  const socialWeight = method.components.find(({ code }) => code === SOCIAL)?.weight ?? 0;
  return {
    socialWeight,
    thirdPartyWeight: roundHalfUp(1 - socialWeight, 10),
    bonusCap: method.bonusCap,
    totalCap: method.totalCap,
    notApplicable: method.notApplicable,
    bands: [...bands],
    vetoBand: method.veto?.band ?? null,
    minimumSample: appraisalMethod.minimumSample,
    excludedIndicators: [...excludedIndicators],
  };
}

/** Units as ranked: counties before departments, best rank first, without a rank last. */
export function rankedUnits(computed: Computed): RankedUnit[] {
  const rank = ({ rank: value }: RankedUnit) => value ?? Infinity;
  const units = rankedUnitOf(computed);
  return computed.facts.units
    .map(units)
    .sort((a, b) => byText(a.kind, b.kind) || compare(rank(a), rank(b)) || byText(a.code, b.code));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function rankedUnitOf({ facts, outcome, context }: Computed): (unit: UnitFacts) => RankedUnit {
  const row = outcomeIndex(outcome);
  const totals = new Map(outcome.totals.map((total) => [total.unit, total]));
  const families = familiesOf(facts);
  return ({ code, name, kind }) => {
    const root = row(code, ROOT);
    const total = totals.get(code);
    const part = (wanted: string) => total?.parts.find((one) => one.code === wanted);
    const social = part(SOCIAL);
    return {
      code,
      name,
      kind,
      rank: root?.rank ?? null,
      total: root?.score ?? null,
      band: root?.band ?? null,
      thirdParty: part(TREE)?.value ?? null,
      rawMarks: root?.rawMarks ?? 0,
      applicableMarks: root?.applicableMarks ?? 0,
      social: social?.value ?? null,
      socialReason: facts.appraisals[code]?.reason ?? null,
      socialValid: facts.appraisals[code]?.valid ?? 0,
      families: Object.fromEntries(
        families.map((family) => {
          const node = row(code, family.code);
          const score = node?.score ?? null;
          const points = (score ?? 0) * (node?.weight ?? 0);
          const marks = { marks: node?.rawMarks ?? 0, applicable: node?.applicableMarks ?? 0 };
          return [family.code, { ...marks, score, points }];
        }),
      ),
      socialPoints: (social?.value ?? 0) * (social?.weightInUse ?? 0),
      bonus: total?.bonus.counted ?? 0,
      vetoes: [...(total?.vetoes ?? [])],
      unscored: outcome.unscored[code] ?? 0,
      previous: context.previous[code] ?? null,
    };
  };
}

/** Share of its full marks that each leaf earned in each unit. */
function leafShares({ facts, outcome }: Computed): Ranking['leaves'] {
  const row = outcomeIndex(outcome);
  const scores = scoresByCell(facts);
  const families = familyOfNodes(facts);
  return facts.indicators
    .filter(({ rule, role }) => rule !== null && role === 'score')
    .map(({ code, name }) => ({
      code,
      name,
      family: families.get(code) ?? code,
      shares: Object.fromEntries(
        facts.units.map((unit) => {
          const scored = scores.get(cellKey(unit.code, code))?.state === 'scored';
          const score = scored ? (row(unit.code, code)?.score ?? null) : null;
          return [unit.code, score === null ? null : score / facts.method.scale];
        }),
      ),
    }));
}
