import type { NewUser, Role, RoleGrant } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

export const roles = [
  'organiser',
  'evaluator',
  'reviewer',
  'liaison',
  'leader',
] as const satisfies readonly Role[];

/** A row of the form: a role (or none), the assessment it is for ('' for all) and a liaison's unit. */
export interface GrantValues {
  role: string;
  assessmentId: string;
  unitId: string;
}

export interface PersonValues {
  username: string;
  displayName: string;
  homeUnitId: string;
  email: string;
  grants: GrantValues[];
}

export const noGrant: GrantValues = { role: '', assessmentId: '', unitId: '' };

export function grantValues(grants: readonly RoleGrant[]): GrantValues[] {
  return grants.map(({ role, assessmentId, unitId }) => ({
    role,
    assessmentId: assessmentId ?? '',
    unitId: unitId ?? '',
  }));
}

export function readPersonForm(form: FormData): PersonValues {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const column = (name: string) => form.getAll(name).map(String);
  const [assessments, units] = [column('grant.assessmentId'), column('grant.unitId')];
  return {
    username: text('username'),
    displayName: text('displayName'),
    homeUnitId: text('homeUnitId'),
    email: text('email'),
    grants: column('grant.role').map((role, index) => ({
      role,
      assessmentId: assessments[index] ?? '',
      unitId: units[index] ?? '',
    })),
  };
}

/** What the API is sent; rows without a role are left out. */
export function personFrom(values: PersonValues): NewUser {
  const { username, displayName, homeUnitId, email } = values;
  const grants = values.grants.flatMap(({ role: wanted, assessmentId, unitId }) => {
    const role = roles.find((known) => known === wanted);
    if (!role) return [];
    return [{ role, assessmentId: assessmentId || null, unitId: role === 'liaison' ? unitId || null : null }];
  });
  return { username, displayName, homeUnitId: homeUnitId || null, email: email || null, grants };
}

/** Sentences for the fields; grants are counted as the API counts them, without the empty rows. */
export function personFaults(person: NewUser, isNew: boolean): Record<string, string> {
  const missing = person.grants.flatMap(({ role, unitId }, index): [string, string][] =>
    role === 'liaison' && unitId === null
      ? [[`grants.${index}.unitId`, m.settings_person_unit_missing()]]
      : [],
  );
  return {
    ...(isNew && !/^[\p{L}\p{N}._-]{2,64}$/u.test(person.username)
      ? { username: m.setup_username_wrong() }
      : {}),
    ...(person.displayName === '' ? { displayName: m.setup_display_name_missing() } : {}),
    ...Object.fromEntries(missing),
  };
}
