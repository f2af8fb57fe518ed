import { seedTemplates } from '@gongping/api';
import { unit, unitList } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createRound } from '../support/round.ts';

const bench = useBench();
const library = {
  code: 'D90',
  name: { zh: '市图书馆', en: 'City Library' },
  kind: 'department',
  category: '待核实(可能为事业单位)',
  filesAnnualReport: false,
};

beforeAll(() => seedTemplates(bench.database.db, bench.clock.now));

async function unitOf(code: string) {
  const { call } = await bench.person([]);
  const { units } = unitList.parse(await (await call('GET', '/units')).json());
  const found = units.find((each) => each.code === code);
  if (!found) throw new Error(`There is no ${code}.`);
  return found;
}

describe('GET /units', () => {
  it("lists the template's units by code to anybody signed in", async () => {
    const { call } = await bench.person([]);
    const { units } = unitList.parse(await (await call('GET', '/units')).json());
    const codes = units.map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    expect(codes).toHaveLength(37);
    expect(units.find(({ code }) => code === 'D01')).toMatchObject({
      name: { zh: '市政府办公室' },
      kind: 'department',
      clauses: [1, 8, 14, 16, 17],
      retired: false,
    });
    expect(units.filter(({ filesAnnualReport }) => !filesAnnualReport).map(({ name }) => name.zh)).toEqual(
      expect.arrayContaining(['市妇联', '市残联', '国网株洲供电公司']),
    );
  });

  it('is refused to strangers', async () => {
    expect((await bench.anonymous('GET', '/units')).status).toBe(401);
  });
});

describe('POST /units', () => {
  it('adds a unit once and writes it to the log', async () => {
    const { call } = await bench.person([{ role: 'organiser' }]);
    const response = await call('POST', '/units', library);
    expect(response.status).toBe(201);
    expect(unit.parse(await response.json())).toMatchObject({ ...library, clauses: [], retired: false });
    const again = await call('POST', '/units', library);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({
      code: 'already-exists',
      detail: expect.stringContaining('D90') as string,
    });
    const log = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(eq(schema.auditEntries.subject, 'unit D90'));
    expect(log.map(({ action }) => action)).toEqual(['unit.create']);
  });

  it('names the entries that do not fit', async () => {
    const { call } = await bench.person([{ role: 'organiser' }]);
    const response = await call('POST', '/units', { ...library, code: '*', kind: 'village' });
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path)).toEqual(['code', 'kind']);
  });

  it('is for organisers of the platform, not of one assessment', async () => {
    const { assessmentId } = await createRound(bench);
    const { call } = await bench.person([{ role: 'organiser', assessmentId }]);
    expect((await call('POST', '/units', { ...library, code: 'D91' })).status).toBe(403);
    const { id } = await unitOf('D02');
    expect((await call('PATCH', `/units/${id}`, { retired: true })).status).toBe(403);
  });
});

describe('PATCH /units/{id}', () => {
  it('changes only what is named', async () => {
    const { call } = await bench.person([{ role: 'organiser' }]);
    const before = await unitOf('D03');
    const name = { zh: '市发展和改革委员会', en: before.name.en };
    const response = await call('PATCH', `/units/${before.id}`, { name });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...before, name });
  });

  it('retires a unit and brings it back', async () => {
    const { call } = await bench.person([{ role: 'organiser' }]);
    const { id } = await unitOf('D04');
    expect(await (await call('PATCH', `/units/${id}`, { retired: true })).json()).toMatchObject({
      retired: true,
    });
    expect((await unitOf('D04')).retired).toBe(true);
    await call('PATCH', `/units/${id}`, { retired: false });
    expect((await unitOf('D04')).retired).toBe(false);
  });

  it('answers 404 to an id that names nothing', async () => {
    const { call } = await bench.person([{ role: 'organiser' }]);
    expect((await call('PATCH', `/units/${randomUUID()}`, { retired: true })).status).toBe(404);
  });
});
