import type { IndicatorSystem, Problem, SystemDifference } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstBrokenLink } from '../../apps/api/src/features/audit/audit-chain.ts';
import { useBench, type Person } from '../support/app.ts';
import { draftOf, edit, onlyTemplate, systemOf, typedNode, versions } from '../support/drafts.ts';

const bench = useBench();
let organiser: Person;
let frozenId: string;

beforeEach(async () => {
  ({ organiser, frozenId } = await onlyTemplate(bench));
});

const codes = ({ indicators }: IndicatorSystem) => indicators.map(({ code }) => code);

describe('a draft', () => {
  it('begins as an exact copy and is numbered after the newest version', async () => {
    const first = await draftOf(organiser, frozenId);
    const second = await draftOf(organiser, first);
    const [copy, original] = [await systemOf(organiser, first), await systemOf(organiser, frozenId)];
    expect(copy).toMatchObject({ version: 2, frozenAt: null, revision: 1 });
    expect((await systemOf(organiser, second)).version).toBe(3);
    expect(copy.indicators).toEqual(original.indicators);
    expect(copy.notice).toEqual(original.notice);
  });

  it('takes changes one by one, each with its checks and a new revision', async () => {
    const id = await draftOf(organiser, frozenId);
    const added = await edit(organiser, id, { op: 'add', parent: 'A1', before: null });
    expect(added).toMatchObject({ selected: 'A1-5', system: { revision: 2 } });
    const told = added.checks.filter(({ indicator }) => indicator === 'A1-5').map(({ field }) => field);
    expect(told).toEqual(
      expect.arrayContaining(['rule.method', 'name.zh', 'name.en', 'marks.county', 'marks.department']),
    );
    const leaf = {
      ...typedNode(added.system, 'A1-1'),
      code: 'A1-5',
      name: { zh: '新指标', en: 'New' },
    };
    const changed = await edit(organiser, id, { op: 'change', code: 'A1-5', indicator: leaf });
    expect(changed.checks.filter(({ severity }) => severity === 'error')).toEqual([]);
    // The marks of A1-1 are there twice now: 100 is exceeded.
    expect(changed.checks.filter(({ severity }) => severity === 'advice').length).toBeGreaterThan(0);
    const moved = await edit(organiser, id, { op: 'move', code: 'A1-5', parent: 'A1', before: 'A1-1' });
    expect(codes(moved.system).slice(0, 4)).toEqual(['A', 'A1', 'A1-5', 'A1-1']);
    const retired = await edit(organiser, id, { op: 'retire', code: 'A1-5' });
    expect(retired).toMatchObject({ selected: 'A1-1', checks: [], system: { revision: 5 } });
    expect(retired.system.indicators).toEqual((await systemOf(organiser, frozenId)).indicators);
  });

  it('is taken back by restoring the nodes that were there', async () => {
    const id = await draftOf(organiser, frozenId);
    const { indicators } = await systemOf(organiser, id);
    await edit(organiser, id, { op: 'retire', code: 'B' });
    const sent = indicators.map(({ level: _level, ...node }) => node);
    const { system } = await edit(organiser, id, { op: 'restore', indicators: sent as never });
    expect(system.indicators).toEqual(indicators);
  });

  it('names the field of a rule that is not right', async () => {
    const id = await draftOf(organiser, frozenId);
    const system = await systemOf(organiser, id);
    const node = typedNode(system, 'A1-3');
    if (node.rule?.method !== 'graded') throw new Error('A1-3 is graded');
    const [first, ...others] = node.rule.levels;
    if (!first) throw new Error('A1-3 has levels');
    const levels = [{ ...first, label: { zh: first.label.zh, en: '' } }, ...others];
    const { checks } = await edit(organiser, id, {
      op: 'change',
      code: 'A1-3',
      indicator: { ...node, clauses: [99], rule: { method: 'graded', levels } },
    });
    expect(checks.map(({ severity, indicator, field }) => [severity, indicator, field])).toEqual([
      ['error', 'A1-3', 'rule.levels.0.label.en'],
      ['error', 'A1-3', 'clauses'],
    ]);
    const read = await organiser.call('GET', `/indicator-systems/${id}/checks`);
    expect(await read.json()).toEqual({ checks });
  });

  it('changes its title and what it says of the notice', async () => {
    const id = await draftOf(organiser, frozenId);
    const { notice } = await systemOf(organiser, id);
    const { clauses, ...rest } = notice;
    const title = { zh: '2021年指标体系', en: 'System of 2021' };
    const { system } = await edit(organiser, id, {
      op: 'describe',
      title,
      notice: { ...rest, documentNumber: '株政办函〔2021〕1号' },
    });
    expect(system).toMatchObject({ title, notice: { documentNumber: '株政办函〔2021〕1号', clauses } });
    expect(system.indicators).toHaveLength(76);
  });

  it('says in words why a change is not made', async () => {
    const id = await draftOf(organiser, frozenId);
    const edits = [
      { op: 'add', parent: 'A1-1', before: null },
      { op: 'move', code: 'A', parent: 'A1', before: null },
      { op: 'retire', code: 'Q9' },
    ];
    for (const each of edits) {
      const response = await organiser.call(
        'POST',
        `/indicator-systems/${id}/edits`,
        { expectedRevision: 1, edit: each },
        { 'accept-language': 'en' },
      );
      expect(response.status).toBe(409);
      const problem = (await response.json()) as Problem;
      expect(problem.code).toBe('indicator-edit');
      expect(problem.detail).toContain(each.code ?? each.parent ?? '');
    }
    expect((await systemOf(organiser, id)).revision).toBe(1);
  });

  it('is deleted as if it had never been; its number is free again', async () => {
    const id = await draftOf(organiser, frozenId);
    expect((await organiser.call('DELETE', `/indicator-systems/${id}`)).status).toBe(204);
    expect((await versions(organiser)).map(({ version }) => version)).toEqual([1]);
    expect(await bench.database.db.$count(schema.indicators)).toBe(76);
    expect((await systemOf(organiser, await draftOf(organiser, frozenId))).version).toBe(2);
  });

  it('is only for those who organise the platform', async () => {
    const id = await draftOf(organiser, frozenId);
    const assessmentId = '00000000-0000-7000-8000-000000000000';
    const settings = (
      (await (await organiser.call('GET', '/assessments/defaults')).json()) as { settings: object }
    ).settings;
    const made = (await (await organiser.call('POST', '/assessments', settings)).json()) as { id?: string };
    const local = await bench.person([{ role: 'organiser', assessmentId: made.id ?? assessmentId }]);
    const body = { expectedRevision: 1, edit: { op: 'retire', code: 'A' } };
    for (const [method, path, sent] of [
      ['POST', '/edits', body],
      ['POST', '/drafts', undefined],
      ['POST', '/freeze', { expectedRevision: 1, reason: '发布' }],
      ['DELETE', '', undefined],
      ['GET', '/checks', undefined],
      ['GET', '/tables.xlsx', undefined],
    ] as const) {
      expect((await local.call(method, `/indicator-systems/${id}${path}`, sent)).status).toBe(403);
    }
  });
});

describe('two who edit the same draft', () => {
  it('do not write over each other: the second is told who was first, and goes on from there', async () => {
    const id = await draftOf(organiser, frozenId);
    const other = await bench.person([{ role: 'organiser' }]);
    const change = (code: string) => ({ expectedRevision: 1, edit: { op: 'retire', code } });
    const [first, second] = await Promise.all([
      organiser.call('POST', `/indicator-systems/${id}/edits`, change('A1-1')),
      other.call('POST', `/indicator-systems/${id}/edits`, change('B')),
    ]);
    expect([first.status, second.status].toSorted()).toEqual([200, 409]);
    const [stale, winner] = first.status === 409 ? [first, other] : [second, organiser];
    const [{ displayName = '' } = {}] = await bench.database.db
      .select()
      .from(schema.users)
      .where(eq(schema.users.id, winner.id));
    const problem = (await stale.json()) as Problem;
    expect(problem).toMatchObject({ code: 'stale', current: { revision: 2 } });
    expect(problem.detail).toContain(displayName);
    const loser = winner === other ? organiser : other;
    const { system } = await edit(loser, id, { op: 'retire', code: winner === other ? 'A1-1' : 'B' });
    expect(codes(system)).not.toContain('A1-1');
    expect(codes(system)).not.toContain('B');
  });

  it('publish what they saw: a draft that changed meanwhile is not published', async () => {
    const id = await draftOf(organiser, frozenId);
    await edit(organiser, id, { op: 'retire', code: 'A1-1' });
    const late = { expectedRevision: 1, reason: '发布' };
    expect((await organiser.call('POST', `/indicator-systems/${id}/freeze`, late)).status).toBe(409);
    expect((await systemOf(organiser, id)).frozenAt).toBeNull();
  });
});

describe('publishing', () => {
  it('freezes with a reason that the log keeps, and a round can be assessed by it', async () => {
    const id = await draftOf(organiser, frozenId);
    await edit(organiser, id, { op: 'retire', code: 'A1-1' });
    const body = { expectedRevision: 2, reason: '2021年度启用' };
    const response = await organiser.call('POST', `/indicator-systems/${id}/freeze`, body);
    expect(response.status, await response.clone().text()).toBe(200);
    const log = await bench.database.db
      .select()
      .from(schema.auditEntries)
      .where(eq(schema.auditEntries.scope, 'platform'))
      .orderBy(schema.auditEntries.sequence);
    expect(log.slice(-3)).toMatchObject([
      { action: 'indicator-system.draft', after: { version: 2, from: 'zhuzhou-2020@1' } },
      { action: 'indicator-system.edit', before: { removed: ['A1-1'] }, after: { op: 'retire' } },
      {
        action: 'indicator-system.freeze',
        subject: 'indicator-system zhuzhou-2020@2',
        actorId: organiser.id,
        reason: '2021年度启用',
      },
    ]);
    expect(firstBrokenLink(log)).toBeNull();
    const { settings } = (await (await organiser.call('GET', '/assessments/defaults')).json()) as {
      settings: object;
    };
    const pinned = { ...settings, indicatorSystemId: id };
    expect((await organiser.call('POST', '/assessments', pinned)).status).toBe(201);
  });

  it('needs a reason and a draft without problems', async () => {
    const id = await draftOf(organiser, frozenId);
    const freeze = (body: object) => organiser.call('POST', `/indicator-systems/${id}/freeze`, body);
    expect((await freeze({ expectedRevision: 1, reason: ' ' })).status).toBe(422);
    await edit(organiser, id, { op: 'add', parent: 'A1', before: null });
    const refused = await freeze({ expectedRevision: 2, reason: '发布' });
    expect(refused.status).toBe(409);
    const problem = (await refused.json()) as Problem;
    expect(problem.code).toBe('faulty-system');
    expect(problem.errors?.map(({ path }) => path)).toContain('A1-5.rule.method');
    expect((await systemOf(organiser, id)).frozenAt).toBeNull();
  });

  it('is for ever: the service refuses every change, and so does the database', async () => {
    const before = await systemOf(organiser, frozenId);
    const edits = { expectedRevision: 1, edit: { op: 'retire', code: 'A' } };
    for (const [method, path, body] of [
      ['POST', '/edits', edits],
      ['POST', '/freeze', { expectedRevision: 1, reason: '再发布' }],
      ['DELETE', '', undefined],
    ] as const) {
      const response = await organiser.call(method, `/indicator-systems/${frozenId}${path}`, body);
      expect(response.status).toBe(409);
      expect(((await response.json()) as Problem).code).toBe('frozen-system');
    }
    const { db } = bench.database;
    const { indicatorSystems: systems, indicators } = schema;
    const title = { zh: '改', en: 'changed' };
    await expect(db.update(systems).set({ title }).where(eq(systems.id, frozenId))).rejects.toThrow();
    await expect(
      db.update(systems).set({ frozenAt: null }).where(eq(systems.id, frozenId)),
    ).rejects.toThrow();
    await expect(db.update(indicators).set({ ruleText: '改' })).rejects.toThrow();
    await expect(db.delete(indicators).where(eq(indicators.code, 'A1-1'))).rejects.toThrow();
    expect(await systemOf(organiser, frozenId)).toEqual(before);
  });
});

describe('the difference of two versions', () => {
  it('is told both ways, from what was to what is', async () => {
    const id = await draftOf(organiser, frozenId);
    const system = await systemOf(organiser, id);
    const node = typedNode(system, 'A1-1');
    await edit(organiser, id, {
      op: 'change',
      code: 'A1-1',
      indicator: { ...node, marks: { ...node.marks, county: '7' } },
    });
    await edit(organiser, id, { op: 'retire', code: 'B1' });
    await edit(organiser, id, { op: 'move', code: 'A2', parent: 'C', before: null });
    const read = async (to: string, from: string): Promise<SystemDifference> =>
      (await (
        await organiser.call('GET', `/indicator-systems/${to}/differences/${from}`)
      ).json()) as SystemDifference;
    const [forth, back] = [await read(id, frozenId), await read(frozenId, id)];
    expect(forth).toMatchObject({ from: { version: 1 }, to: { version: 2 }, added: [], notice: [] });
    expect(forth.moved).toMatchObject([{ code: 'A2', from: 'A', to: 'C' }]);
    expect(forth.changed).toMatchObject([
      { code: 'A1-1', fields: [{ column: 'marks_county', from: node.marks.county, to: '7' }] },
    ]);
    expect(forth.removed.map(({ code }) => code)).toContain('B1');
    expect(back.added.map(({ code }) => code)).toEqual(forth.removed.map(({ code }) => code));
    expect((await read(id, id)).changed).toEqual([]);
  });
});
