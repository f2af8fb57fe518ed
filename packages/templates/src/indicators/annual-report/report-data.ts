import { text } from '../../text.ts';
import { deduct, everyTime, once } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const reportData = group('B3', text('数据质量', 'Data quality'), [
  leaf({
    code: 'B3-1',
    name: text('表内勾稽关系正确', 'Within-table identities hold'),
    marks: { county: 3, department: 5 },
    rule: deduct([everyTime('identity', 0.2, text('违反一条硬性勾稽', 'One hard identity violated'))]),
    ruleText: '按系统自动校验结果,每违反一条硬性勾稽扣满分的20%,扣完为止',
    evidenceWanted: '自动校验结果',
    naCondition: '不属于条例第49条规定的编报主体',
    clauses: [17],
    quote: '及时准确编制发布政府信息公开工作年度报告',
    legalBasis: '年度报告格式表三表注',
    judge: 'report-identities',
  }),
  leaf({
    code: 'B3-2',
    name: text('跨年与文表一致', 'Cross-year and text-table consistency'),
    marks: { county: 1, department: 3 },
    rule: deduct([
      once(
        'carried-over',
        0.5,
        text(
          '上年结转与上一年度报告结转下年度不一致',
          "Requests carried over differ from last year's report",
        ),
      ),
      everyTime(
        'text',
        0.25,
        text('正文与表格数字不一致1处', 'One figure in the text differs from the table'),
      ),
    ]),
    ruleText: '上年结转与上一年度报告结转下年度不一致扣50%;正文与表格数字不一致每处扣25%;扣完为止',
    evidenceWanted: '本年与上年报告、校验结果',
    naCondition: '首次编报(无上一年度报告)的跨年部分不计',
    clauses: [17],
    quote: '及时准确编制发布政府信息公开工作年度报告',
    legalBasis: '条例第50条',
    judge: 'report-consistency',
  }),
]);
