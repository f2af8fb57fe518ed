import { text } from '../../text.ts';
import { checklist, point } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const organisation = group('A5', text('组织保障', 'Organisation'), [
  leaf({
    code: 'A5-1',
    name: text('机构、人员与培训', 'Office, staff and training'),
    marks: { county: 2, department: 2 },
    rule: checklist([
      point('office', 0.4, text('公布公开工作机构及联系方式', 'Responsible office and contact published')),
      point('staff', 0.3, text('明确专（兼）职人员', 'Full- or part-time staff named')),
      point('training', 0.3, text('本年度开展业务培训', 'Training held this year')),
    ]),
    ruleText: '公布公开工作机构及联系方式40%;明确专(兼)职人员30%;本年度开展业务培训30%',
    evidenceWanted: '机构信息页、任职文件、培训通知及签到',
    naCondition: null,
    clauses: [15],
    quote: '确保政务公开工作有机构承担、有人员负责',
    legalBasis: '条例第4、48条',
  }),
]);
