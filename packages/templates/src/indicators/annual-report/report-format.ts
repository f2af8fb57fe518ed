import { text } from '../../text.ts';
import { deduct, everyTime } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const reportFormat = group('B2', text('格式规范', 'Format'), [
  leaf({
    code: 'B2-1',
    name: text('六部分结构完整', 'Six sections complete'),
    marks: { county: 2, department: 3 },
    rule: deduct([
      everyTime('section', 0.25, text('缺少一部分', 'One section missing')),
      everyTime('heading', 0.1, text('标题或顺序不符1处', 'One heading or place in the order is wrong')),
      everyTime('prompt', 0.25, text('出现模板残留提示语1处', 'One leftover prompt of the form')),
    ]),
    ruleText: '缺少一部分扣满分的25%;标题或顺序不符每处扣10%;出现模板残留提示语每处扣25%;扣完为止',
    evidenceWanted: '报告全文',
    naCondition: '不属于条例第49条规定的编报主体',
    clauses: [17],
    quote: '统一格式',
    legalBasis: '国办公开办函〔2019〕60号(2019、2020年度报告)/〔2021〕30号(2021年度起)',
    judge: 'report-sections',
  }),
  leaf({
    code: 'B2-2',
    name: text('法定表格行列完整', 'Statutory tables complete'),
    marks: { county: 2, department: 4 },
    rule: deduct([
      everyTime('table', 1 / 3, text('缺一张表', 'One table missing')),
      everyTime('row-or-column', 0.1, text('缺行、缺列1处', 'One row or column missing')),
      { ...everyTime('blank-cells', 0.05, text('空白单元格每5格', 'Every 5 blank cells')), every: 5 },
    ]),
    ruleText: '缺一张表扣满分的1/3;缺行、缺列每处扣10%;空白单元格每5格扣5%;扣完为止',
    evidenceWanted: '报告表格、结构化录入',
    naCondition: '不属于条例第49条规定的编报主体',
    clauses: [17],
    quote: '统一格式',
    legalBasis: '国办公开办函〔2019〕60号(2019、2020年度报告)/〔2021〕30号(2021年度起)',
    judge: 'report-tables',
  }),
]);
