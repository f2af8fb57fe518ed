import { unzipFiles } from '@gongping/bundle';
import { performance } from 'node:perf_hooks';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench, type Person } from '../support/app.ts';
import { createFeedbackRound, level, lossy, moveTo, type FeedbackRound } from '../support/feedback-round.ts';

const bench = useBench();
let round: FeedbackRound;
let base: string;

beforeAll(async () => {
  round = await createFeedbackRound(bench);
  base = `/assessments/${round.slug}`;
  const leaf = `/problems/C01/${lossy}`;
  const asked = { expectedRevision: 0, request: '年底前公布目录', dueOn: '2020-12-31' };
  await ok(round.evaluator, ['PUT', `${leaf}/rectification`, asked]);
  await moveTo(round, 'appeal');
  const made = await ok(round.liaison, ['POST', `${leaf}/appeals`, { statement: '已于九月公布' }]);
  const { id } = (await made.json()) as { id: string };
  const score = { state: 'scored', input: level('late-or-undated'), reason: '公布逾期' };
  const ruling = { expectedRevision: 1, outcome: 'partly_upheld', text: '材料部分属实', score };
  await ok(round.reviewer, ['POST', `/appeals/${id}/ruling`, ruling]);
});

async function ok(person: Person, [method, path, body]: [string, string, unknown?]): Promise<Response> {
  const response = await person.call(method, base + path, body);
  expect(response.ok, await response.clone().text()).toBe(true);
  return response;
}

const flat = (text: string) => text.replaceAll(/\s/g, '');
const parts = [
  '扣分通知单',
  '有1项指标扣分，合计扣1.00分',
  '公布逾期',
  '年底前公布目录',
  '2020-12-31',
  '部分采纳，由0.00分改为1.00分：材料部分属实',
];

async function wordText(bytes: ArrayBuffer | Uint8Array): Promise<string> {
  return flat((await mammoth.extractRawText({ buffer: Buffer.from(new Uint8Array(bytes)) })).value);
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes.slice());
  return flat((await extractText(pdf, { mergePages: true })).text);
}

describe('the notice of a unit', () => {
  it('is a Word document for its liaison', async () => {
    const response = await ok(round.liaison, ['GET', '/notices/C01?format=docx']);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('扣分通知单-C01'));
    const text = await wordText(await response.arrayBuffer());
    for (const part of [...parts, round.unit('C01').name.zh]) expect(text).toContain(part);
  });

  it('is a PDF for the organiser, with the same text', async () => {
    const response = await ok(round.organiser, ['GET', '/notices/C01?format=pdf']);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const text = await pdfText(new Uint8Array(await response.arrayBuffer()));
    for (const part of parts) expect(text).toContain(part);
  });

  it('says so where nothing was lost', async () => {
    const response = await ok(round.organiser, ['GET', '/notices/C05']);
    expect(await wordText(await response.arrayBuffer())).toContain('没有扣分');
  });

  it('of another unit is not there, nor one before the feedback', async () => {
    expect((await round.neighbour.call('GET', `${base}/notices/C01`)).status).toBe(404);
    expect((await round.liaison.call('GET', `${base}/notices`)).status).toBe(403);
  });
});

describe('the notices of all units', () => {
  it('come in one zip that says beforehand how many they are', async () => {
    const response = await ok(round.organiser, ['GET', '/notices?format=pdf']);
    expect(response.headers.get('x-files')).toBe('4');
    const files = unzipFiles(new Uint8Array(await response.arrayBuffer()));
    const names = [...files.keys()];
    expect(names).toHaveLength(4);
    expect(names[0]).toBe(`${round.slug}-扣分通知单-C01-${round.unit('C01').name.zh}.pdf`);
    const [first = new Uint8Array(), second = new Uint8Array()] = files.values();
    for (const part of parts) expect(await pdfText(first)).toContain(part);
    expect(await pdfText(second)).toContain('C04未按期公布');
  });

  it('leave the server free to answer while they are made', async () => {
    const before = performance.eventLoopUtilization();
    const response = await ok(round.organiser, ['GET', '/notices?format=pdf']);
    const reading = response.arrayBuffer();
    expect(await (await bench.app.request('/healthz')).text()).toBe('ok');
    await reading;
    // The machine may be slow and shared: what counts is that the time is not spent in this thread.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it('stop when whoever downloads has gone', async () => {
    const response = await ok(round.organiser, ['GET', '/notices?format=pdf']);
    const reader = response.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
    await ok(round.organiser, ['GET', '/notices/C01?format=pdf']);
  });

  it('are not there before the feedback', async () => {
    await moveTo(round, 'scoring');
    const response = await round.organiser.call('GET', `${base}/notices`);
    expect(await response.json()).toMatchObject({ code: 'wrong-phase' });
    const own = await round.liaison.call('GET', `${base}/notices/C01`);
    expect(await own.json()).toMatchObject({ code: 'wrong-phase' });
  });
});
