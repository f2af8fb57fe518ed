import type { AssessmentSummary, RoleGrant, Unit } from '@gongping/contracts';
import { localText } from '#lib/format/local-text.ts';
import { roleWord } from '#lib/frame/role-word.ts';
import { m } from '#lib/paraglide/messages.js';

/**
 * Roles in words, one for each role and unit, its assessments together: `evaluator (2020, 2021)`.
 * @param assessments those that have a name; a grant for another shows no scope
 */
export function grantWords(
  grants: readonly RoleGrant[],
  assessments: readonly AssessmentSummary[],
  units: readonly Unit[],
): string[] {
  const groups = new Map<string, RoleGrant[]>();
  for (const grant of grants) {
    const key = `${grant.role} ${grant.unitId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  return [...groups.values()].map((group) => {
    const [{ role, unitId } = { role: '', unitId: null }] = group;
    const unit = units.find(({ id }) => id === unitId);
    const scope = group.some(({ assessmentId }) => assessmentId === null)
      ? m.settings_people_all_assessments()
      : assessments
          .filter(({ id }) => group.some(({ assessmentId }) => assessmentId === id))
          .map(({ slug }) => slug)
          .sort()
          .join(m.settings_demo_join());
    return unit
      ? m.settings_people_role_unit({ role: roleWord(role), scope, unit: localText(unit.name) })
      : m.settings_people_role_in({ role: roleWord(role), scope });
  });
}
