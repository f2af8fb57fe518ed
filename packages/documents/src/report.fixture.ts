import { barChart } from './charts/bar-chart.ts';
import type { OfficialReport, ReportCell } from './official-report.ts';

const cells = (...texts: readonly string[]): ReportCell[] => texts.map((text) => ({ text }));

/** A short report with every kind of block, merged cells, and what must be escaped. */
export const shortReport: OfficialReport = {
  title: '2023年度“政务公开”评估 <总报告> & 附录',
  subtitle: '株洲市',
  author: '株洲市人民政府办公室',
  date: '2024年1月15日',
  language: 'zh-CN',
  warning: '演示数据：由系统生成，不是真实的评估结果',
  contents: false,
  source: '数据来源：第1版，校验码0123456789ab。',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）评估对象' },
    {
      kind: 'paragraph',
      text: '对10个县市区、27个部门开展评估，平均87.65分，比上年提高1.08%。\n“<b>”不是标记。',
    },
    { kind: 'list', ordered: false, items: ['教育领域缺6条目录', '留言超期31天'] },
    {
      kind: 'table',
      caption: '行政复议、行政诉讼情况',
      head: [
        [
          { text: '行政复议', colspan: 2, rowspan: 2 },
          { text: '行政诉讼', colspan: 2 },
        ],
        cells('未经复议直接起诉', '复议后起诉'),
        cells('结果维持', '总计', '总计', '总计'),
      ],
      rows: [cells('170', '77', '134', '57')],
    },
    { kind: 'note', text: '注：“—”表示不适用，-3为减少。' },
    barChart({ caption: '失分最多的指标', alt: '失分最多的是“标准目录”，共31.50分。' }, [
      { name: '标准目录', value: 31.5, shown: '31.50', marked: true },
      { name: '年度报告', value: 12.25, shown: '12.25' },
    ]),
    { kind: 'heading', level: 3, text: '1.附表' },
    {
      kind: 'table',
      caption: '各项得分',
      landscape: true,
      head: [cells('指标', '天元区', '攸县')],
      rows: [
        [{ text: 'A1 标准目录', header: true, rowspan: 2 }, { text: '3.44' }, { text: '—' }],
        cells('4.00', '2.60'),
      ],
    },
  ],
};
