import type { Assessment, AssessmentSettings } from '@gongping/contracts';
import { assessmentMethod, assessmentProcedure } from '@gongping/templates';
import { dayInShanghai } from '../../http/day-in-shanghai.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { ProblemError } from '../../http/problem-error.ts';
import { listSystemIndicators, newestFrozenSystem } from '../indicator-systems/indicator-system.service.ts';
import { listUnits } from '../units/unit.service.ts';
import { templateMinimumSample } from './appraisal-method.ts';
import { effectiveMarksOf } from './effective-marks.ts';

/**
 * A new assessment as the template proposes it: the newest frozen system, all units that are not retired, vetoes off.
 * @throws ProblemError `not-found` while no indicator system is frozen
 */
export async function assessmentDefaults({
  db,
  clock,
}: Dependencies): Promise<Pick<Assessment, 'settings' | 'effectiveMarks'>> {
  const system = await newestFrozenSystem(db);
  if (!system) throw new ProblemError('not-found');
  const indicators = await listSystemIndicators(db, system.id);
  const units = (await listUnits({ db })).filter(({ retired }) => !retired);
  const vetoes = indicators.filter(({ role, rule }) => role === 'veto' && rule !== null);
  const excludedIndicators = vetoes.map(({ code }) => code);
  const year = Number(dayInShanghai(clock()).slice(0, 4));
  const { componentWeights, bands, bonusCap, totalCap, vetoBand } = assessmentMethod;
  return {
    settings: {
      title: `${year}年度政务公开评估`,
      year,
      reportYear: year - 1,
      indicatorSystemId: system.id,
      unitIds: units.map(({ id }) => id),
      phaseDates: proposedDates(year),
      socialWeight: componentWeights.socialAppraisal,
      bands: bands.map((band) => ({ ...band })),
      excludedIndicators,
      bonusCap,
      totalCap,
      vetoBand,
      minimumSample: templateMinimumSample,
      procedure: assessmentProcedure,
    },
    effectiveMarks: effectiveMarksOf(indicators, excludedIndicators),
  };
}

/** Results are out before the report of the year is due at the end of the next January (article 49). */
function proposedDates(year: number): AssessmentSettings['phaseDates'] {
  return {
    plan: { start: `${year}-09-01`, end: `${year}-09-15` },
    self_assessment: { start: `${year}-09-16`, end: `${year}-09-30` },
    scoring: { start: `${year}-10-01`, end: `${year}-11-20` },
    survey: { start: `${year}-10-01`, end: `${year}-10-31` },
    feedback: { start: `${year}-11-21`, end: `${year}-11-24` },
    appeal: { start: `${year}-11-25`, end: `${year}-12-05` },
    final: { start: `${year}-12-06`, end: `${year}-12-15` },
    published: { start: `${year}-12-16`, end: `${year}-12-31` },
  };
}
