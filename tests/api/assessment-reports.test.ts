import { createApp } from '@gongping/api';
import { unzipFiles } from '@gongping/bundle';
import type { Problem } from '@gongping/contracts';
import type { Press } from '@gongping/documents';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useBench } from '../support/app.ts';
import { answerSurvey, closeScoring, scoreRound, type Judge } from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
let base: string;

/*
 * By hand. C01 full marks and appraisal 80: 0.8 × 100 + 0.2 × 80 = 96. C04 half marks, 12 answers are too few: 50. Mean 73.
 * Of the 49 leaves of counties, C04 loses half of each: 50 marks in all. D01 loses half of family C (30): 15 marks, 85.
 * D23 full marks: 100.
 */
const judge: Judge = (unit, { code, role, fullMarks }) => {
  if (role !== 'score') return undefined;
  const half = unit === 'C04' || (unit === 'D01' && code.startsWith('C'));
  return { marks: half ? String(Number(fullMarks) / 2) : fullMarks };
};

beforeAll(async () => {
  round = await createRound(bench);
  await scoreRound(bench, round, judge);
  await answerSurvey(bench, round, { unit: 'C01', count: 100, grade: 'satisfied' });
  await answerSurvey(bench, round, { unit: 'C04', count: 12, grade: 'dissatisfied' });
  await closeScoring(round);
  const response = await round.organiser.call('POST', `/assessments/${round.slug}/publications`, {
    reason: '',
  });
  expect(response.status).toBe(201);
  base = `/publications/${round.slug}/1`;
});

const name = (code: string) => round.unit(code).name.zh;
const flat = (text: string) => text.replaceAll(/\s/g, '');

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await bench.anonymous('GET', path);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function wordText(path: string): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await bytesOf(path)) });
  return value;
}

async function pdfText(path: string) {
  const pdf = await getDocumentProxy(await bytesOf(path));
  const { text } = await extractText(pdf, { mergePages: true });
  return { pdf, text };
}

describe('the overall report', () => {
  it('says in Word and PDF how it was assessed, who stands where and what is common', async () => {
    const word = flat(await wordText(`${base}/report.docx`));
    const { text, pdf } = await pdfText(`${base}/report.pdf`);
    const said = [
      '综合得分＝第三方评估得分×80%＋社会评议得分×20%＋加分',
      `1${name('C01')}96.00优秀100.0080.00`,
      `2${name('C04')}50.00不合格50.00样本不足`,
      '县市区综合得分平均73.00分，最高96.00分，最低50.00分',
      // Half of every one of the 49 leaves, whose marks are 100.
      '县市区的49项指标中，49项有单位失分，合计失分50.00分（按各项满分计）',
      '合计失分15.00分',
      '社会评议共收到答卷112份',
      '将各级权重在上下25%的范围内随机变动10000次',
      `校验码${await hashOf()}`,
    ];
    for (const one of said) {
      expect(word).toContain(flat(one));
      expect(flat(text)).toContain(flat(one));
    }
    const chapters = [
      '一、评估概况',
      '二、评估方法',
      '三、评估结果',
      '四、分方面分析',
      '五、共性问题',
      '六、典型经验',
      '七、社会评议',
      '八、结果稳健性',
      '九、附录：各项指标得分',
    ];
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(chapters);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: '2020年度政务公开评估总报告', Language: 'zh-CN' });
  });

  it('is the same under its numbered address, and known to who has it', async () => {
    const response = await bench.anonymous('GET', `${base}/report.pdf`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('-v1-总报告.pdf'));
    const etag = response.headers.get('etag') ?? '';
    const again = await bench.anonymous('GET', `${base}/report.pdf`, undefined, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    const latest = await bench.anonymous('GET', `/publications/${round.slug}/latest/report.pdf`);
    expect(latest.headers.get('cache-control')).toBe('public, no-cache');
  });
});

it('is printed once for all who want it at the same time, and not for too many at once', async () => {
  await round.organiser.call('POST', `/assessments/${round.slug}/phase`, {
    to: 'scoring',
    reason: '更正',
    acceptUnscored: false,
  });
  await closeScoring(round);
  const published = await round.organiser.call('POST', `/assessments/${round.slug}/publications`, {
    reason: '更正',
  });
  expect(published.status).toBe(201);
  let printed = 0;
  const { promise: paper, resolve: refill } = Promise.withResolvers<void>();
  const press: Press = {
    async print(document, format) {
      printed += 1;
      await paper;
      return bench.deps.press.print(document, format);
    },
  };
  const busy = createApp({ ...bench.deps, press });
  const get = (path: string) => Promise.resolve(busy.request(`/api/v1/publications/${round.slug}/2${path}`));
  const same = Array.from({ length: 20 }, () => get('/report.docx'));
  const others = ['C01', 'C04', 'D01', 'D23'].flatMap((unit) => [
    get(`/units/${unit}/report.docx`),
    get(`/units/${unit}/report.pdf`),
  ]);
  await vi.waitFor(() => expect(printed).toBe(8), { timeout: 20_000 });
  refill();
  const statuses = (await Promise.all(same)).map(({ status }) => status);
  expect(statuses).toEqual(statuses.map(() => 200));
  // Eight different ones at a time: the ninth is told when to come again.
  const refused = (await Promise.all(others)).filter(({ status }) => status !== 200);
  expect(refused.map(({ status }) => status)).toEqual([429]);
  expect(refused[0]?.headers.get('retry-after')).toBe('5');
});

describe("a unit's report", () => {
  it('says what was lost and why, against the others of its kind', async () => {
    for (const text of [
      await wordText(`${base}/units/D01/report.docx`),
      (await pdfText(`${base}/units/D01/report.pdf`)).text,
    ]) {
      const said = flat(text);
      expect(said).toContain(`${name('D01')}2020年度政务公开评估报告`);
      expect(said).toContain('综合得分85.00分，在2个部门中排名第2，等次为良好（本组中位数92.50分');
      expect(said).toContain('10项指标扣分，合计扣15.00分');
      // 15 of 30 in family C, where D23 has all: the median is 75 %.
      expect(said).toContain('C解读回应15.0030.0050.00%75.00%−25.00');
      expect(said).toContain('可提高');
    }
  });

  it('of a unit that lost nothing advises nothing', async () => {
    const said = await wordText(`${base}/units/D23/report.docx`);
    expect(said).toContain('没有扣分。');
    expect(said).not.toContain('改进建议');
  });

  it('is refused for a unit that was not assessed, and for a round that was not published', async () => {
    const response = await bench.anonymous('GET', `${base}/units/C99/report.docx`);
    expect(((await response.json()) as Problem).code).toBe('unit-not-assessed');
    expect((await bench.anonymous('GET', '/publications/1999/1/report.pdf')).status).toBe(404);
  });
});

it('Word documents hold charts as vectors with their descriptions', async () => {
  const files = unzipFiles(await bytesOf(`${base}/report.docx`));
  const pictures = [...files.keys()].filter((path) => path.endsWith('.svg'));
  expect(pictures.length).toBeGreaterThan(4);
  const document = new TextDecoder().decode(files.get('word/document.xml'));
  expect(document).toContain(`${name('C01')}96.00分最高`);
});

async function hashOf(): Promise<string> {
  const response = await bench.anonymous('GET', base);
  return ((await response.json()) as { sha256: string }).sha256.slice(0, 12);
}

it('of a round in which nothing was scored says so, without charts of nothing', async () => {
  const bare = await createRound(bench, { units: ['C01', 'D01'] });
  await closeScoring(bare);
  const published = await bare.organiser.call('POST', `/assessments/${bare.slug}/publications`, {
    reason: '',
  });
  expect(published.status, await published.clone().text()).toBe(201);
  const of = `/publications/${bare.slug}/1`;
  const overall = await wordText(`${of}/report.docx`);
  expect(overall).toContain('县市区本年度无综合得分。');
  expect(overall).toContain('县市区没有已评分的指标。');
  const unit = await wordText(`${of}/units/C01/report.docx`);
  expect(unit).toContain('本年度没有综合得分。');
  expect(unit).toContain('没有已评分的指标。');
  const files = unzipFiles(await bytesOf(`${of}/report.docx`));
  expect([...files.keys()].filter((path) => path.endsWith('.svg'))).toEqual([]);
});
