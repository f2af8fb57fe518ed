import { reportPassage, type ReportPassage } from '@gongping/contracts';
import { unzipFiles } from '@gongping/bundle';
import { schema } from '@gongping/db';
import { eq } from 'drizzle-orm';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBench } from '../support/app.ts';
import {
  answerSurvey,
  closeScoring,
  createFinishedRound,
  scoreRound,
  type Judge,
} from '../support/finished-round.ts';
import { createRound, type Round } from '../support/round.ts';

const bench = useBench();
let round: Round;
let base: string;
let passage: ReportPassage;

/*
 * By hand. C01 full marks and appraisal 80: 96. C04 half marks, no appraisal: 50. Mean 73.
 * D01 full marks but half in family C (of 30): 85. D23 full marks: 100. Mean 92.5.
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
  await publish(round);
  base = `/publications/${round.slug}/1`;
  const response = await bench.anonymous('GET', `${base}/report-passage`);
  passage = reportPassage.parse(await response.json());
});

describe('GET …/report-passage', () => {
  it('says who was assessed, on what basis and how', () => {
    const [basis = '', method = ''] = passage.paragraphs;
    expect(passage.heading).toBe('（五）监督保障');
    expect(basis).toContain('株政办函〔2020〕19号');
    expect(basis).toContain('对2个县市区、2个部门组织开展政务公开工作第三方评估和社会评议');
    expect(method).toContain('按80%和20%的权重');
    expect(method).toContain('90分及以上为优秀，80分及以上不足90分为良好');
    expect(method).toContain('不足60分为不合格');
  });

  it('gives averages, range, bands and the best units of each group', () => {
    expect(passage.paragraphs[2]).toBe(
      '县市区综合得分平均73.00分，最高96.00分，最低50.00分；优秀1个、不合格1个；排名居前的为' +
        `${name('C01')}（96.00分）、${name('C04')}（50.00分）。` +
        '部门综合得分平均92.50分，最高100.00分，最低85.00分；优秀1个、良好1个；排名居前的为' +
        `${name('D23')}（100.00分）、${name('D01')}（85.00分）。`,
    );
  });

  it('says where marks were lost, the weakest family first', () => {
    expect(passage.paragraphs[3]).toMatch(/部门各方面平均得分率由低到高为解读回应75\.00%、/);
  });

  it('gives the appraisal with answers and interval, and names units without a score', () => {
    const appraisal = passage.paragraphs[4] ?? '';
    expect(appraisal).toContain('共收到答卷112份，其中有效答卷112份');
    expect(appraisal).toContain('（80.00分，有效答卷100份，95%置信区间80.00—80.00分）');
    expect(appraisal).toContain('有效答卷不足100份');
    expect(appraisal).toContain(name('C04'));
  });

  it('has a table for each group, and its source', () => {
    expect(passage.tables.map(({ caption }) => caption)).toEqual([
      '2020年度县市区政务公开评估结果',
      '2020年度部门政务公开评估结果',
    ]);
    expect(passage.tables[0]?.rows).toEqual([
      ['1', name('C01'), '100.00', '80.00', '96.00', '优秀'],
      ['2', name('C04'), '50.00', '样本不足', '50.00', '不合格'],
    ]);
    expect(passage.source).toContain(`第1版，2020年10月12日公布，校验码${passage.sha256.slice(0, 12)}`);
  });

  it('says in a correction what it is, and answers 404 where nothing was published', async () => {
    await publish(round, '复核后更正。');
    const response = await bench.anonymous('GET', `/publications/${round.slug}/latest/report-passage`);
    const latest = reportPassage.parse(await response.json());
    expect(latest.paragraphs.at(-1)).toBe('以上为第2版更正后的结果，更正原因：复核后更正。');
    expect((await bench.anonymous('GET', '/publications/1999/1/report-passage')).status).toBe(404);
    expect((await bench.anonymous('GET', '/publications/1999/1/report-passage.docx')).status).toBe(404);
  });
});

describe('GET …/report-passage.docx', () => {
  it('says in Word what the page says', async () => {
    const response = await bench.anonymous('GET', `${base}/report-passage.docx`);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(response.headers.get('content-disposition')).toContain(`${round.slug}-v1-report-passage.docx`);
    const text = await textOf(response);
    for (const said of [...passage.paragraphs, passage.source, passage.heading]) expect(text).toContain(said);
    expect(text).toContain('表1  2020年度县市区政务公开评估结果');
    expect(text).toContain('表2  2020年度部门政务公开评估结果');
    for (const cell of passage.tables.flatMap(({ rows }) => rows.flat())) expect(text).toContain(cell);
    expect(text).not.toContain('演示数据');
  });

  it('sets East Asian fonts in its styles, names substitutes, and numbers A4 pages', async () => {
    const response = await bench.anonymous('GET', `${base}/report-passage.docx`);
    const files = unzipFiles(new Uint8Array(await response.arrayBuffer()));
    const part = (path: string) => new TextDecoder().decode(files.get(path));
    const styles = part('word/styles.xml');
    for (const font of ['仿宋', '黑体', '方正小标宋简体']) expect(styles).toContain(`w:eastAsia="${font}"`);
    expect(styles).toContain('w:eastAsia="zh-CN"');
    expect(part('word/fontTable.xml')).toContain('<w:altName w:val="FangSong,');
    const document = part('word/document.xml');
    expect(document).toContain('w:w="11906" w:h="16838"');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(part('word/footer.xml')).toContain('PAGE');
  });

  it('begins with a warning where the data are the demonstration', async () => {
    const demo = await createFinishedRound(bench);
    await bench.database.db
      .update(schema.assessments)
      .set({ demonstration: true })
      .where(eq(schema.assessments.id, demo.assessment.id));
    await publish(demo);
    const response = await bench.anonymous('GET', `/publications/${demo.slug}/1/report-passage.docx`);
    const disposition = response.headers.get('content-disposition');
    expect(disposition).toContain(encodeURIComponent('-演示数据.docx'));
    expect(await textOf(response)).toMatch(/^演示数据/);
  });
});

function name(code: string): string {
  return round.unit(code).name.zh;
}

async function publish(of: Round, reason = ''): Promise<void> {
  const response = await of.organiser.call('POST', `/assessments/${of.slug}/publications`, { reason });
  expect(response.status, await response.clone().text()).toBe(201);
}

async function textOf(response: Response): Promise<string> {
  const buffer = Buffer.from(await response.arrayBuffer());
  return (await mammoth.extractRawText({ buffer })).value;
}
