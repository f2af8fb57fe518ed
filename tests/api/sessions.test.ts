import { describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';

const bench = useBench();

describe('GET /session', () => {
  it('answers null to somebody who is not signed in', async () => {
    const response = await bench.anonymous('GET', '/session');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ user: null, demonstration: false });
  });

  it('names the person and the roles', async () => {
    const leader = await bench.person([{ role: 'leader' }]);
    const response = await leader.call('GET', '/session');
    expect(await response.json()).toMatchObject({
      user: { id: leader.id, grants: [{ role: 'leader', assessmentId: null, unitId: null }] },
    });
  });
});

describe('writes from another site', () => {
  it('are refused, whoever is signed in', async () => {
    const leader = await bench.person([{ role: 'leader' }]);
    const response = await leader.call('DELETE', '/sessions', undefined, { 'sec-fetch-site': 'cross-site' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'cross-site' });
  });
});
