import type { LeafStory } from './story.ts';

/** Findings of family B 年度报告: the report of the year before, published in the assessment's year. */
export const annualReport: Readonly<Record<string, LeafStory>> = {
  'B1-1': {
    difficulty: 0.6,
    evidence: ['{reportYear} 年度报告发布页', '{reportYear} 年度报告发布日期截图'],
    found: {
      method: 'graded',
      levels: [
        [],
        [
          '{reportYear} 年度报告在法定期限后第 6 日发布',
          '{reportYear} 年度报告逾期 3 日发布，页面未说明原因',
        ],
        ['{reportYear} 年度报告逾期超过 10 日发布'],
      ],
    },
  },
  'B1-2': {
    difficulty: 0.8,
    evidence: ['政府信息公开年报板块截图'],
    found: {
      method: 'graded',
      levels: [
        [],
        [
          '年报板块仅有 {reportYear} 年度报告，历年报告不可查',
          '年报板块 2015 年以前的报告链接失效，历史报告不能查阅',
        ],
        ['{reportYear} 年度报告发布在“通知公告”栏目，未进入专栏年报板块'],
      ],
    },
  },
  'B2-1': {
    difficulty: 0.8,
    evidence: ['{reportYear} 年度报告全文'],
    found: {
      method: 'deduct',
      items: [
        ['年度报告缺“六、其他需要报告的事项”部分'],
        [
          '第五部分标题写作“存在问题”，与规定格式不符，共 {count} 处',
          '第二、三部分顺序颠倒，标题与格式不符 {count} 处',
        ],
        ['正文残留“请根据实际情况填写”等模板提示语 {count} 处', '残留“XX 单位”字样 {count} 处'],
      ],
    },
  },
  'B2-2': {
    difficulty: 1,
    evidence: ['{reportYear} 年度报告法定表格核对记录'],
    found: {
      method: 'deduct',
      items: [
        ['缺“四、政府信息公开行政复议、行政诉讼情况”表'],
        ['表三缺“（六）其他处理”行，共 {count} 处缺行缺列', '表二“行政强制”行被删除，缺行 {count} 处'],
        [
          '表二、表三空白单元格未填“0”，按每 5 格计 {count} 次',
          '表三“{column}”列留空，按每 5 格计 {count} 次',
        ],
      ],
    },
  },
  'B3-1': {
    difficulty: 1.2,
    evidence: ['{reportYear} 年度报告表格自动校验结果'],
    found: {
      method: 'deduct',
      items: [
        [
          '表三“{column}”列本年新收与上年结转之和不等于办理结果总计与结转下年度之和，违反硬性勾稽 {count} 条',
          '表三“{column}”列“（七）总计”与各项办理结果之和不符，违反硬性勾稽 {count} 条',
          '表四行政诉讼各项结果之和不等于总计，违反硬性勾稽 {count} 条',
          '表三“{row}”行总计不等于六类申请人之和，违反硬性勾稽 {count} 条',
        ],
      ],
    },
  },
  'B3-2': {
    difficulty: 1.2,
    evidence: ['{reportYear} 年度与上一年度报告对照表'],
    found: {
      method: 'deduct',
      items: [
        ['“上年结转”为 0 件，上一年度报告“结转下年度继续办理”为 2 件，两者不一致'],
        ['正文所述“{row}”件数与表三不一致，共 {count} 处', '正文主动公开文件数与表二不一致，共 {count} 处'],
      ],
    },
  },
  'B4-1': {
    difficulty: 1.3,
    evidence: ['{reportYear} 年度报告监督保障段落截图'],
    found: {
      method: 'checklist',
      points: [
        ['年度报告未公布工作考核结果，仅写“纳入绩效考核”'],
        ['年度报告未公布社会评议结果', '社会评议仅写“群众满意度不断提高”，无结果'],
        ['责任追究情况未说明，也未写明“无”'],
      ],
    },
  },
  'B4-2': {
    difficulty: 1.4,
    evidence: ['{reportYear} 年度与上一年度报告“问题与改进”部分对照'],
    found: {
      method: 'graded',
      levels: [
        [],
        [
          '问题具体，但未回应上一年度所列问题的整改情况',
          '列出改进措施，但无责任单位和完成时限',
          '问题与措施对应，但未说明上年问题是否解决',
        ],
        ['仅有“公开意识有待加强、质量有待提高”等笼统表述', '问题部分仅两句话，未结合本单位实际'],
        ['问题与改进部分与上一年度报告文字雷同'],
      ],
    },
  },
};
