import { expect, it } from 'vitest';
import { grantValues, personFaults, personFrom, readPersonForm } from './grant-fields.ts';

function filled() {
  const form = new FormData();
  form.set('username', ' wang ');
  form.set('displayName', 'Wang');
  for (const [role, assessmentId, unitId] of [
    ['', 'a1', ''],
    ['liaison', 'a1', 'u1'],
    ['evaluator', '', 'u1'],
  ] as const) {
    form.append('grant.role', role);
    form.append('grant.assessmentId', assessmentId);
    form.append('grant.unitId', unitId);
  }
  return form;
}

it('reads the form, leaves out rows without a role and keeps a unit for liaisons only', () => {
  const person = personFrom(readPersonForm(filled()));
  expect(person).toEqual({
    username: 'wang',
    displayName: 'Wang',
    homeUnitId: null,
    email: null,
    grants: [
      { role: 'liaison', assessmentId: 'a1', unitId: 'u1' },
      { role: 'evaluator', assessmentId: null, unitId: null },
    ],
  });
  expect(grantValues(person.grants)[1]).toEqual({ role: 'evaluator', assessmentId: '', unitId: '' });
});

it('says at the field what is missing', () => {
  const grants = [{ role: 'liaison' as const, assessmentId: null, unitId: null }];
  const person = { username: 'x', displayName: '', homeUnitId: null, email: null, grants };
  expect(Object.keys(personFaults(person, true))).toEqual(['username', 'displayName', 'grants.0.unitId']);
  expect(Object.keys(personFaults(person, false))).toEqual(['displayName', 'grants.0.unitId']);
});
