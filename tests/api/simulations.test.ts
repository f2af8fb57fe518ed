import type { Problem, Simulation } from '@gongping/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { draftOf, edit, systemOf, typedNode } from '../support/drafts.ts';
import { fullMarks, scoreRound } from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;

beforeAll(async () => {
  round = await createRound(bench, { units: ['C01', 'C02', 'C03', 'D01', 'D02'] });
  // C02 loses all of A1-1, C03 half of A1-2, D02 all of B1-1.
  await scoreRound(bench, round, (unit, leaf) => {
    const full = fullMarks(unit, leaf);
    if (unit === 'C02' && leaf.code === 'A1-1') return { marks: '0' };
    if (unit === 'C03' && leaf.code === 'A1-2') return { marks: String(Number(leaf.fullMarks) / 2) };
    if (unit === 'D02' && leaf.code === 'B1-1') return { marks: '0' };
    return full;
  });
});

async function draft(): Promise<string> {
  return draftOf(round.organiser, round.assessment.settings.indicatorSystemId);
}

async function simulated(systemId: string): Promise<Simulation> {
  const response = await round.organiser.call('GET', `/assessments/${round.slug}/simulations/${systemId}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as Simulation;
}

const standing = ({ groups }: Simulation, kind: string) =>
  groups
    .find((group) => group.kind === kind)
    ?.units.map(({ code, before, after }) => [code, before.rank, after.rank]);

describe('a round through another version', () => {
  it('is the round itself where nothing was changed, and agrees with the ranking', async () => {
    const result = await simulated(await draft());
    for (const { before, after } of result.groups.flatMap(({ units }) => units))
      expect(after).toEqual(before);
    expect(result).toMatchObject({ marksDiffer: 0, withoutScores: [], dropped: [] });
    const ranking = (await (
      await round.organiser.call('GET', `/assessments/${round.slug}/results`)
    ).json()) as { units: { code: string; total: number; rank: number }[] };
    for (const { code, before } of result.groups.flatMap(({ units }) => units)) {
      expect(ranking.units.find((unit) => unit.code === code)).toMatchObject({
        total: before.total,
        rank: before.rank,
      });
    }
  });

  it('keeps the share of marks that differ and tells whose rank moves', async () => {
    const id = await draft();
    const system = await systemOf(round.organiser, id);
    const [first, second] = ['A1-1', 'A1-2'].map((code) => typedNode(system, code));
    if (!first || !second) throw new Error('A1-1 and A1-2 are leaves');
    // What C03 lost half of weighs most now: it falls behind C02.
    for (const [node, county] of [
      [first, '0.5'],
      [second, '40'],
    ] as const) {
      await edit(round.organiser, id, {
        op: 'change',
        code: node.code,
        indicator: { ...node, marks: { ...node.marks, county } },
      });
    }
    const result = await simulated(id);
    expect(result.marksDiffer).toBe(2);
    const ranks = new Map(standing(result, 'county')?.map(([code, ...moved]) => [code, moved]));
    expect(ranks.get('C01')).toEqual([1, 1]);
    const [c02, c03] = [ranks.get('C02') ?? [], ranks.get('C03') ?? []];
    expect(Number(c02[1])).toBeLessThan(Number(c03[1]));
    expect(standing(result, 'department')?.every(([, before, after]) => before === after)).toBe(true);
  });

  it('lists what has no counterpart on either side', async () => {
    const id = await draft();
    const system = await systemOf(round.organiser, id);
    await edit(round.organiser, id, { op: 'copy', code: 'A1-1', parent: 'A1', before: null });
    await edit(round.organiser, id, { op: 'retire', code: 'B1-1' });
    const result = await simulated(id);
    expect(result.withoutScores).toMatchObject([{ code: 'A1-5' }]);
    expect(result.dropped).toMatchObject([{ code: 'B1-1' }]);
    // D02 lost nothing but that.
    const kinds = system.indicators.find(({ code }) => code === 'B1-1')?.unitKinds ?? [];
    expect(result.dropped[0]?.kinds).toEqual(kinds);
  });

  it('says why where it cannot be computed, and is for organisers of the platform', async () => {
    const id = await draft();
    for (const code of ['A', 'B', 'C', 'D', 'X']) {
      await edit(round.organiser, id, { op: 'retire', code }).catch(() => null);
    }
    const path = `/assessments/${round.slug}/simulations/${id}`;
    const response = await round.organiser.call('GET', path);
    expect(response.status).toBe(409);
    expect(((await response.json()) as Problem).code).toBe('cannot-compute');
    const local = await bench.person([{ role: 'organiser', assessmentId: round.assessmentId }]);
    expect((await local.call('GET', path)).status).toBe(403);
  });
});
