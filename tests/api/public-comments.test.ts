import { readBundleFiles, resultsCsv, unzipFiles } from '@gongping/bundle';
import {
  publication,
  publicCommentList,
  type CommentList,
  type PublicCommentList,
} from '@gongping/contracts';
import { schema } from '@gongping/db';
import { computeResults } from '@gongping/scoring';
import { and, eq, inArray } from 'drizzle-orm';
import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import { canonical } from '../support/canonical.ts';
import { closeScoring, fullMarks, scoreRound } from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;

/** What becomes of a text: who wrote it, and what the organiser made of it. */
interface Said {
  readonly unit: string;
  readonly group: string;
  readonly text: string;
  /** As it was confirmed; null: nobody has looked at it. */
  readonly redacted: string | null;
  readonly published?: boolean;
  readonly state?: 'held' | 'refused';
}

const confirmed = { published: true } as const;
const said: readonly Said[] = [
  {
    unit: 'C01',
    group: 'A',
    text: '请张三先生回电 13812345678，ＷＩＦＩ 不通',
    redacted: '请███回电 ███，ＷＩＦＩ 不通',
    ...confirmed,
  },
  { unit: 'C01', group: 'B', text: '窗口很热情', redacted: '窗口很热情', ...confirmed },
  { unit: 'C01', group: 'C', text: '=1+1，希望公开', redacted: '=1+1，希望公开', ...confirmed },
  { unit: 'C04', group: 'A', text: '文号查不到', redacted: '文号查不到', ...confirmed },
  { unit: 'C01', group: 'A', text: '秘密甲：没有人看过', redacted: null },
  { unit: 'C01', group: 'A', text: '秘密乙：不公开', redacted: '秘密乙：不公开', published: false },
  { unit: 'C01', group: 'A', text: '秘密丙：待核', redacted: '秘密丙：待核', state: 'held', ...confirmed },
  { unit: 'C01', group: 'A', text: '秘密丁：不计', redacted: '秘密丁：不计', state: 'refused', ...confirmed },
  { unit: 'C04', group: 'A', text: '秘密戊：全部涂黑', redacted: ' ', ...confirmed },
];
/** Nothing of these is ever public. */
const secrets = ['秘密', '张三', '13812345678'];

const answer = (unit: string, group: string, text?: string) =>
  bench.anonymous('POST', `/public/surveys/${round.slug}/responses`, {
    unit,
    answers: { Q1: group, Q3: 80, ...(text === undefined ? {} : { Q12: text }) },
  });

/** Receipt → id of the answer. */
async function idOf(receipt: string): Promise<string> {
  const { id, receipt: own } = schema.surveyResponses;
  const [row] = await bench.database.db.select({ id }).from(schema.surveyResponses).where(eq(own, receipt));
  return row?.id ?? '';
}

async function say({ unit, group, text, redacted, published = false, state }: Said): Promise<void> {
  const response = await answer(unit, group, text);
  expect(response.status).toBe(201);
  const id = await idOf(((await response.json()) as { receipt: string }).receipt);
  if (redacted !== null) {
    const review = { question: 'Q12', redacted, published };
    const path = `/assessments/${round.slug}/survey/comments/${id}`;
    expect((await round.organiser.call('PUT', path, review)).status).toBe(200);
  }
  if (state) {
    const responses = schema.surveyResponses;
    await bench.database.db
      .update(responses)
      .set({ state, signs: ['burst'] })
      .where(eq(responses.id, id));
  }
}

const publish = async (reason: string) => {
  const response = await round.organiser.call('POST', `/assessments/${round.slug}/publications`, { reason });
  expect(response.status, await response.clone().text()).toBe(201);
};
const get = (rest: string) => bench.anonymous('GET', `/publications/${round.slug}/${rest}`);
const comments = async (rest = '1/comments'): Promise<PublicCommentList> => {
  const response = await get(rest);
  expect(response.status).toBe(200);
  return publicCommentList.parse(await response.json());
};
const texts = ({ comments: all }: PublicCommentList) => all.map(({ text }) => text).toSorted();
const filesOf = async (version: number) =>
  unzipFiles(new Uint8Array(await (await get(`${version}/bundle.zip`)).arrayBuffer()));
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

beforeAll(async () => {
  round = await createRound(bench, { units: ['C01', 'C04'] });
  await scoreRound(bench, round, fullMarks);
  bench.clock.now = new Date('2020-10-12T02:00:00Z');
  for (const one of said) await say(one);
  // About C01: eight of A and more, two of B and six of C count. About C04 there are three.
  for (const [group, times] of [
    ['A', 7],
    ['B', 1],
    ['C', 5],
  ] as const)
    for (let n = 0; n < times; n += 1) expect((await answer('C01', group)).status).toBe(201);
  await closeScoring(round);
  await publish('');
}, 120_000);

describe('words of the public', () => {
  it('are published as they were confirmed, and only of answers that count', async () => {
    const all = await comments();
    expect(all.total).toBe(4);
    expect(texts(all)).toEqual(
      ['=1+1，希望公开', '窗口很热情', '请███回电 ███，ＷＩＦＩ 不通', '文号查不到'].toSorted(),
    );
    expect(all.comments.map(({ unit }) => unit)).toEqual(['C01', 'C01', 'C01', 'C04']);
    expect(all.units.map(({ code, comments: count }) => [code, count])).toEqual([
      ['C01', 3],
      ['C04', 1],
    ]);
    expect(all.questions.map(({ code }) => code)).toEqual(['Q12']);
    expect(publication.parse(await (await get('1')).json()).comments).toBe(4);
  });

  it('name a group only where its number is public: not a small one, nor the one that would tell it', async () => {
    const all = await comments();
    const groupOf = (words: string) => all.comments.find(({ text }) => text.includes(words))?.group;
    expect(groupOf('回电')).toBe('A');
    expect(groupOf('热情')).toBeNull();
    expect(groupOf('=1+1')).toBeNull();
    expect(groupOf('文号')).toBeNull();
    expect(all.groups.map(({ code }) => code)).toEqual(['A']);
  });

  it('are found by unit and by words of any case and width', async () => {
    expect(texts(await comments('1/comments?unit=C04'))).toEqual(['文号查不到']);
    expect(texts(await comments('1/comments?q=wifi'))).toEqual(['请███回电 ███，ＷＩＦＩ 不通']);
    expect((await comments('1/comments?q=wifi&unit=C04')).total).toBe(0);
    expect((await comments('1/comments?page=2')).comments).toEqual([]);
    expect((await get('1/comments?page=0')).status).toBe(422);
  });

  it('are in the bundle, which computes as before', async () => {
    const files = await filesOf(1);
    const csv = textOf(files.get('comments.csv'));
    expect(csv.split('\r\n')[0]).toBe('unit,question,group,text');
    expect(csv).toContain('C01,Q12,A,请███回电 ███，ＷＩＦＩ 不通\r\n');
    expect(csv).toContain("C01,Q12,,'=1+1，希望公开\r\n");
    expect(await (await get('1/comments.csv')).text()).toBe(csv);
    const { resources } = JSON.parse(textOf(files.get('datapackage.json'))) as {
      resources: {
        name: string;
        path: string;
        schema?: { fields: { name: string; description?: string }[] };
      }[];
    };
    const described = resources.find(({ name }) => name === 'comments');
    expect(described?.path).toBe('comments.csv');
    expect(described?.schema?.fields.map(({ name }) => name)).toEqual(['unit', 'question', 'group', 'text']);
    expect(described?.schema?.fields[1]?.description).toContain('Q12: ');
    const results = await (await get('1/results.csv')).text();
    expect(resultsCsv(computeResults(readBundleFiles(files).input))).toBe(results);
  });

  it('that nobody has confirmed, or whose answer does not count, are nowhere', async () => {
    const [row] = await rows();
    const everything = [JSON.stringify(row?.snapshot), ...(await everythingPublic(1))];
    expect(everything.length).toBeGreaterThan(15);
    for (const text of everything) for (const secret of secrets) expect(text).not.toContain(secret);
    expect(everything.filter((text) => text.includes('窗口很热情')).length).toBeGreaterThanOrEqual(4);
  });

  it('stay as they were published, and what is confirmed later comes with a correction', async () => {
    const list = await round.organiser.call('GET', `/assessments/${round.slug}/survey/comments?state=open`);
    const open = ((await list.json()) as CommentList).comments[0];
    const review = { question: 'Q12', redacted: '没有人看过', published: true };
    const path = `/assessments/${round.slug}/survey/comments/${open?.id ?? ''}`;
    expect((await round.organiser.call('PUT', path, review)).status).toBe(200);
    expect((await comments()).total).toBe(4);
    await publish('补充公众意见');
    expect((await comments('2/comments')).total).toBe(5);
    expect((await comments('latest/comments?q=没有人')).total).toBe(1);
    expect((await comments()).total).toBe(4);
  });

  it('publications of earlier versions of the product open without them', async () => {
    const [row] = await rows();
    if (!row) throw new Error('nothing was published');
    const { comments: _comments, ...earlier } = row.snapshot as Record<string, unknown>;
    const snapshot = { ...earlier, version: 3 };
    const sha256 = createHash('sha256').update(canonical(snapshot)).digest('hex');
    await bench.database.db
      .insert(schema.publications)
      .values({ ...row, id: randomUUID(), version: 3, snapshot, sha256 });
    const none = { comments: [], total: 0, page: 1, pageSize: 50, units: [], questions: [], groups: [] };
    expect(await comments('3/comments')).toEqual(none);
    expect(publication.parse(await (await get('3')).json()).comments).toBe(0);
    expect(await (await get('3/comments.csv')).text()).toBe('unit,question,group,text\r\n');
    const files = await filesOf(3);
    expect(files.has('comments.csv')).toBe(false);
    expect(resultsCsv(computeResults(readBundleFiles(files).input))).toBe(
      await (await get('3/results.csv')).text(),
    );
  });
});

/** Everything that anybody can read of a version. */
async function everythingPublic(version: number): Promise<string[]> {
  const paths = [
    '',
    '/units/C01',
    '/units/C04',
    '/robustness?draws=10',
    '/comments',
    '/comments?unit=C01',
    '/comments?q=%E7%A7%98%E5%AF%86',
    '/results.csv',
    '/results.json',
    '/scores.csv',
    '/social.csv',
    '/comments.csv',
    '/report-passage',
  ];
  const answers = await Promise.all(paths.map(async (path) => (await get(`${version}${path}`)).text()));
  const survey = await bench.anonymous('GET', `/public/surveys/${round.slug}`);
  const list = await bench.anonymous('GET', '/publications');
  const files = await filesOf(version);
  return [...answers, await survey.text(), await list.text(), ...[...files.values()].map(textOf)];
}

function rows() {
  const { assessmentId, version } = schema.publications;
  return bench.database.db
    .select()
    .from(schema.publications)
    .where(and(eq(assessmentId, round.assessmentId), inArray(version, [1])));
}
