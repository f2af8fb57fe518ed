import { text } from '../../text.ts';
import { checklist, graded, level, once, point, ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const businessAndEnforcement = group(
  'D2',
  text('营商环境与执法公开', 'Business environment and enforcement'),
  [
    leaf({
      code: 'D2-1',
      name: text('优化营商环境专栏', 'Business-environment column'),
      marks: { county: 2, department: null },
      rule: ratio({
        numerator: text('政策、举措、流程齐备的类数', 'Kinds with policy, measures and procedure complete'),
        denominator: text('应有类数（企业开办等8类）', 'Kinds due (starting a business and 7 others)'),
        denominatorRule: { kind: 'fixed', value: 8 },
        deductions: [once('fees', 0.2, text('收费目录清单未公开', 'List of fees not published'))],
      }),
      ruleText:
        '企业开办、施工许可、财产登记、获得电力、跨境贸易、纳税、获得信贷、执行合同8类逐类核对政策、举措、流程;得分=满分×齐备类÷8;收费目录清单未公开另扣20%',
      evidenceWanted: '专栏URL、逐类核对表',
      naCondition: null,
      clauses: [5],
      quote: '在各县市区人民政府门户网站建立优化营商环境专栏',
      legalBasis: null,
    }),
    leaf({
      code: 'D2-2',
      name: text('“一件事一次办”公开', 'One-thing-one-visit disclosure'),
      marks: { county: 1, department: 2 },
      rule: checklist([
        point('catalogue', 0.25, text('目录清单', 'Catalogue')),
        point('guide', 0.25, text('办事指南', 'Guide')),
        point('rules', 0.25, text('工作规程', 'Working rules')),
        point('procedure', 0.25, text('操作流程', 'Procedure')),
      ]),
      ruleText: '目录清单、办事指南、工作规程、操作流程四项各占25%',
      evidenceWanted: '页面URL、截图',
      naCondition: '无对外办事事项',
      clauses: [6],
      quote: '及时公布“一件事一次办”目录清单、办事指南、工作规程、操作流程等办事服务信息',
      legalBasis: null,
    }),
    leaf({
      code: 'D2-3',
      name: text('“双随机、一公开”结果公开', 'Random inspection results'),
      marks: { county: 1, department: null },
      rule: graded([
        level(
          'full',
          1,
          text(
            '抽查计划、抽查结果、查处结果均公开且覆盖食品、药品、特种设备、重点工业产品',
            'Plan, results and penalties published, for food, drugs, special equipment and key industrial products',
          ),
        ),
        level('partial', 0.5, text('部分', 'In part')),
        level('none', 0, text('无', 'None')),
      ]),
      ruleText: '抽查计划、抽查结果、查处结果均公开且覆盖食品、药品、特种设备、重点工业产品=1;部分=0.5;无=0',
      evidenceWanted: '公示URL、截图',
      naCondition: null,
      clauses: [7],
      quote: '抽查情况及查处结果及时、准确向社会公开',
      legalBasis: null,
    }),
    leaf({
      code: 'D2-4',
      name: text('行政执法公示', 'Enforcement disclosure'),
      marks: { county: 1, department: 3 },
      rule: checklist([
        point('duties', 0.2, text('执法职责', 'Duties')),
        point('basis', 0.2, text('执法依据', 'Legal basis')),
        point('procedure', 0.2, text('执法程序', 'Procedure')),
        point('supervision', 0.2, text('监督途径', 'Ways to complain')),
        point('results', 0.2, text('执法结果', 'Results')),
      ]),
      ruleText: '执法职责、依据、程序、监督途径、结果五项各占20%',
      evidenceWanted: '公示平台URL、截图',
      naCondition: '无行政执法职能',
      clauses: [8],
      quote: '行政执法职责、执法依据、执法程序、监督途径和执法结果等信息',
      legalBasis: '条例第20条第(六)项',
    }),
  ],
);
