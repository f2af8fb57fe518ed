import { describe, expect, it } from 'vitest';
import { checkReport } from '../check-report.ts';
import type { AnnualReport } from '../report.ts';
import { validReport } from '../valid-report.fixture.ts';
import { figuresOf } from './figures.ts';

const read = (text: string) =>
  figuresOf(text, 2022).map(({ meaning, value }) => `${meaning?.key ?? 'channel'} ${value}`);

describe('a number is read with what it counts', () => {
  it.each([
    ['全年收到政府信息公开申请3525件', ['received 3525']],
    ['共收到3525件政府信息公开申请', ['received 3525']],
    ['本年新收政府信息公开申请3,525件，上年结转121件', ['new 3525', 'carriedIn 121']],
    ['收到和办理政府信息公开申请３６４６件（含２０２１年结转１２１件）', ['handled 3646', 'carriedIn 121']],
    ['收办总数3646件。结转至2023年继续办理125件', ['handled 3646', 'carriedOn 125']],
    ['办结申请3521件，转下年度125件', ['answered 3521', 'carriedOn 125']],
    ['答复申请，予以公开1431件、部分公开471件、不予公开92件', ['granted 1431', 'partial 471', 'refused 92']],
    ['收到申请，其中决定不予公开的92件', ['refused 92']],
    [
      '依申请公开办结，予以公开、部分公开、不予公开分别为1431件、471件和92件',
      ['granted 1431', 'partial 471', 'refused 92'],
    ],
    ['发生行政复议134件、行政诉讼57件', ['review 134', 'lawsuit 57']],
    ['因政府信息公开引发的行政复议案件共134起，行政诉讼案件57起', ['review 134', 'lawsuit 57']],
    ['行政复议、行政诉讼分别为134件、57件', ['review 134', 'lawsuit 57']],
    ['共发生134件行政复议', ['review 134']],
    ['收到行政复议申请134件', ['review 134']],
    [
      '行政复议170件，其中维持88件，纠正18件，尚未审结36件',
      ['review 170', 'review-0 88', 'review-1 18', 'review-3 36'],
    ],
    ['未经复议直接起诉25件，复议后起诉52件', ['lawsuitDirect 25', 'lawsuitAfterReview 52']],
    ['未发生因政府信息公开引发的行政复议、行政诉讼案件', ['review 0', 'lawsuit 0']],
    ['未收到政府信息公开申请', ['new 0']],
    ['申请人中自然人3493件，法人或其他组织114件', ['natural 3493', 'organisations 114']],
    // As offices write it, with commas of either kind.
    [
      '共收到政府信息依申请公开1499件。其中,通过网络申请1303件,占86.92%;完成政府信息依申请公开答复1453件,包括上年结转信息公开申请30件。其中,予以公开答复966件,部分公开67,占4.61%',
      ['received 1499', 'channel 1303', 'answered 1453', 'carriedIn 30', 'granted 966', 'partial 67'],
    ],
    [
      '共收到10件依申请公开请求，2021年结转政府信息公开申请2件，共办结10件，结转2023年度继续办理2件',
      ['received 10', 'carriedIn 2', 'answered 10', 'carriedOn 2'],
    ],
    ['收到公民、法人或其他组织提交政府信息公开申请3条', ['received 3']],
    ['政府信息公开行政复议、行政诉讼0条', ['review 0', 'lawsuit 0']],
    ['未发生因政府信息公开申请行政复议、提起行政诉讼情况', ['review 0', 'lawsuit 0']],
    ['全年未收到行政许可申请;全年未接到信息公开申请', ['new 0']],
    ['2022年，未收到依申请公开事项', ['new 0']],
    ['收到政府信息依申请公开办理事项1件，已办结答复', ['received 1']],
    ['受理依申请信息56条', ['received 56']],
    ['全市政府信息公开申请收办总数为3646件', ['handled 3646']],
    ['收到、办理政府信息公开申请3646件(新收3525件，结转121件)', ['handled 3646', 'new 3525', 'carried 121']],
    ['共引发行政复议案件134件，行政诉讼案件57件（其中一审40件、二审17件）', ['review 134', 'lawsuit 57']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '主动公开信息3525条，网站访问量120万次',
    '办理人大建议、政协提案120件',
    '依法办理申请，约3500件',
    '收到申请3500余件',
    '按照第20条规定，20个工作日内答复申请',
    '按时答复率100%',
    '没有因行政复议被纠正的情况',
    '有无行政复议',
    '申请人反映网络平台3处故障',
    '“县长信箱”共受理有效信件3件，已办结3件；依申请公开有序',
    '受理行政复议申请4000件，办结行政复议案件3900件',
    '申请中同意公开或部分公开共81件',
    '累计办理公民、法人或其他组织依申请公开信息，答复3件留言',
    '涉及政府信息公开申请的行政复议、行政诉讼共5件',
  ])('and one without such a meaning is left alone: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

const requests = (received: number, over: number): AnnualReport['table3'] => ({
  R1: [received, 0, 0, 0, 0, 0, received],
  R2: [over, 0, 0, 0, 0, 0, over],
});
const report = (text: string, table3 = requests(3525, 121)) =>
  validReport('v2021', { table3, text: { 1: text, 5: '略', 6: '无' } });
const previous = validReport('v2021', { year: 2021, table3: requests(3511, 96) });
const compared = (text: string, last: AnnualReport | undefined = previous) =>
  checkReport(report(text), { previous: last })
    .filter(({ check }) => check === 'S2')
    .map(({ status, code }) => `${status} ${code}`);

describe('the text is compared with the tables', () => {
  it.each([
    // 3525 / 3511 is 0.3988 % more; with what was carried over 3646 / 3607, 1.0812 %.
    ['收到申请3525件，同比增长0.4%', ['pass text-agrees', 'pass text-agrees']],
    ['收到申请3646件，同比增长1.08%', ['pass text-agrees', 'pass text-agrees']],
    [
      '收到申请3646件（含上年结转121件），同比增长1.08%',
      ['pass text-agrees', 'pass text-agrees', 'pass text-agrees'],
    ],
    ['收到申请3646件，较上年增长1.05%', ['pass text-agrees', 'fail growth-differs']],
    ['收到申请3525件，比2021年增长0.39%', ['pass text-agrees', 'warning growth-cut']],
    ['收到申请3525件，同比下降0.40%', ['pass text-agrees', 'fail growth-differs']],
    ['收到申请3525件，比上年增加14件', ['pass text-agrees', 'pass text-agrees']],
    ['收到申请3525件，比上年增加15件', ['pass text-agrees', 'fail change-differs']],
    ['收到申请3525件，比2019年增长20%', ['pass text-agrees']],
    ['新收申请3646件', ['fail text-differs']],
    ['收到申请3525件，网站访问量120万次，同比增长20%', ['pass text-agrees']],
    ['2021年收到申请3511件，2022年收到申请3525件', ['pass text-agrees', 'pass text-agrees']],
    ['2021年收到申请3510件', ['fail text-differs']],
    ['2020年收到申请1件', []],
    ['结转下年度9件', ['undecidable text-no-table']],
    [
      '受理政府信息公开申请3525件，答复申请，申请量比2021年同期上升0.40%',
      ['pass text-agrees', 'pass text-agrees'],
    ],
  ])('%s', (text, expected) => {
    expect(compared(text)).toEqual(expected);
  });

  it('growth cannot be told without last year’s report', () => {
    const [, growth] = checkReport(report('收到申请3525件，同比增长0.4%'))
      .filter(({ check }) => check === 'S2')
      .map(({ status, code }) => `${status} ${code}`);
    expect(growth).toBe('undecidable growth-no-previous');
  });
});

it('a text of a million letters is read in time', { timeout: 5_000 }, () => {
  const text = '收到政府信息公开申请因较上年占比结转无未1件'.repeat(50_000);
  expect(figuresOf(text, 2022).length).toBeGreaterThan(1000);
});
