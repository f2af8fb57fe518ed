import type { RoundNames } from '@gongping/contracts';
import { hasRole, type Actor } from '../../http/actor.ts';
import type { Dependencies } from '../../http/dependencies.ts';
import { everyRole, visibleAssessment } from '../assessments/assessment.access.ts';
import { assessmentFrame } from '../assessments/assessment-frame.ts';
import type { UnitRow } from '../units/unit.service.ts';
import { leavesOf, type Leaf } from './sheet-frame.ts';
import { openSheets, visibleParts } from './sheets.access.ts';

/**
 * What a person may look up by name in a round: all of it for who oversees it, what is theirs for evaluators, and of a
 * published round its units for everybody with a role in it. Every page asks, so it is no more than the names.
 *
 * @throws ProblemError `not-found`
 */
export async function readNames({ db }: Dependencies, actor: Actor, slug: string): Promise<RoundNames> {
  const assessment = await visibleAssessment(db, actor, { slug, roles: everyRole });
  if (hasRole(actor, ['organiser', 'reviewer', 'leader'], assessment.id)) {
    const frame = await assessmentFrame(db, assessment);
    return toNames(frame.units, leavesOf(frame));
  }
  if (hasRole(actor, ['evaluator'], assessment.id)) {
    const sheets = await openSheets(db, actor, slug);
    const parts = sheets.frame.units.flatMap((unit) => visibleParts(sheets, unit));
    const units = new Set(parts.map(({ unit }) => unit));
    const own = new Set(parts.flatMap(({ leaves }) => leaves));
    return toNames(
      sheets.frame.units.filter((unit) => units.has(unit)),
      sheets.leaves.filter((leaf) => own.has(leaf)),
    );
  }
  if (assessment.phase !== 'published') return toNames([], []);
  return toNames((await assessmentFrame(db, assessment)).units, []);
}

function toNames(units: readonly UnitRow[], leaves: readonly Leaf[]): RoundNames {
  return {
    units: units.map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } })),
    leaves: leaves.map(({ row: { code, name } }) => ({ code, name })),
  };
}
