import { text } from '../../text.ts';
import { checklist, graded, level, point } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const reportContent = group('B4', text('内容质量', 'Content quality'), [
  leaf({
    code: 'B4-1',
    name: text(
      '公布考核、社会评议和责任追究结果',
      'Appraisal, social review and accountability results reported',
    ),
    marks: { county: 2, department: null },
    rule: checklist([
      point(
        'appraisal',
        1 / 3,
        text(
          '公布工作考核结果（明确说明“无”视为已公布）',
          'Work assessment results (an explicit “none” counts)',
        ),
      ),
      point(
        'social',
        1 / 3,
        text(
          '公布社会评议结果（明确说明“无”视为已公布）',
          'Social appraisal results (an explicit “none” counts)',
        ),
      ),
      point(
        'accountability',
        1 / 3,
        text(
          '公布责任追究结果（明确说明“无”视为已公布）',
          'Accountability results (an explicit “none” counts)',
        ),
      ),
    ]),
    ruleText: '工作考核结果、社会评议结果、责任追究结果三项各占1/3;明确说明"无"视为已公布',
    evidenceWanted: '报告相应段落截图',
    naCondition: '部门报告不适用(条例仅要求各级人民政府)',
    clauses: [19],
    quote:
      '将评估评议结果作为政务公开绩效评估的重要依据，并作为《株洲市政府信息公开工作年度报告》重要内容向社会公布',
    legalBasis: '条例第50条第(四)项',
    judge: 'report-accountability',
  }),
  leaf({
    code: 'B4-2',
    name: text('问题与改进具体', 'Problems and improvements are specific'),
    marks: { county: 1, department: 3 },
    rule: graded([
      level(
        'specific',
        1,
        text(
          '问题具体、回应上年问题、改进措施有责任和时限',
          "Specific problems, last year's answered, measures with owner and date",
        ),
      ),
      level('two', 0.6, text('三者有其二', 'Two of the three')),
      level('general', 0.3, text('仅有笼统表述', 'General words only')),
      level('copied', 0, text('与上年或他单位雷同', "The same as last year's or another unit's")),
    ]),
    ruleText:
      '问题具体、回应上年问题、改进措施有责任和时限=1;三者有其二=0.6;仅有笼统表述=0.3;与上年或他单位雷同=0',
    evidenceWanted: '本年与上年报告对照',
    naCondition: '不属于条例第49条规定的编报主体',
    clauses: [17],
    quote: '及时准确编制发布政府信息公开工作年度报告',
    legalBasis: '条例第50条第(四)项',
    judge: 'report-improvement',
  }),
]);
