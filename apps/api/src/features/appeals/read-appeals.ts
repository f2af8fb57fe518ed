import type { Appeal, AppealDetail } from '@gongping/contracts';
import { openResults } from '@gongping/scoring';
import type { Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { toAssessmentSummary } from '../assessments/assessment.mapper.ts';
import { visibleAssessment } from '../assessments/assessment.access.ts';
import { listEvidenceOf } from '../evidence/list-evidence.ts';
import { toIndicator } from '../indicator-systems/indicator-system.service.ts';
import { refusalOf } from '../results/compute.ts';
import { engineInput } from '../results/engine-input.ts';
import { gatherFacts } from '../results/gather-facts.ts';
import type { RoundFacts } from '../results/round-facts.ts';
import { standingScore } from '../score-sheets/standing-scores.ts';
import { toUnit } from '../units/unit.service.ts';
import { toAppeal } from './appeal.mapper.ts';
import { listAppeals } from './appeal.repository.ts';
import { figuresOf } from './impact.ts';
import { barOf, openAppeal, rulers, type WantedAppeal } from './rule-appeal.ts';

const everything = { names: true, totals: true };

/** The appeals of a round in the order they came. @throws ProblemError `not-found`, `forbidden` */
export async function readAppeals(
  { db }: Dependencies,
  actor: Actor,
  slug: string,
): Promise<{ appeals: Appeal[] }> {
  const { id } = await visibleAssessment(db, actor, { slug, roles: rulers });
  const rows = await listAppeals(db, id, null);
  return { appeals: rows.map((row) => toAppeal(row, everything)) };
}

/**
 * One appeal with all that whoever rules needs before them.
 * @throws ProblemError `not-found`, `forbidden`, `cannot-compute`
 */
export async function readAppeal(
  { db }: Dependencies,
  actor: Actor,
  wanted: WantedAppeal,
): Promise<AppealDetail> {
  const opened = await openAppeal(db, actor, wanted);
  const { sheets, row, cell } = opened;
  const { assessment, frame } = sheets;
  const facts = await gatherFacts(db, assessment, { evidence: 'none' });
  const score = await standingScore(db, assessment.id, cell);
  const of = { unitIds: [row.unitId], indicatorIds: [row.indicatorId] };
  const proof = await listEvidenceOf(db, assessment.id, { purpose: 'appeal', ...of });
  return {
    assessment: toAssessmentSummary(assessment, frame.units.length),
    appeal: toAppeal(row, everything),
    unit: toUnit(cell.unit),
    indicator: toIndicator(cell.leaf.row),
    score,
    proof: proof.map(({ evidence }) => evidence),
    bands: [...facts.bands],
    standing: standing(facts, { unit: cell.unit.code, marks: score.marks }, wanted),
    bar: await barOf(db, actor, opened),
  };
}

function standing(
  facts: RoundFacts,
  of: { unit: string; marks: string | null },
  { language }: Pick<WantedAppeal, 'language'>,
) {
  const method = { ...facts.method, unscored: 'exclude' as const };
  try {
    return figuresOf(openResults(engineInput({ ...facts, method })).results, of);
  } catch (error) {
    throw refusalOf(error, language);
  }
}
