import { text } from '../../text.ts';
import { checklist, graded, level, point, ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const keyFields = group('D3', text('重点领域信息公开', 'Key fields'), [
  leaf({
    code: 'D3-1',
    name: text('财政预决算与政府债务公开', 'Budget, accounts and government debt'),
    marks: { county: 2, department: null },
    rule: checklist([
      point('budget', 0.25, text('政府预算', 'Government budget')),
      point('accounts', 0.25, text('政府决算', 'Government final accounts')),
      point(
        'departments',
        0.25,
        text('部门预决算（抽查5家）', 'Budgets and accounts of departments (5 sampled)'),
      ),
      point('debt', 0.25, text('政府债务信息', 'Government debt')),
    ]),
    ruleText: '政府预算25%;政府决算25%;部门预决算抽查5家25%;政府债务信息25%',
    evidenceWanted: '公开页URL、截图',
    naCondition: null,
    clauses: [9],
    quote: '进一步做好财政预决算公开',
    legalBasis: '条例第20条第(七)项',
  }),
  leaf({
    code: 'D3-2',
    name: text('脱贫攻坚与乡村振兴信息', 'Poverty alleviation and rural revitalisation'),
    marks: { county: 1, department: null },
    rule: checklist([
      point('policy', 0.25, text('政策及实施情况', 'Policies and how they are carried out')),
      point('funds', 0.25, text('年度扶贫资金', "The year's poverty-alleviation funds")),
      point('plans', 0.25, text('扶贫发展计划', 'Development plans')),
      point('allocation', 0.25, text('分配结果', 'How funds were allocated')),
    ]),
    ruleText: '政策及实施情况、年度扶贫资金、扶贫发展计划、分配结果四项各占25%',
    evidenceWanted: '公开页URL、截图',
    naCondition: '无扶贫任务的,经核准不适用',
    clauses: [10],
    quote: '及时公布不属于涉密信息的年度财政扶贫资金、扶贫发展计划以及分配结果',
    legalBasis: '条例第20条第(十一)项',
  }),
  leaf({
    code: 'D3-3',
    name: text('污染防治信息', 'Pollution prevention'),
    marks: { county: 1, department: null },
    rule: checklist([
      point('rectification', 0.25, text('突出问题整改', 'Rectification of prominent problems')),
      point('pollution', 0.25, text('水、气、土污染防治', 'Water, air and soil pollution control')),
      point('impact', 0.25, text('环评', 'Environmental impact assessment')),
      point('permits', 0.25, text('排污许可和环境监管', 'Discharge permits and supervision')),
    ]),
    ruleText: '突出问题整改、水气土污染防治、环评、排污许可和环境监管四项各占25%',
    evidenceWanted: '公开页URL、截图',
    naCondition: null,
    clauses: [11],
    quote: '及时公开环境影响评价、排污许可和环境监管等信息',
    legalBasis: '条例第20条第(十三)项',
  }),
  leaf({
    code: 'D3-4',
    name: text('重点民生领域与民生实事', 'Livelihood fields and annual livelihood projects'),
    marks: { county: 2, department: null },
    rule: ratio({
      numerator: text('有本年度信息的项数', "Items with this year's information"),
      denominator: text(
        '应有项数（就业、教育、医疗、养老、征地、公共文化6个领域及12件民生实事进展）',
        'Items due (6 fields and the progress of the 12 livelihood projects)',
      ),
      denominatorRule: { kind: 'fixed', value: 7 },
    }),
    ruleText:
      '就业、教育、医疗、养老、征地、公共文化6个领域及12件民生实事进展共7项,逐项有本年度信息=1;得分=满分×合计÷7',
    evidenceWanted: '公开页URL、截图',
    naCondition: null,
    clauses: [12],
    quote: '强化12件重点民生实事落实情况的公开',
    legalBasis: '条例第20条第(十一)项',
  }),
  leaf({
    code: 'D3-5',
    name: text('公共卫生等突发事件信息', 'Public-health and other emergencies'),
    marks: { county: 1, department: null },
    rule: graded([
      level(
        'full',
        1,
        text('预案、预警、应对信息均公开且及时', 'Plans, warnings and responses all published, in time'),
      ),
      level('one-missing', 0.5, text('缺一类', 'One kind missing')),
      level('more-missing', 0, text('缺两类及以上', 'Two kinds or more missing')),
    ]),
    ruleText: '预案、预警、应对信息均公开且及时=1;缺一类=0.5;缺两类及以上=0',
    evidenceWanted: '公开页URL、截图',
    naCondition: null,
    clauses: [13],
    quote: '依法依规、及时准确公布公共卫生、自然灾害、重大事故灾难、重大环境污染等突发事件',
    legalBasis: '条例第20条第(十二)项',
  }),
]);
