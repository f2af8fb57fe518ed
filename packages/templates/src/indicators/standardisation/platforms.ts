import { text } from '../../text.ts';
import { checklist, credit, deduct, everyTime, point, ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const platforms = group('A2', text('平台与专栏规范', 'Platform and column standards'), [
  leaf({
    code: 'A2-1',
    name: text('政府信息公开专栏规范设置', 'Statutory disclosure column set up to standard'),
    marks: { county: 4, department: 7 },
    rule: deduct([
      everyTime(
        'missing',
        0.2,
        text(
          '缺指南、制度、法定主动公开内容、年报四个板块或依申请公开入口中的1项',
          'One missing of: guide, rules, statutory content, annual reports, request entry',
        ),
      ),
      everyTime('broken', 0.05, text('链接失效或空白栏目1处', 'One dead link or empty column')),
    ]),
    ruleText:
      '应有指南、制度、法定主动公开内容、年报四个板块及依申请公开入口;缺1项扣满分的20%;链接失效、空白栏目每处扣满分的5%,扣完为止',
    evidenceWanted: '专栏首页及各板块URL、截图',
    naCondition: '非行政机关且未设独立专栏',
    clauses: [16],
    quote: '打造统一规范的政府信息公开专栏',
    legalBasis: '国办公开办函〔2019〕61号;条例第24条',
  }),
  leaf({
    code: 'A2-2',
    name: text('法定主动公开内容分类覆盖率', 'Coverage of Art. 20/21 items in the column'),
    marks: { county: 4, department: 5 },
    rule: ratio({
      numerator: text('已覆盖项（有分类栏目且有有效内容）', 'Items covered (own column with valid content)'),
      denominator: text(
        '适用项（条例第20条15项及第21条适用事项）',
        'Items that apply (15 of Art. 20 and those of Art. 21)',
      ),
      denominatorRule: { kind: 'counted' },
    }),
    ruleText: '条例第20条15项及第21条适用事项逐项核对有无分类栏目且有有效内容;得分=满分×已覆盖项÷适用项',
    evidenceWanted: '逐项核对表、URL、截图',
    naCondition: '无相应职能的事项不计入分母',
    clauses: [16],
    quote: '分类集中公开政府信息公开条例第二十条、第二十一条规定的主动公开内容',
    legalBasis: '条例第20、21条',
  }),
  leaf({
    code: 'A2-3',
    name: text('门户网站集中公开本级、部门、乡镇(街道)信息', 'Portal hosts departments and townships'),
    marks: { county: 3, department: null },
    rule: ratio({
      numerator: text('得分合计', 'Sum of credits'),
      denominator: text(
        '抽查单位数（10个部门和5个乡镇、街道）',
        'Bodies sampled (10 departments and 5 townships or subdistricts)',
      ),
      denominatorRule: { kind: 'fixed', value: 15 },
      credits: [
        credit('updated', 1, text('有独立公开页面且本年度有更新', 'Own page, updated this year')),
        credit('not-updated', 0.5, text('有页面无更新', 'Own page, not updated')),
        credit('none', 0, text('无独立公开页面', 'No page')),
      ],
    }),
    ruleText:
      '抽取10个部门和5个乡镇(街道);门户网站有其独立公开页面且本年度有更新=1,有页面无更新=0.5,无=0;得分=满分×合计÷15',
    evidenceWanted: '抽样清单、URL、截图',
    naCondition: null,
    clauses: [14],
    quote: '把政府门户网站作为政务公开第一平台',
    legalBasis: '条例第24条',
  }),
  leaf({
    code: 'A2-4',
    name: text('统一互动交流入口和在线办事入口', 'Unified interaction and online-service entries'),
    marks: { county: 2, department: null },
    rule: checklist([
      point('interaction', 0.5, text('统一互动交流入口可用', 'The unified interaction entry works')),
      point('services', 0.5, text('在线办事入口可用', 'The online-service entry works')),
    ]),
    ruleText: '两个入口各占50%;可用=1,有入口但不可用=0',
    evidenceWanted: '入口URL、实测记录',
    naCondition: null,
    clauses: [14],
    quote: '开设统一互动交流入口和在线办事入口',
    legalBasis: '国办发〔2019〕54号',
  }),
]);
