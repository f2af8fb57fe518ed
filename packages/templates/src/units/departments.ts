import type { LocalText } from '@gongping/scoring';
import { text } from '../text.ts';
import type { TemplateUnit } from '../types.ts';

/** A body of the city that the notice names: an administrative organ unless said otherwise. */
function body(code: string, name: LocalText, clauses: readonly number[]): TemplateUnit {
  return {
    code,
    name,
    kind: 'department',
    category: '行政机关',
    gb2260: null,
    clauses,
    filesAnnualReport: true,
  };
}

/** Mass organisations and the utility are not organs that must file an annual report. */
export const departments: readonly TemplateUnit[] = [
  body('D01', text('市政府办公室', 'General Office of the Municipal Government'), [1, 8, 14, 16, 17]),
  body('D02', text('市司法局', 'Bureau of Justice'), [2, 4, 8]),
  body('D03', text('市发展改革委', 'Development and Reform Commission'), [3, 5, 12]),
  body('D04', text('市工业和信息化局', 'Bureau of Industry and Information Technology'), [3]),
  body('D05', text('市国资委', 'State-owned Assets Supervision and Administration Commission'), [3]),
  body('D06', text('市行政审批局', 'Bureau of Administrative Approval'), [3, 4, 5, 6, 14]),
  {
    ...body('D07', text('市优化营商环境中心', 'Business Environment Optimisation Centre'), [5]),
    category: '待核实(可能为事业单位)',
  },
  body('D08', text('市财政局', 'Bureau of Finance'), [5, 9]),
  body('D09', text('市自然资源和规划局', 'Bureau of Natural Resources and Planning'), [5, 12]),
  body('D10', text('市住房城乡建设局', 'Bureau of Housing and Urban-Rural Development'), [5, 12]),
  body('D11', text('市商务粮食局', 'Bureau of Commerce and Grain'), [5]),
  body('D12', text('市市场监管局', 'Administration for Market Regulation'), [5, 7]),
  body('D13', text('市扶贫办', 'Office of Poverty Alleviation'), [10]),
  body('D14', text('市生态环境局', 'Bureau of Ecology and Environment'), [11, 13]),
  body('D15', text('市教育局', 'Bureau of Education'), [12]),
  body('D16', text('市人力资源社会保障局', 'Bureau of Human Resources and Social Security'), [12]),
  body('D17', text('市民政局', 'Bureau of Civil Affairs'), [12]),
  body('D18', text('市交通运输局', 'Bureau of Transport'), [12]),
  body('D19', text('市文旅广体局', 'Bureau of Culture, Tourism, Radio, Television and Sport'), [12]),
  body('D20', text('市卫生健康委', 'Health Commission'), [12, 13]),
  body('D21', text('市水利局', 'Bureau of Water Resources'), [12]),
  body('D22', text('市农业农村局', 'Bureau of Agriculture and Rural Affairs'), [12]),
  {
    ...body('D23', text('市妇联', "Women's Federation"), [12]),
    category: '群团组织',
    filesAnnualReport: false,
  },
  {
    ...body('D24', text('市残联', "Disabled Persons' Federation"), [12]),
    category: '群团组织',
    filesAnnualReport: false,
  },
  {
    ...body('D25', text('国网株洲供电公司', 'State Grid Zhuzhou Power Supply Company'), [12]),
    category: '公用企业',
    filesAnnualReport: false,
  },
  body('D26', text('市医保局', 'Healthcare Security Administration'), [12]),
  body('D27', text('市应急局', 'Bureau of Emergency Management'), [13]),
];
