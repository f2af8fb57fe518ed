import type { ArbitrationFile, ArbitrationList } from '@gongping/contracts';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { toIndicator } from '../indicator-systems/indicator-system.service.ts';
import { findCell } from '../score-sheets/sheets.access.ts';
import { toUnit } from '../units/unit.service.ts';
import { listCases } from './case.repository.ts';
import { cellsByKey, openCases, toCase } from './cases.access.ts';
import { keyOfCell, leafKey, readRatedFacts, scoreOf, toRatings } from './rating-views.ts';

/** The cases of a round, open ones first, in a fixed number of queries. @throws ProblemError `not-found`, `forbidden` */
export async function listArbitrationCases(
  { db }: Dependencies,
  actor: Actor,
  { slug }: { slug: string },
): Promise<ArbitrationList> {
  const sheets = await openCases(db, actor, slug);
  const byKey = cellsByKey(sheets);
  const rows = await listCases(db, sheets.assessment.id);
  const known = rows.flatMap((row) => {
    const cell = byKey.get(leafKey(row));
    return cell ? [{ row, cell }] : [];
  });
  const facts = await readRatedFacts(
    db,
    sheets,
    known.map(({ cell }) => cell),
  );
  const cases = known.map((each) => toCase(sheets, facts, each));
  return {
    assessment: toAssessmentSummary(sheets.assessment, sheets.frame.units.length),
    cases: [
      ...cases.filter(({ ruling }) => ruling === null),
      ...cases.filter(({ ruling }) => ruling !== null),
    ],
  };
}

/** One case with both sides. @throws ProblemError `not-found`, `forbidden`, `unit-not-assessed` */
export async function readArbitrationFile(
  { db }: Pick<Dependencies, 'db'>,
  actor: Actor,
  wanted: { slug: string; unit: string; indicator: string },
): Promise<ArbitrationFile> {
  const sheets = await openCases(db, actor, wanted.slug);
  const cell = findCell(sheets, wanted);
  const facts = await readRatedFacts(db, sheets, [cell]);
  const row = facts.cases.get(keyOfCell(cell));
  if (!row) throw new ProblemError('not-found');
  return {
    assessment: toAssessmentSummary(sheets.assessment, sheets.frame.units.length),
    unit: toUnit(cell.unit),
    indicator: toIndicator(cell.leaf.row),
    case: toCase(sheets, facts, { row, cell }),
    ratings: toRatings(facts, cell),
    score: scoreOf(facts, cell),
  };
}
