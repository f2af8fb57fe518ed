import { barChart, bulletChart, intervalChart, stackedBarChart } from '@gongping/documents';
import type { OfficialReport, ReportBlock, ReportCell } from '@gongping/documents';

/**
 * A report of the size of a city's, about twenty pages: six sections of text, the statutory tables with their merged
 * cells, five charts, a ranking, and a table of all scores on its side.
 */
export const sampleReport = (): OfficialReport => ({
  title: '株洲市2023年政府信息公开工作年度报告',
  subtitle: '（含政务公开考核、社会评议结果）',
  author: '株洲市人民政府办公室',
  date: '2024年3月29日',
  language: 'zh-CN',
  warning: '演示数据：由系统生成，不是真实的评估结果',
  contents: true,
  source: '数据来源：2023年度政务公开评估，第1版，2024年1月15日公布，校验码0123456789ab。',
  blocks: [
    ...chapter('一、总体情况', 5),
    heading(2, '（五）监督保障'),
    ...text(2),
    rankingTable(),
    stackedBarChart(
      { caption: '县市区综合得分构成', alt: '各县市区综合得分按方面的构成，天元区92.41分最高。' },
      {
        series: families,
        rows: counties.map((name, at) => ({
          name,
          parts: families.map((_, family) => 22 - at * 0.4 - family),
          shown: score(92.41 - at * 1.63),
        })),
      },
    ),
    barChart(
      { caption: '失分最多的指标', alt: '失分最多的是标准目录要素完整率。' },
      issues.map((name, at) => ({
        name,
        value: 31 - at * 4.2,
        shown: score(31 - at * 4.2),
        marked: at === 0,
      })),
    ),
    ...chapter('二、主动公开政府信息情况', 2),
    disclosureTable(),
    barChart(
      { caption: '主动公开渠道', alt: '政府网站公开的信息最多。' },
      ['政府网站', '政务新媒体', '政务公开专区', '公开栏'].map((name, at) => ({
        name,
        value: 9000 - at * 2100,
        shown: String(9000 - at * 2100),
      })),
    ),
    ...chapter('三、收到和处理政府信息公开申请情况', 2),
    requestTable(),
    bulletChart(
      { caption: '各方面得分率与中位数', alt: '标准化规范化的得分率高于中位数。' },
      {
        most: 100,
        reference: '本组中位数',
        rows: families.map((name, at) => ({
          name,
          value: 90 - at * 6,
          reference: 84 - at * 3,
          shown: `${score(90 - at * 6)}%`,
        })),
      },
    ),
    ...chapter('四、政府信息公开行政复议、行政诉讼情况', 1),
    caseTable(),
    ...chapter('五、存在的主要问题及改进情况', 7),
    {
      kind: 'list',
      ordered: true,
      items: issues.map((issue) => `${issue}失分较多，责任单位应当逐项整改并书面报告。`),
    },
    ...chapter('六、其他需要报告的事项', 7),
    ...chapter('七、有关说明', 3),
    intervalChart(
      { caption: '名次区间', alt: '权重变化时天元区的名次在1至2名之间。' },
      {
        scale: { from: 1, to: 10, ticks: [1, 5, 10] },
        rows: counties.map((name, at) => ({
          name,
          value: at + 1,
          lower: Math.max(1, at),
          upper: Math.min(10, at + 2),
          shown: `${Math.max(1, at)}–${Math.min(10, at + 2)}`,
        })),
      },
    ),
    heading(1, '附录 全部得分'),
    scoreTable(),
    { kind: 'note', text: '注：不适用的指标以“—”表示，不计入。' },
  ],
});

const counties = [
  '天元区',
  '攸县',
  '石峰区',
  '荷塘区',
  '芦淞区',
  '渌口区',
  '醴陵市',
  '茶陵县',
  '炎陵县',
  '株洲经开区',
];
const families = ['标准化规范化', '年度报告', '解读回应', '主动公开与重点领域'];
const issues = [
  '标准目录要素完整率',
  '年度报告表格勾稽关系',
  '政策解读同步率',
  '留言办理时限',
  '重点领域信息更新',
];

const score = (value: number): string => value.toFixed(2);
const heading = (level: 1 | 2 | 3, title: string): ReportBlock => ({ kind: 'heading', level, text: title });

const sentence =
  '全市各级行政机关认真贯彻落实《中华人民共和国政府信息公开条例》，围绕中心工作和群众关切深化政务公开，全年主动公开政府信息12634条，其中政府网站9000条，办理依申请公开1406件，按时办结率100.00%，第三方评估平均得分86.27分。';

const text = (paragraphs: number): ReportBlock[] =>
  Array.from({ length: paragraphs }, () => ({ kind: 'paragraph', text: sentence.repeat(2) }));

const chapter = (title: string, parts: number): ReportBlock[] => [
  heading(1, title),
  ...Array.from({ length: parts }, (_, at) => [
    heading(2, `（${'一二三四五六七'[at] ?? ''}）推进基层政务公开标准化规范化`),
    ...text(2),
  ]).flat(),
];

const cells = (texts: readonly string[]): ReportCell[] => texts.map((one) => ({ text: one }));
const head = (name: string, span: Partial<ReportCell> = {}): ReportCell => ({
  text: name,
  header: true,
  ...span,
});

const rankingTable = (): ReportBlock => ({
  kind: 'table',
  caption: '2023年度县市区政务公开评估结果',
  head: [cells(['名次', '单位', '第三方评估得分', '社会评议得分', '综合得分', '等次'])],
  rows: counties.map((name, at) =>
    cells([
      String(at + 1),
      name,
      score(93 - at * 1.7),
      score(90 - at),
      score(92.41 - at * 1.63),
      at < 2 ? '优秀' : '良好',
    ]),
  ),
});

const disclosureTable = (): ReportBlock => ({
  kind: 'table',
  caption: '主动公开政府信息情况',
  head: [],
  rows: [
    ...block(
      '第二十条第（一）项',
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      [
        ['规章', '2', '0', '14'],
        ['行政规范性文件', '61', '35', '372'],
      ],
    ),
    ...block('第二十条第（五）项', ['信息内容', '本年处理决定数量'], [['行政许可', '481237']]),
    ...block(
      '第二十条第（六）项',
      ['信息内容', '本年处理决定数量'],
      [
        ['行政处罚', '118034'],
        ['行政强制', '25713'],
      ],
    ),
    ...block(
      '第二十条第（八）项',
      ['信息内容', '本年收费金额（单位：万元）'],
      [['行政事业性收费', '142871.65']],
    ),
  ],
});

/** A block of table 2: its title, its heads, its rows; the last columns fill the table's width. */
const block = (
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): ReportCell[][] => {
  const span = (at: number, of: number) => (of === 2 && at === 1 ? { colspan: 3 } : {});
  return [
    [head(title, { colspan: 4 })],
    heads.map((name, at) => head(name, span(at, heads.length))),
    ...rows.map((row) =>
      row.map((one, at): ReportCell => ({
        text: one,
        header: at === 0,
        align: 'center',
        ...span(at, row.length),
      })),
    ),
  ];
};

const applicants = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
const results: readonly (readonly [string, readonly string[]])[] = [
  [
    '（三）不予公开',
    [
      '1.属于国家秘密',
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”',
      '4.保护第三方合法权益',
      '5.属于三类内部事务信息',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
    ],
  ],
  [
    '（四）无法提供',
    ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'],
  ],
  [
    '（五）不予处理',
    [
      '1.信访举报投诉类申请',
      '2.重复申请',
      '3.要求提供公开出版物',
      '4.无正当理由大量反复申请',
      '5.要求行政机关确认或重新出具已获取信息',
    ],
  ],
  [
    '（六）其他处理',
    [
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '3.其他',
    ],
  ],
];

const figures = (seed: number): ReportCell[] =>
  Array.from({ length: 7 }, (_, at) => ({ text: String((seed * 37 + at * 11) % 400) }));

const requestTable = (): ReportBlock => {
  const whole = (name: string, seed: number): ReportCell[] => [
    head(name, { colspan: 3, align: 'left' }),
    ...figures(seed),
  ];
  const handled = results.flatMap(([group, rows], index) =>
    rows.map((row, at): ReportCell[] => [
      ...(at === 0 ? [head(group, { rowspan: rows.length })] : []),
      head(row, { align: 'left' }),
      ...figures(index * 10 + at),
    ]),
  );
  const first: ReportCell[] = [head('（一）予以公开', { colspan: 2, align: 'left' }), ...figures(3)];
  const second: ReportCell[] = [
    head('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', { colspan: 2, align: 'left' }),
    ...figures(4),
  ];
  const total: ReportCell[] = [head('（七）总计', { colspan: 2, align: 'left' }), ...figures(9)];
  const inner = [first, second, ...handled, total];
  return {
    kind: 'table',
    caption: '收到和处理政府信息公开申请情况',
    widths: [8, 10, 24, 7, 7, 7, 7, 7, 7, 7],
    head: [
      [
        {
          text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
          colspan: 3,
          rowspan: 3,
        },
        { text: '申请人情况', colspan: 7 },
      ],
      [
        { text: '自然人', rowspan: 2 },
        { text: '法人或其他组织', colspan: 5 },
        { text: '总计', rowspan: 2 },
      ],
      cells(applicants),
    ],
    rows: [
      whole('一、本年新收政府信息公开申请数量', 1),
      whole('二、上年结转政府信息公开申请数量', 2),
      ...inner.map((row, at) =>
        at === 0 ? [head('三、本年度办理结果', { rowspan: inner.length }), ...row] : row,
      ),
      whole('四、结转下年度继续办理', 5),
    ],
  };
};

const caseTable = (): ReportBlock => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return {
    kind: 'table',
    caption: '政府信息公开行政复议、行政诉讼情况',
    head: [
      [
        { text: '行政复议', colspan: 5, rowspan: 2 },
        { text: '行政诉讼', colspan: 10 },
      ],
      [
        { text: '未经复议直接起诉', colspan: 5 },
        { text: '复议后起诉', colspan: 5 },
      ],
      cells([...outcomes, ...outcomes, ...outcomes]),
    ],
    rows: [cells(Array.from({ length: 15 }, (_, at) => String((at * 17) % 80)))],
  };
};

const scoreTable = (): ReportBlock => ({
  kind: 'table',
  caption: '县市区各项指标得分',
  landscape: true,
  head: [cells(['指标', '满分', ...counties])],
  rows: Array.from({ length: 49 }, (_, row) =>
    cells([
      `${'ABCD'[row % 4] ?? ''}${Math.trunc(row / 4) + 1} ${issues[row % issues.length] ?? ''}`,
      score(4),
      ...counties.map((_, at) => ((row + at) % 13 === 0 ? '—' : score(4 - ((row * 7 + at * 3) % 20) / 10))),
    ]),
  ),
});
