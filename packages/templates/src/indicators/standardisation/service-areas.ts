import { text } from '../../text.ts';
import { checklist, credit, point, ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const serviceAreas = group('A3', text('政务公开专区', 'Service-hall openness area'), [
  leaf({
    code: 'A3-1',
    name: text('政务公开专区覆盖率', 'Openness areas in service halls'),
    marks: { county: 3, department: null },
    rule: ratio({
      numerator: text('得分合计', 'Sum of credits'),
      denominator: text(
        '核查场所数（县级政务服务大厅和3个乡镇、街道便民服务中心）',
        'Places visited (the county service hall and 3 township centres)',
      ),
      denominatorRule: { kind: 'fixed', value: 4 },
      credits: [
        credit('marked', 1, text('有专区且标识清楚', 'Area with clear signs')),
        credit('unmarked', 0.5, text('有专区无标识', 'Area without signs')),
        credit('none', 0, text('无专区', 'No area')),
      ],
    }),
    ruleText:
      '县级政务服务大厅必查,另抽3个乡镇(街道)便民服务中心;专区标识清楚=1,有专区无标识=0.5,无=0;得分=满分×合计÷4',
    evidenceWanted: '现场照片(含时间、地点)、核查记录',
    naCondition: null,
    clauses: [14],
    quote: '在政务服务大厅、便民服务中心等场所设立标识清楚、方便实用的政务公开专区',
    legalBasis: '条例第25条',
  }),
  leaf({
    code: 'A3-2',
    name: text('政务公开专区功能完备率', 'Functions available in the area'),
    marks: { county: 2, department: null },
    rule: checklist([
      point('search', 1 / 3, text('政府信息查询', 'Looking up government information')),
      point('requests', 1 / 3, text('信息公开申请', 'Requesting disclosure')),
      point('advice', 1 / 3, text('办事咨询答复', 'Advice on services')),
    ]),
    ruleText: '政府信息查询、信息公开申请、办事咨询答复三项功能各占1/3',
    evidenceWanted: '现场照片、实测记录',
    naCondition: null,
    clauses: [14],
    quote: '提供政府信息查询、信息公开申请、办事咨询答复等服务',
    legalBasis: '条例第25条',
  }),
]);
