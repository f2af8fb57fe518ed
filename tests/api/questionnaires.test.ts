import {
  questionnaireView,
  type Assessment,
  type ImportedQuestionnaire,
  type Problem,
  type QuestionnaireDraft,
  type QuestionnaireView,
} from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { onPostgres } from '../support/database.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
/** A questionnaire belongs to a survey, so that tests which change it take a round of their own. */
beforeAll(async () => {
  round = await createRound(bench);
});
beforeEach(() => {
  bench.clock.now = new Date('2020-10-12T02:00:00Z');
});

const path = (of = round) => `/assessments/${of.slug}/survey/questionnaire`;
const call = async <T>(method: string, suffix: string, body?: unknown, of = round) => {
  const response = await of.organiser.call(method, `${path(of)}${suffix}`, body);
  return { status: response.status, body: (await response.json()) as T };
};
const view = async (of = round) => questionnaireView.parse((await call('GET', '', undefined, of)).body);
const save = (expectedRevision: number, draft: QuestionnaireDraft, of = round) =>
  call<QuestionnaireView & Problem>('PUT', '/draft', { expectedRevision, draft }, of);
const order = (what: string, expectedRevision: number, of = round) =>
  call<QuestionnaireView & Problem>('POST', `/${what}`, { expectedRevision }, of);
const answer = (of: Round, answers: Record<string, unknown>) =>
  bench.anonymous('POST', `/public/surveys/${of.slug}/responses`, { unit: 'C01', answers });
const survey = async (of: Round) => {
  const [row] = await bench.database.db
    .select()
    .from(schema.surveys)
    .where(eq(schema.surveys.assessmentId, of.assessmentId));
  if (!row) throw new Error('no survey');
  return row;
};
const methodOf = async (of: Round) => {
  const [row] = await bench.database.db
    .select()
    .from(schema.assessments)
    .where(eq(schema.assessments.id, of.assessmentId));
  return row?.appraisalMethod;
};
const actions = async (of: Round) => {
  const rows = await bench.database.db
    .select()
    .from(schema.auditEntries)
    .where(eq(schema.auditEntries.scope, of.assessmentId))
    .orderBy(schema.auditEntries.sequence);
  return rows.map(({ action }) => action).filter((action) => action.startsWith('questionnaire.'));
};

/** The draft without the question of that code. */
const without = (draft: QuestionnaireDraft, code: string): QuestionnaireDraft => ({
  ...draft,
  questions: draft.questions.filter((question) => question.code !== code),
});
type Question = QuestionnaireDraft['questions'][number];
const changed = (draft: QuestionnaireDraft, code: string, change: Partial<Question>): QuestionnaireDraft => ({
  ...draft,
  questions: draft.questions.map((question) =>
    question.code === code ? { ...question, ...change } : question,
  ),
});

describe('a draft', () => {
  it('begins as what is in use: the notice’s questionnaire, in which nothing is wrong', async () => {
    const { inUse, draft, checks, version, revision, answered, families } = await view();
    expect([inUse.questions.length, draft, checks, version, revision, answered]).toEqual([
      ...[12, null, [], 1, 0, false],
    ]);
    expect(inUse.contact).toEqual({ question: 'Q2', never: ['none'] });
    expect(families.map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('is kept whatever is wrong with it, and says what', async () => {
    const before = await view();
    const spoiled = changed(before.inUse, 'Q3', { text: { zh: '', en: 'x' }, family: 'Z' });
    const { status, body } = await save(before.revision, spoiled);
    expect(status).toBe(200);
    expect(body.revision).toBe(before.revision + 1);
    expect(body.checks.map(({ severity, question, field }) => [severity, question, field])).toEqual([
      ['error', 2, 'text'],
      ['error', 2, 'family'],
    ]);
    expect(await view()).toMatchObject({ draft: spoiled, revision: body.revision });
    const used = await order('use', body.revision);
    expect([used.status, used.body.code]).toEqual([409, 'faulty-questionnaire']);
    expect(used.body.errors?.map(({ path: at }) => at)).toEqual(['questions.2.text', 'questions.2.family']);
    expect((await view()).inUse).toEqual(before.inUse);
  });

  it('is not overwritten by somebody who has seen an earlier one', async () => {
    const { revision, inUse } = await view();
    const colleague = await bench.person([{ role: 'organiser', assessmentId: round.assessmentId }]);
    const body = { expectedRevision: revision, draft: inUse };
    const first = await colleague.call('PUT', `${path()}/draft`, body);
    expect(first.status).toBe(200);
    for (const what of ['draft', 'use', 'discard', 'template']) {
      const stale = what === 'draft' ? await save(revision, inUse) : await order(what, revision);
      expect([what, stale.status, stale.body.code]).toEqual([what, 409, 'stale']);
      expect(stale.body).toMatchObject({ current: { revision: revision + 1 } });
    }
  });

  it('of two changes at once takes one', async () => {
    const { revision, inUse } = await view();
    const times = onPostgres() ? 8 : 2;
    const results = await Promise.all(Array.from({ length: times }, () => save(revision, inUse)));
    expect(results.map(({ status }) => status).toSorted()).toEqual([200, ...Array(times - 1).fill(409)]);
  });

  it('can be thrown away, and begun anew from the template', async () => {
    const { revision, inUse } = await view();
    const { body: kept } = await save(revision, without(inUse, 'Q12'));
    const { body: thrown } = await order('discard', kept.revision);
    expect(thrown.draft).toBeNull();
    const none = await order('use', thrown.revision);
    expect([none.status, none.body.code]).toEqual([409, 'no-draft']);
    const { body: anew } = await order('template', thrown.revision);
    expect(anew.draft).toEqual(inUse);
  });

  it('is in the log once for as long as one person goes on', async () => {
    const own = await createRound(bench);
    const { inUse } = await view(own);
    await save(0, inUse, own);
    await save(1, inUse, own);
    await order('discard', 2, own);
    await save(3, inUse, own);
    await order('template', 4, own);
    expect(await actions(own)).toEqual([
      ...['questionnaire.edit', 'questionnaire.discard', 'questionnaire.edit', 'questionnaire.template'],
    ]);
  });
});

describe('putting a draft into use', () => {
  it('replaces what nobody has answered before the survey opens', async () => {
    const own = await createRound(bench);
    bench.clock.now = new Date('2020-09-01T00:00:00Z');
    const { inUse } = await view(own);
    await save(0, without(inUse, 'Q12'), own);
    const { body } = await order('use', 1, own);
    expect([body.version, body.versions, body.draft, body.inUse.questions.length]).toEqual([1, [], null, 11]);
  });

  it('keeps one that may be answered as a version, the moment the survey opens', async () => {
    const own = await createRound(bench);
    bench.clock.now = (await survey(own)).opensAt;
    const { inUse, freezes } = await view(own);
    expect(freezes).toBe(true);
    await save(0, without(inUse, 'Q12'), own);
    const { body } = await order('use', 1, own);
    expect(body.version).toBe(2);
    expect(body.versions.map(({ version }) => version)).toEqual([1]);
  });

  it('holds at once for those who answer, and earlier answers keep theirs', async () => {
    const own = await createRound(bench);
    expect((await answer(own, { Q1: 'A', Q12: '好' })).status).toBe(201);
    const { inUse } = await view(own);
    const matrix: Question = {
      ...inUse.questions[2],
      code: 'M1',
      kind: 'matrix',
      rows: [
        { code: 'web', text: { zh: '网站', en: 'Website' }, family: 'A' },
        { code: 'hall', text: { zh: '大厅', en: 'Hall' }, family: 'D' },
      ],
      family: null,
    } as Question;
    await save(0, { ...without(inUse, 'Q12'), questions: [...without(inUse, 'Q12').questions, matrix] }, own);
    const { body } = await order('use', 1, own);
    expect([body.version, body.versions.length, body.answered]).toEqual([2, 1, false]);
    expect((await answer(own, { Q1: 'A', Q12: '好' })).status).toBe(422);
    expect((await answer(own, { Q1: 'A', 'M1.web': 80 })).status).toBe(201);
    const rows = await bench.database.db
      .select()
      .from(schema.surveyResponses)
      .where(eq(schema.surveyResponses.surveyId, (await survey(own)).id));
    expect(rows.map(({ version }) => version).toSorted()).toEqual([1, 2]);
    expect(await actions(own)).toEqual(['questionnaire.edit', 'questionnaire.use']);
  });

  it('refuses other options under the code of an item that was answered, and takes mended words', async () => {
    const own = await createRound(bench);
    expect((await answer(own, { Q1: 'A' })).status).toBe(201);
    const { inUse } = await view(own);
    const { options = [] } = inUse.questions[2] ?? {};
    const { body: spoiled } = await save(0, changed(inUse, 'Q3', { options: options.slice(1) }), own);
    expect(spoiled.checks).toMatchObject([{ severity: 'error', question: 2, field: 'options' }]);
    expect((await order('use', 1, own)).status).toBe(409);
    const mended = changed(inUse, 'Q3', { text: { zh: '是否满意？', en: '' } });
    await save(1, mended, own);
    expect((await order('use', 2, own)).body).toMatchObject({ version: 2, inUse: mended });
    await save(3, changed(changed(inUse, 'Q3', { options: options.slice(1) }), 'Q3', { code: 'Q3b' }), own);
    expect((await order('use', 4, own)).body.version).toBe(3);
  });

  it('changes nothing where the draft is what is in use', async () => {
    const own = await createRound(bench);
    const { inUse } = await view(own);
    await save(0, inUse, own);
    expect((await order('use', 1, own)).body).toMatchObject({ version: 1, versions: [], draft: null });
  });

  it('has the score follow the rated questions; the weights stay, and settings that are saved later keep it', async () => {
    const own = await createRound(bench);
    const before = await methodOf(own);
    expect(before?.families['D']).toEqual({ weight: 0.3, questions: ['Q3', 'Q4'] });
    expect(before?.minimumAnswered).toBe(5);
    await answer(own, { Q1: 'A', Q3: 80 });
    const { inUse } = await view(own);
    const renamed = changed(changed(inUse, 'Q3', { code: 'D1' }), 'Q5', { family: 'B' });
    await save(0, without(renamed, 'Q11'), own);
    expect((await order('use', 1, own)).status).toBe(200);
    const after = await methodOf(own);
    // Answers to the first version count on: Q3 stays in its family. 8 of 9 rated items are left: ⌈8 · 5 ÷ 9⌉ = 5.
    expect(after).toEqual({
      ...before,
      families: {
        A: { weight: 0.3, questions: ['Q6', 'Q7'] },
        B: { weight: 0.1, questions: ['Q5', 'Q8'] },
        C: { weight: 0.3, questions: ['Q9', 'Q10'] },
        D: { weight: 0.3, questions: ['D1', 'Q4', 'Q3'] },
      },
      overall: null,
    });
    const current = (await (
      await own.organiser.call('GET', `/assessments/${own.slug}`)
    ).json()) as Assessment;
    const settings = { ...current.settings, minimumSample: 30 };
    const saved = await own.organiser.call('PUT', `/assessments/${own.slug}`, {
      expectedRevision: current.revision,
      settings,
    });
    expect(saved.status).toBe(200);
    expect(await methodOf(own)).toEqual({ ...after, minimumSample: 30 });
  });
});

describe('files', () => {
  const upload = async (file: File, of = round) => {
    const form = new FormData();
    form.set('file', file);
    form.set('expectedRevision', String((await view(of)).revision));
    const response = await of.organiser.call('POST', `${path(of)}/imports`, form);
    return { status: response.status, body: (await response.json()) as ImportedQuestionnaire & Problem };
  };
  const fixture = async (name: string) =>
    new File([await readFile(new URL(`../golden/fixtures/forms/${name}`, import.meta.url))], name);

  it.each(['json', 'xlsx'] as const)('of %s bring the same questionnaire back', async (kind) => {
    const before = await view();
    const sent = without(before.inUse, 'Q12');
    await save(before.revision, sent);
    const file = await round.organiser.call('GET', `${path()}/file.${kind}`);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="questionnaire-${round.slug}.${kind}"`,
    );
    const bytes = new Uint8Array(await file.arrayBuffer());
    await order('template', before.revision + 1);
    const { status, body } = await upload(new File([bytes], `questionnaire.${kind}`));
    expect([status, body.format, body.notes]).toEqual([200, kind, []]);
    expect(body.view.draft).toEqual(sent);
  });

  it('of other programs become a draft, with what could not be carried over', async () => {
    const { body } = await upload(await fixture('or_other.xlsx'));
    expect(body.format).toBe('xlsform');
    expect(body.view.draft?.questions.map(({ code }) => code)).toEqual([
      ...['fav_color', 'fav_color_other', 'fav_pastel'],
    ]);
    expect(body.notes.map(({ sheet, row }) => [sheet, row])).toEqual([
      ['survey', 3],
      ['choices', 1],
    ]);
    // What the other program does not know is told, and keeps it from being used.
    expect(body.view.checks.some(({ field }) => field === 'groupQuestion')).toBe(true);
    expect((await order('use', body.view.revision)).status).toBe(409);
    const lime = await upload(await fixture('a_rather_interesting_questionnaire.lss'));
    expect([lime.status, lime.body.format, lime.body.notes.length]).toEqual([200, 'limesurvey', 2]);
  });

  it('with a fault change nothing, and an old workbook is refused with what to do', async () => {
    const before = await view();
    const old = await upload(await fixture('cascading_select_test_equivalent.xls'));
    expect([old.status, old.body.code]).toEqual([422, 'questionnaire-file']);
    expect(old.body.cells?.[0]?.message).toContain('.xlsx');
    expect((await upload(new File(['{'], 'a.json'))).status).toBe(422);
    expect(await view()).toEqual(before);
  });
});

it('is closed once the round is published', async () => {
  const own = await createRound(bench);
  const { assessments } = schema;
  await bench.database.db
    .update(assessments)
    .set({ phase: 'published' })
    .where(eq(assessments.id, own.assessmentId));
  const { inUse, changeable } = await view(own);
  expect(changeable).toBe(false);
  const refused = await save(0, inUse, own);
  expect([refused.status, refused.body.code]).toEqual([409, 'wrong-phase']);
});
