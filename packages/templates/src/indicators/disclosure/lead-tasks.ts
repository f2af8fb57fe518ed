import { text } from '../../text.ts';
import { ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const leadTasks = group('D4', text('牵头任务统筹', 'Lead-department tasks'), [
  leaf({
    code: 'D4-1',
    name: text('牵头任务完成情况', 'Tasks led by this department'),
    marks: { county: null, department: 8 },
    rule: ratio({
      numerator: text('各条任务得分率之和', 'Sum of the score rates of the tasks'),
      denominator: text('牵头（或按职责分工负责）的任务条数', 'Tasks led (or shared) by the unit'),
      denominatorRule: { kind: 'counted' },
    }),
    ruleText:
      '对本单位在通知中牵头(或按职责分工负责)的各条任务逐条评分(见牵头任务表),得分=满分×各条得分率的平均值',
    evidenceWanted: '牵头任务清单、成果URL、工作台账',
    naCondition: '未被通知点名的部门',
    clauses: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17],
    quote: '牵头',
    legalBasis: null,
  }),
]);
