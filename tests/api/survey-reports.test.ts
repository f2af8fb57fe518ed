import { countSurveys } from '@gongping/api';
import type { AppraisalList, CommentList, SurveyDashboard } from '@gongping/contracts';
import { schema } from '@gongping/db';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
const path = (rest: string) => `/assessments/${round.slug}/survey/${rest}`;

const said = [
  { unit: 'C01', text: '请张三先生回电 13812345678，谢谢' },
  { unit: 'C01', text: '希望搜索能按文号查。' },
  { unit: 'C04', text: '=HYPERLINK("x")，王局长承诺过' },
];

beforeAll(async () => {
  round = await createRound(bench, { units: ['C01', 'C04'] });
  for (const [n, { unit, text }] of said.entries()) {
    bench.clock.now = new Date(Date.UTC(2020, 9, 12, 2 + n));
    const answers = { Q1: 'A', Q2: ['website', 'phone'], Q3: 80, Q12: text };
    const response = await bench.anonymous(
      'POST',
      `/public/surveys/${round.slug}/responses`,
      { unit, answers },
      { 'user-agent': `secret-browser-${n}` },
    );
    expect(response.status).toBe(201);
  }
  const { surveyResponses } = schema;
  await bench.database.db
    .update(surveyResponses)
    .set({ state: 'held', signs: ['burst'] })
    .where(eq(surveyResponses.submittedAt, new Date('2020-10-12T04:00:00Z')));
  await countSurveys({ db: bench.database.db, clock: () => bench.clock.now });
});

describe('the dashboard', () => {
  it('shows answers by hour, channel and unit, and what became of them', async () => {
    const response = await round.leader.call('GET', path('dashboard'));
    const dashboard = (await response.json()) as SurveyDashboard;
    expect(dashboard.countedAt).toBe(bench.clock.now.toISOString());
    expect(dashboard.total).toEqual({ counted: 2, held: 1, refused: 0 });
    expect(dashboard.hours).toEqual([
      { hour: '2020-10-12T02:00:00.000Z', counted: 1, held: 0, refused: 0 },
      { hour: '2020-10-12T03:00:00.000Z', counted: 1, held: 0, refused: 0 },
      { hour: '2020-10-12T04:00:00.000Z', counted: 0, held: 1, refused: 0 },
    ]);
    expect(dashboard.channels).toMatchObject([{ code: 'open', counted: 2, held: 1 }]);
    expect(dashboard.units.map(({ code, counted, held }) => [code, counted, held])).toEqual([
      ['C01', 2, 0],
      ['C04', 0, 1],
    ]);
  });
});

const comments = async (query = ''): Promise<CommentList> => {
  const response = await round.organiser.call('GET', path(`comments${query}`));
  expect(response.status).toBe(200);
  return (await response.json()) as CommentList;
};
const review = (id: string, body: object) => round.organiser.call('PUT', path(`comments/${id}`), body);

describe('answers in words', () => {
  it('are listed newest first, with what seems to tell who is meant', async () => {
    const { comments: all, total } = await comments();
    expect(total).toBe(3);
    expect(all.map(({ text }) => text)).toEqual(said.map(({ text }) => text).toReversed());
    const phone = all[2];
    expect(phone?.personal.map(({ start, end, kind }) => [phone.text.slice(start, end), kind])).toEqual([
      ['张三先生', 'name'],
      ['13812345678', 'phone'],
    ]);
    expect((await comments('?unit=C04')).total).toBe(1);
    expect((await comments('?state=published')).total).toBe(0);
  });

  it('are public only as somebody has confirmed them', async () => {
    const [third, second, first] = (await comments()).comments;
    const good = { question: 'Q12', redacted: '请███回电 ███，谢谢', published: true };
    expect((await review(first?.id ?? '', good)).status).toBe(200);
    expect((await review(second?.id ?? '', { ...good, redacted: '', published: false })).status).toBe(200);
    expect((await review(third?.id ?? '', { ...good, redacted: '=HYPERLINK("x")，███承诺过' })).status).toBe(
      200,
    );
    const published = await comments('?state=published&unit=C01');
    expect(published.comments).toMatchObject([
      { id: first?.id, review: { redacted: good.redacted, published: true } },
    ]);
    expect((await comments('?state=withheld')).total).toBe(1);
    expect((await comments('?state=open')).total).toBe(0);
    // It can be decided again.
    expect((await review(first?.id ?? '', { ...good, published: false })).status).toBe(200);
    expect((await comments('?state=withheld')).total).toBe(2);
    expect((await review(first?.id ?? '', good)).status).toBe(200);
  });

  it('an answer without words cannot be reviewed', async () => {
    const [one] = (await comments()).comments;
    const other = { question: 'Q13', redacted: '', published: true };
    expect((await review(one?.id ?? '', other)).status).toBe(404);
    expect((await review('00000000-0000-4000-8000-000000000000', { ...other, question: 'Q12' })).status).toBe(
      404,
    );
  });
});

describe('the export', () => {
  it('has every answer, and nothing that tells who gave it', async () => {
    const response = await round.organiser.call('GET', path('answers.csv'));
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const text = await response.text();
    const [head, ...lines] = text.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(head).toBe('unit,channel,version,day,state,signs,Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9,Q10,Q11,Q12');
    expect(lines.toSorted()).toEqual(
      [
        'C01,open,1,2020-10-12,counted,no-proof,A,website|phone,satisfied,,,,,,,,,请███回电 ███，谢谢',
        'C01,open,1,2020-10-12,counted,no-proof,A,website|phone,satisfied,,,,,,,,,',
        `C04,open,1,2020-10-12,held,burst,A,website|phone,satisfied,,,,,,,,,"'=HYPERLINK(""x"")，███承诺过"`,
      ].toSorted(),
    );
    const rows = await bench.database.db.select().from(schema.surveyResponses);
    for (const { id, receipt, origin, submittedAt } of rows) {
      for (const secret of [id, receipt, origin?.toString('hex') ?? id, submittedAt.toISOString()])
        expect(text).not.toContain(secret);
    }
    for (const secret of ['张三', '13812345678', '王局长', '文号']) expect(text).not.toContain(secret);
  });

  it('comes with what columns and codes mean', async () => {
    const text = await (await round.organiser.call('GET', path('answers-dictionary.csv'))).text();
    const lines = text.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe('column,kind,code,zh,en,value,versions');
    expect(lines).toContain('unit,fact,,被评议单位代码,Code of the unit,,');
    expect(lines).toContain('Q3,option,satisfied,满意,Satisfied,80,1');
    expect(lines.some((line) => line.startsWith('Q12,text,,'))).toBe(true);
  });
});

describe('known totals of the population', () => {
  const margins = async () =>
    (await (await round.organiser.call('GET', path('margins'))).json()) as {
      revision: number;
      margins: unknown;
    };
  const put = async (given: unknown) =>
    round.organiser.call('PUT', path('margins'), {
      expectedRevision: (await margins()).revision,
      margins: given,
    });
  const weighted = async () => {
    const response = await round.organiser.call('GET', `/assessments/${round.slug}/appraisal`);
    const { units } = (await response.json()) as AppraisalList;
    return units.find(({ code }) => code === 'C01')?.appraisal.weighted;
  };

  it('weight the answers beside the score, and only where they are set', async () => {
    for (const [group, level] of [
      ['A', 60],
      ['A', 60],
      ['A', 60],
      ['B', 100],
    ] as const) {
      const rated = Object.fromEntries([3, 4, 5, 6, 7].map((n) => [`Q${n}`, level]));
      const body = { unit: 'C01', answers: { Q1: group, ...rated } };
      expect((await bench.anonymous('POST', `/public/surveys/${round.slug}/responses`, body)).status).toBe(
        201,
      );
    }
    expect(await weighted()).toBeNull();
    expect((await put({ Q1: { A: 50, B: 50 } })).status).toBe(200);
    // Three at 60 and one at 100, half and half: 80. Σw² = 3/36 + 1/4 = 1/3, design effect 4/3, as good as 3.
    const found = await weighted();
    expect(found?.mean).toBeCloseTo(80, 9);
    expect(found?.designEffect).toBeCloseTo(4 / 3, 9);
    expect(found?.effectiveSize).toBeCloseTo(3, 9);
    expect((await put({ Q1: { A: 50, B: 40, C: 10 } })).status).toBe(200);
    expect(await weighted()).toMatchObject({ mean: null, reason: 'empty-category' });
    expect((await put(null)).status).toBe(200);
    expect(await weighted()).toBeNull();
  });

  it('weight the same however much was counted before, and follow what is held', async () => {
    const { db } = bench.database;
    const { surveyResponses, surveyTallies } = schema;
    const count = () => countSurveys({ db, clock: () => bench.clock.now });
    expect((await put({ Q1: { A: 50, B: 50 } })).status).toBe(200);
    const before = await weighted();
    expect(before?.mean).toBeCloseTo(80, 9);
    await count();
    const tallies = await db.select().from(surveyTallies);
    expect(tallies.some(({ tally }) => Object.hasOwn(tally as object, 'cells'))).toBe(true);
    expect(await weighted()).toEqual(before);
    // One of the three at 60 is set aside: two and one, Σw² = 2/16 + 1/4 = 3/8, design effect 9/8, as good as 8/3.
    const [one] = await db
      .select({ id: surveyResponses.id })
      .from(surveyResponses)
      .where(sql`${surveyResponses.answers} ->> 'Q7' = 'fairly-satisfied'`)
      .limit(1);
    await db
      .update(surveyResponses)
      .set({ signs: ['burst'] })
      .where(eq(surveyResponses.id, one?.id ?? ''));
    const decision = { decision: 'refuse', responses: [one?.id], reason: '核实有误' };
    const decided = await round.organiser.call('POST', path('held/decisions'), decision);
    expect(await decided.json()).toMatchObject({ changed: 1 });
    const after = await weighted();
    expect(after?.mean).toBeCloseTo(80, 9);
    expect(after?.designEffect).toBeCloseTo(9 / 8, 9);
    expect(after?.effectiveSize).toBeCloseTo(8 / 3, 9);
    await db.delete(schema.surveyCounts);
    expect(await weighted()).toEqual(after);
    expect((await put(null)).status).toBe(200);
  });

  it('are of questions of one choice, with options that there are', async () => {
    expect((await put({ Q2: { website: 1 } })).status).toBe(422);
    expect((await put({ Q1: { Z: 1 } })).status).toBe(422);
    expect((await put({ Q1: { A: 0 } })).status).toBe(422);
    const stale = { expectedRevision: 0, margins: null };
    expect((await round.organiser.call('PUT', path('margins'), stale)).status).toBe(409);
  });
});
