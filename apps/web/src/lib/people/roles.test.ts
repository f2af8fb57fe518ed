import type { RoleGrant } from '@gongping/contracts';
import { expect, it } from 'vitest';
import { organisesPlatform, rolesIn } from './roles.ts';

const grant = (role: RoleGrant['role'], assessmentId: string | null): RoleGrant => ({
  role,
  assessmentId,
  unitId: null,
});

it('takes roles of the assessment and those for all', () => {
  const person = { grants: [grant('evaluator', 'a'), grant('leader', null), grant('reviewer', 'b')] };
  expect([...rolesIn(person, 'a')].sort()).toEqual(['evaluator', 'leader']);
  expect([...rolesIn(person, null)]).toEqual(['leader']);
});

it('tells an organiser of the platform from one of a single assessment', () => {
  expect(organisesPlatform({ grants: [grant('organiser', 'a')] })).toBe(false);
  expect(organisesPlatform({ grants: [grant('organiser', null)] })).toBe(true);
});
