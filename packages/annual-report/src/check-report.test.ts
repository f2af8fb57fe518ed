import { describe, expect, it } from 'vitest';
import { checkReport, summarise } from './check-report.ts';
import type { CheckContext } from './check-report.ts';
import { describeFinding } from './describe-finding.ts';
import { findingSentences } from './finding-sentences.ts';
import type { CheckCode } from './finding.ts';
import type { AnnualReport, Cell } from './report.ts';
import { validReport } from './valid-report.fixture.ts';

const found = (check: CheckCode, report: AnnualReport, context: CheckContext = {}) =>
  checkReport(report, context)
    .filter((each) => each.check === check)
    .map(({ status, where, expected, actual, code }) => ({ status, where, expected, actual, code }));

/** The statuses of a check, each once. */
const statuses = (check: CheckCode, report: AnnualReport, context: CheckContext = {}) => [
  ...new Set(found(check, report, context).map(({ status }) => status)),
];

const row = (table: AnnualReport['table3'], key: string, cells: readonly Cell[]) => ({
  ...table,
  [key]: cells,
});
const lastYear = (changes: Partial<AnnualReport> = {}): AnnualReport => {
  const { table3 } = validReport('v2021');
  return validReport('v2021', {
    year: 2021,
    table3: row(table3, 'R4', [560, 0, 0, 0, 0, 0, 560]),
    ...changes,
  });
};

describe('cells', () => {
  it.each([
    ['a fraction of a request', 'table3', 'R1', [0.5, 0, 0, 0, 0, 0, 0.5], 'not-a-count'],
    ['a negative amount', 'table2', 'fees', [-2.02], 'not-an-amount'],
    ['a fee with decimals', 'table2', 'fees', [2.02], undefined],
  ] as const)('%s', (_name, table, key, cells, code) => {
    const report = validReport('v2021');
    const changed = { ...report, [table]: row(report[table], key, cells) };
    expect(found('H0', changed)[0]?.code).toBe(code);
  });

  it('the change of items may be negative, and is whole', () => {
    const { table2 } = validReport('v2019');
    const withChange = (change: number) =>
      found('H0', validReport('v2019', { table2: row(table2, 'licences', [6, change, 2]) }));
    expect(withChange(-4)).toEqual([]);
    expect(withChange(0.5)[0]?.code).toBe('not-whole');
  });
});

describe('regulations', () => {
  const withRules = (kind: AnnualReport['unit']['kind'], cells: readonly Cell[]) => {
    const { table2 } = validReport('v2021');
    return statuses(
      'H5',
      validReport('v2021', { unit: { name: '', kind }, table2: row(table2, 'rules', cells) }),
    );
  };
  it.each([
    ['city', [2, 0, 11], []],
    ['county', [0, 0, 1], ['fail']],
    ['department', [1, 0, 0], ['fail']],
    ['department', [0, 0, 0], ['pass']],
    ['county', [0, null, 0], ['undecidable']],
    [null, [0, 0, 0], ['pass']],
    [null, [0, 0, 1], ['undecidable']],
  ] as const)('of a %s with %j', (kind, cells, expected) => {
    expect(withRules(kind, cells)).toEqual(expected);
  });
});

describe('from year to year', () => {
  const report = validReport('v2021');

  it('what was carried over is what last year carried on', () => {
    expect(statuses('S1', report, { previous: lastYear() })).toEqual(['pass']);
    const table3 = row(lastYear().table3, 'R4', [559, 0, 0, 0, 0, 0, 559]);
    expect(found('S1', report, { previous: lastYear({ table3 }) })[0]).toMatchObject({
      status: 'fail',
      where: 'table3 / R2 / 自然人',
      expected: 559,
      actual: 560,
    });
    expect(found('S1', report)).toMatchObject([{ status: 'undecidable', code: 'no-previous' }]);
    const earlier = lastYear({ year: 2020, form: 'v2021' });
    expect(found('S1', report, { previous: earlier })).toMatchObject([{ code: 'previous-other-year' }]);
    expect(found('S1', validReport('v2019'))).toEqual([]);
  });

  it('what is in force is last year’s, with what was issued and without what was repealed', () => {
    const previous = lastYear({ table2: row(report.table2, 'normativeDocuments', [0, 0, 597]) });
    const now = (inForce: number) =>
      validReport('v2021', { table2: row(report.table2, 'normativeDocuments', [50, 227, inForce]) });
    expect(statuses('W1', now(420), { previous })).toEqual(['pass']);
    expect(found('W1', now(421), { previous })[1]).toMatchObject({
      status: 'warning',
      where: 'table2 / normativeDocuments / 现行有效件数',
      expected: 420,
      actual: 421,
    });
  });

  it('the form of 2019 has its own stocks, and is not compared with that of 2021', () => {
    const { table2 } = validReport('v2019');
    const last = validReport('v2019', {
      table2: { ...table2, licences: [21, 19, 40], penalties: [1, 0, 44], normativeDocuments: [3, 2, 30] },
    });
    const now = validReport('v2019', {
      year: 2020,
      table2: { ...table2, licences: [40, -4, 2], penalties: [2, 0, 3], normativeDocuments: [3, 5, 36] },
    });
    expect(found('W3', now, { previous: last }).filter(({ status }) => status !== 'pass')).toMatchObject([
      { status: 'warning', where: 'table2 / penalties / 上一年项目数量', expected: 1, actual: 2 },
    ]);
    expect(found('W2', now, { previous: last })).toMatchObject([
      { status: 'pass' },
      { status: 'warning', expected: 35, actual: 36 },
    ]);
    const first2021 = validReport('v2021', { year: 2021 });
    expect(found('W1', first2021, { previous: now })).toMatchObject([{ code: 'previous-other-form' }]);
  });
});

describe('how much there is', () => {
  const zero = (kind: AnnualReport['unit']['kind']) => {
    const { table3 } = validReport('v2021');
    const zeros = Object.fromEntries(Object.keys(table3).map((key) => [key, [0, 0, 0, 0, 0, 0, 0]]));
    return validReport('v2021', { unit: { name: '', kind }, table3: zeros });
  };

  it('a table 3 of zeros is looked at where the public comes to a counter', () => {
    expect(statuses('W5', zero('county'))).toEqual(['warning']);
    expect(statuses('W5', zero('department'))).toEqual(['undecidable']);
    expect(statuses('W5', zero('department'), { hasCounter: true })).toEqual(['warning']);
    expect(statuses('W5', zero('department'), { hasCounter: false })).toEqual(['pass']);
    expect(statuses('W5', validReport('v2021'))).toEqual(['pass']);
  });

  it('a government has at least the requests of its departments', () => {
    const department = validReport('v2021', { unit: { name: '', kind: 'department' } });
    expect(statuses('W4', validReport('v2021'), { departments: [department] })).toEqual(['pass']);
    expect(found('W4', validReport('v2021'), { departments: [department, department] })).toMatchObject([
      { status: 'warning', expected: 28138, actual: 14069 },
    ]);
    expect(found('W4', department, { departments: [department] })).toEqual([]);
  });
});

describe('text', () => {
  const withText = (text: string) => validReport('v2021', { text: { 1: text, 5: '略', 6: '无' } });

  it.each([
    ['请根据实际情况填写', '（请根据实际情况填写）'],
    ['a gap for a year', '20XX年，本单位主动公开信息。'],
    ['a gap for a number', '收到申请××件。'],
    ['full-width letters', '收到申请ＸＸ件。'],
    ['underscores', '收到申请____件。'],
    ['此处填写', '此处填写本单位情况'],
  ])('a prompt of the template is found: %s', (_name, text) => {
    expect(found('S3', withText(text)).filter(({ status }) => status === 'fail')).toMatchObject([
      { where: 'text 1', code: 'prompt-left' },
    ]);
  });

  it.each([
    '网址 http://xxgk.example.gov.cn/xxgk/ 可以查询。',
    '申请填写不完整的，一次性告知补正。',
    '制度还有待完善。',
    '可致电 0731-12345678（工作日）。',
  ])('what looks like one is left alone: %s', (text) => {
    expect(statuses('S3', withText(text))).toEqual(['pass']);
  });

  it('another year in the title, the text, the period or the form is found', () => {
    const failing = (changes: Partial<AnnualReport>) =>
      found('S3', validReport('v2021', changes))
        .filter(({ status }) => status === 'fail')
        .map(({ code }) => code);
    expect(failing({ title: '某区2021年政府信息公开工作年度报告' })).toEqual(['title-other-year']);
    expect(failing({ title: '某区２０２２年政府信息公开工作年度报告' })).toEqual([]);
    expect(failing({ text: { 1: '2021年，全区主动公开。' } })).toEqual(['text-other-year']);
    expect(failing({ text: { 1: '与2021年相比，2022年有提高。' } })).toEqual([]);
    const period = (to: string) => `本报告所列数据的统计期限自2022年1月1日起至${to}止。`;
    expect(failing({ preamble: period('2022年12月31日') })).toEqual([]);
    expect(failing({ preamble: period('12月31日') })).toEqual([]);
    expect(failing({ preamble: period('2022年11月30日') })).toEqual(['period-differs']);
    expect(failing({ text: { 1: '自2022年3月1日至5月1日开展培训。' } })).toEqual([]);
    expect(failing({ year: 2020 })).toEqual(['wrong-form']);
  });

  it('a section that is missing or empty is an error, one that was not given undecidable', () => {
    const of = (changes: Partial<AnnualReport>) =>
      found('S4', validReport('v2021', changes)).flatMap(({ status, where, code }) =>
        status === 'pass' ? [] : [[where, code]],
      );
    expect(of({ text: { 1: '有', 5: ' \n', 6: '无' } })).toEqual([['text 5', 'section-empty']]);
    expect(of({ text: { 1: '有', 6: '无' } })).toEqual([['text 5', 'section-not-given']]);
    expect(of({ sections: ['1', '2', '3', '5', '6'] })).toEqual([['text 4', 'section-missing']]);
  });

  it('a section 五 that is last year’s with other figures, or another unit’s, is found', () => {
    const section = (count: number) =>
      `一是主动公开的内容还不够全面，个别单位发布信息不够及时，全年仅发布${count}条。二是政策解读形式比较单一，图解、视频等多样化解读不足。三是基层公开队伍人员变动频繁，业务能力有待提高。下一步将健全机制，加强培训，强化考核，推动政务公开工作再上新台阶。`;
    const own =
      '今年三个乡镇的公开专区没有按时建成，原因是场地调整；明年六月底前完成并由县政府办公室逐一验收，同时把征地拆迁补偿信息的公开时限缩短到十个工作日，并公布办理进度。';
    const of = (text: string, context: CheckContext) =>
      found('W7', validReport('v2021', { text: { 1: '有', 5: text, 6: '无' } }), context).map(
        ({ status, code }) => [status, code],
      );
    const previous = lastYear({ text: { 5: section(120) } });
    expect(of(section(135), { previous })).toEqual([['warning', 'copied-from-last-year']]);
    expect(of(own, { previous })).toEqual([['pass', 'not-copied']]);
    expect(of(own, { others: [{ name: '甲局', text: `${section(1)}${own}` }] })).toEqual([
      ['warning', 'copied-from-other'],
    ]);
    expect(of('略', { previous })).toEqual([['undecidable', 'too-short-to-compare']]);
  });
});

it('every finding has a sentence in both languages with nothing left unfilled', () => {
  const broken = validReport('v2021', {
    table3: {},
    table4: { review: [1, 1, 1, 1, 1], lawsuitDirect: [-1, 0, 0, 0, 0] },
    title: '某区2021年××报告',
    text: { 1: '2021年', 5: '', 6: '无' },
    sections: ['1', '5', '6'],
  });
  const findings = [...checkReport(broken, { previous: lastYear() }), ...checkReport(validReport('v2019'))];
  for (const finding of findings) {
    for (const language of ['zh', 'en'] as const) {
      const sentence = describeFinding(finding, { language, format: (x, decimals) => `${x}:${decimals}` });
      expect(sentence).not.toMatch(/\{|undefined/);
      expect(sentence).toMatch(/[.。]$/);
    }
  }
  expect(Object.values(findingSentences).every(({ zh }) => /\p{Script=Han}/u.test(zh))).toBe(true);
  expect(summarise(findings).fail).toBeGreaterThan(5);
});
