import { text } from '../../text.ts';
import { graded, level, withinDays } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const reportPublication = group('B1', text('报告发布', 'Publication'), [
  leaf({
    code: 'B1-1',
    name: text('年度报告按时发布', 'Report published on time'),
    marks: { county: 2, department: 4 },
    rule: graded([
      withinDays(
        0,
        level(
          'in-time',
          1,
          text(
            '法定期限内发布（部门次年1月31日；县级政府次年3月31日）',
            'By the statutory day (departments 31 January, county governments 31 March of the next year)',
          ),
        ),
      ),
      withinDays(10, level('late', 0.5, text('逾期10日内', 'Up to 10 days late'))),
      level('none', 0, text('逾期超过10日或未发布', 'More than 10 days late, or not published')),
    ]),
    ruleText: '法定期限内发布=1(部门次年1月31日;县级政府次年3月31日);逾期10日内=0.5;逾期超过10日或未发布=0',
    evidenceWanted: '发布页URL、发布日期截图',
    naCondition: '不属于条例第49条规定的编报主体',
    clauses: [17],
    quote: '及时准确编制发布政府信息公开工作年度报告',
    legalBasis: '条例第49条',
    judge: 'report-on-time',
  }),
  leaf({
    code: 'B1-2',
    name: text('年度报告集中展示与历史可查', 'Central and historical access to reports'),
    marks: { county: 1, department: 2 },
    rule: graded([
      level(
        'all-years',
        1,
        text('在专栏年报板块发布且历年年报可查', 'In the annual-report section, with earlier years'),
      ),
      level('this-year', 0.5, text('仅本年度', 'This year only')),
      level('elsewhere', 0, text('不在专栏', 'Not in the column')),
    ]),
    ruleText: '在专栏年报板块发布且历年年报可查=1;仅本年度=0.5;不在专栏=0',
    evidenceWanted: '栏目URL、截图',
    naCondition: '不属于条例第49条规定的编报主体',
    clauses: [16, 17],
    quote: '统一格式、及时准确编制发布政府信息公开工作年度报告',
    legalBasis: '国办公开办函〔2019〕61号',
  }),
]);
