import type { LocalText } from '@gongping/scoring';
import { text } from '../text.ts';

/** A clause's task and the bodies the notice names for it. */
interface NamedTask {
  readonly clause: number;
  readonly role: 'lead' | 'shared';
  readonly task: LocalText;
  readonly units: readonly string[];
}

/** Clauses 15, 18 and 19 name nobody; clause 12 is shared by fifteen bodies without a lead. */
export const namedTasks = [
  {
    clause: 1,
    role: 'lead',
    task: text('加强政府常务会议信息公开', 'Publish executive meetings'),
    units: ['D01'],
  },
  {
    clause: 2,
    role: 'lead',
    task: text('持续做好规范性文件公开', 'Publish normative documents'),
    units: ['D02'],
  },
  {
    clause: 3,
    role: 'lead',
    task: text('集中公开涉企政策信息', 'Publish business policies in one place'),
    units: ['D03', 'D04', 'D05', 'D06'],
  },
  {
    clause: 4,
    role: 'lead',
    task: text('动态调整并及时公布权责清单', 'Keep and publish the lists of powers and duties'),
    units: ['D02', 'D06'],
  },
  {
    clause: 5,
    role: 'lead',
    task: text('主动公开优化营商环境政策措施', 'Publish measures for the business environment'),
    units: ['D07', 'D03', 'D08', 'D09', 'D10', 'D11', 'D12', 'D06'],
  },
  {
    clause: 6,
    role: 'lead',
    task: text('深入公开“一件事一次办”服务举措', 'Publish one-thing-one-visit services'),
    units: ['D06'],
  },
  {
    clause: 7,
    role: 'lead',
    task: text('及时公开市场监管信息', 'Publish market regulation in time'),
    units: ['D12'],
  },
  {
    clause: 8,
    role: 'lead',
    task: text('全面落实行政执法信息公开', 'Publish administrative enforcement'),
    units: ['D02', 'D01'],
  },
  {
    clause: 9,
    role: 'lead',
    task: text('加大政府性债务信息公开力度', 'Publish government debt'),
    units: ['D08'],
  },
  {
    clause: 10,
    role: 'lead',
    task: text('加大脱贫攻坚信息公开力度', 'Publish poverty alleviation'),
    units: ['D13'],
  },
  {
    clause: 11,
    role: 'lead',
    task: text('加大污染防治信息公开力度', 'Publish pollution prevention'),
    units: ['D14'],
  },
  {
    clause: 12,
    role: 'shared',
    task: text('加大重点民生领域信息公开力度', 'Publish key fields of livelihood'),
    units: [
      'D03',
      'D15',
      'D16',
      'D17',
      'D10',
      'D18',
      'D19',
      'D20',
      'D21',
      'D22',
      'D09',
      'D23',
      'D24',
      'D25',
      'D26',
    ],
  },
  {
    clause: 13,
    role: 'lead',
    task: text('加大公共卫生等突发事件信息公开力度', 'Publish public-health and other emergencies'),
    units: ['D20', 'D27', 'D14'],
  },
  {
    clause: 14,
    role: 'lead',
    task: text('全面推行基层政务公开标准化规范化', 'Standardise open government at the grassroots'),
    units: ['D06', 'D01'],
  },
  {
    clause: 16,
    role: 'lead',
    task: text('建设统一规范的政府信息公开专栏', 'Build one standard disclosure column'),
    units: ['D01'],
  },
  { clause: 17, role: 'lead', task: text('建立健全工作制度', 'Set up working rules'), units: ['D01'] },
] as const satisfies readonly NamedTask[];
