import type { AgreementLimits, AgreementReport } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { referenceUnits } from '../calibrations/calibration-hold.ts';
import { listRatings, type RatingRow } from '../score-sheets/ratings.service.ts';
import type { Cell } from '../score-sheets/sheets.access.ts';
import { agreementFigures, isUnclear, leniency, type ComparedLeaf, type Share } from './agreement-figures.ts';
import { listCases } from './case.repository.ts';
import { cellsByKey, openCases } from './cases.access.ts';
import { keyOfCell, leafKey } from './rating-views.ts';

type Rater = AgreementReport['raters'][number]['rater'];

interface Compared extends ComparedLeaf {
  readonly cell: Cell;
  readonly raters: readonly [Rater, Rater];
}

/**
 * How far raters agree, over the leaves of the 100 that both have handed in; units that were calibrated on apart, where
 * raters knew of each other.
 * @throws ProblemError `not-found`, `forbidden`
 */
export async function readAgreement(
  { db }: Dependencies,
  actor: Actor,
  { slug, limits }: { slug: string; limits: AgreementLimits },
): Promise<AgreementReport> {
  const sheets = await openCases(db, actor, slug);
  const { assessment, frame, leaves, sight } = sheets;
  const rows = Map.groupBy(await listRatings(db, assessment.id), leafKey);
  const cases = new Set((await listCases(db, assessment.id)).map(leafKey));
  const references = await referenceUnits(db, assessment.id);
  const compared = [...cellsByKey(sheets).values()]
    .filter(({ unit, leaf }) => leaf.row.role === 'score' && sight.bothHandedIn(unit.id, leaf))
    .filter(({ unit }) => !references.has(unit.id))
    .flatMap((cell) => {
      const key = keyOfCell(cell);
      const pair = compare(cell, rows.get(key) ?? []);
      return pair ? [{ ...pair, arbitrated: cases.has(key) }] : [];
    });
  const byLeaf = Map.groupBy(compared, ({ cell }) => cell.leaf);
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    limits,
    overall: agreementFigures(compared),
    indicators: leaves.flatMap((leaf) => {
      const of = byLeaf.get(leaf);
      if (!of) return [];
      const figures = agreementFigures(of);
      const { code, name } = leaf.row;
      return [{ ...figures, code, name, family: leaf.family, unclear: isUnclear(figures, limits) }];
    }),
    pairs: pairsOf(compared),
    raters: ratersOf(compared),
  };
}

function compare(cell: Cell, rows: readonly RatingRow[]): Omit<Compared, 'arbitrated'> | null {
  const [first, second] = [1, 2].map((slot) => rows.find((row) => row.slot === slot));
  if (!first || !second) return null;
  const shares = [shareOf(first, cell), shareOf(second, cell)] as const;
  if (shares[0] === null || shares[1] === null) return null;
  return { cell, shares: [shares[0], shares[1]], raters: [raterOf(first), raterOf(second)] };
}

function shareOf({ state, marks }: RatingRow, { fullMarks }: Cell): Share | null {
  if (state === 'not_applicable') return 'NA';
  return marks === null || Number(fullMarks) === 0 ? null : Number(marks) / Number(fullMarks);
}

function raterOf({ updatedBy, updatedByName }: RatingRow): Rater {
  return { id: updatedBy, displayName: updatedByName };
}

/** Every two who rated the same leaves, each always in the same place. */
function pairsOf(compared: readonly Compared[]): AgreementReport['pairs'] {
  const ordered = compared.map((one) => {
    const [a, b] = one.raters;
    if (a.id <= b.id) return one;
    return { ...one, raters: [b, a] as const, shares: [one.shares[1], one.shares[0]] as const };
  });
  const groups = Map.groupBy(ordered, ({ raters: [a, b] }) => `${a.id}/${b.id}`);
  return [...groups.values()].flatMap((group) => {
    const raters = group[0]?.raters;
    return raters ? [{ ...agreementFigures(group), raters: [raters[0], raters[1]] as [Rater, Rater] }] : [];
  });
}

function ratersOf(compared: readonly Compared[]): AgreementReport['raters'] {
  const sides = compared.flatMap(({ raters: [a, b], shares: [x, y] }) => [
    { rater: a, pair: [x, y] as const },
    { rater: b, pair: [y, x] as const },
  ]);
  return [...Map.groupBy(sides, ({ rater }) => rater.id).values()].flatMap((group) => {
    const rater = group[0]?.rater;
    const pairs = group.map(({ pair }) => pair);
    const n = pairs.filter((pair) => !pair.includes('NA')).length;
    return rater ? [{ rater, n, leniency: leniency(pairs) }] : [];
  });
}
