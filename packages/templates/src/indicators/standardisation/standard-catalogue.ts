import { text } from '../../text.ts';
import { credit, graded, level, ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const standardCatalogue = group(
  'A1',
  text('政务公开事项标准目录', 'Standard catalogue of open items'),
  [
    leaf({
      code: 'A1-1',
      name: text('26个试点领域标准目录编制率', 'Catalogue coverage of the 26 pilot fields'),
      marks: { county: 5, department: null },
      rule: ratio({
        numerator: text('已编制目录的领域数', 'Fields with a catalogue'),
        denominator: text(
          '应编制领域数（26减经核准的不适用领域数）',
          'Fields that need one (26 less approved exemptions)',
        ),
        denominatorRule: { kind: 'lessExempt', value: 26 },
      }),
      ruleText: '得分=满分×已编制领域数÷应编制领域数;应编制领域数=26-经核准的不适用领域数',
      evidenceWanted: '目录文件或栏目URL、截图、采集时间;不适用领域说明',
      naCondition: '本级确无该领域职权并经主管部门核准',
      clauses: [14],
      quote: '对照国务院部门制定的26个试点领域基层政务公开标准指引',
      legalBasis: '国办发〔2019〕54号',
    }),
    leaf({
      code: 'A1-2',
      name: text('标准目录要素完整率', 'Completeness of catalogue elements'),
      marks: { county: 4, department: null },
      rule: ratio({
        numerator: text('齐备要素数', 'Elements present'),
        denominator: text(
          '应有要素数（抽查5个领域×每领域5条×8要素，至多200）',
          'Elements due (5 fields × 5 entries × 8 elements, at most 200)',
        ),
        denominatorRule: { kind: 'counted' },
      }),
      ruleText:
        '随机抽取5个领域、每领域5条目录;每条核对8要素(名称、内容、依据、时限、主体、方式、渠道、公开对象);得分=满分×齐备要素数÷应有要素数',
      evidenceWanted: '抽样清单、目录截图',
      naCondition: null,
      clauses: [14],
      quote: '全面梳理细化相关领域政务公开事项',
      legalBasis: '国办发〔2019〕54号',
    }),
    leaf({
      code: 'A1-3',
      name: text('标准目录按期公布与动态更新', 'Catalogue published by end-2020 and kept current'),
      marks: { county: 2, department: null },
      rule: graded([
        level(
          'current',
          1,
          text('2020年12月31日前公布且标注更新日期', 'Published by 31 December 2020 and dated when updated'),
        ),
        level(
          'late-or-undated',
          0.5,
          text('公布但逾期或未标注更新', 'Published, but late or without an update date'),
        ),
        level('none', 0, text('未公布', 'Not published')),
      ]),
      ruleText: '2020-12-31前公布且标注更新日期=1;公布但逾期或未标注更新=0.5;未公布=0',
      evidenceWanted: '公布页URL、发布日期截图',
      naCondition: null,
      clauses: [14],
      quote: '2020年底前，编制公布本级政务公开事项标准目录',
      legalBasis: '国办发〔2019〕54号',
    }),
    leaf({
      code: 'A1-4',
      name: text('标准目录落实率(抽查)', 'Catalogue items actually published (sampled)'),
      marks: { county: 4, department: null },
      rule: ratio({
        numerator: text('得分合计', 'Sum of credits'),
        denominator: text('抽查事项数（15个领域×2个事项）', 'Items sampled (15 fields × 2 items)'),
        denominatorRule: { kind: 'fixed', value: 30 },
        credits: [
          credit(
            'in-time',
            1,
            text('有对应公开内容且在目录所列时限内', 'Published within the time the catalogue sets'),
          ),
          credit('late', 0.5, text('有内容但超时限', 'Published, but late')),
          credit('none', 0, text('无内容', 'Nothing published')),
        ],
      }),
      ruleText:
        '随机抽查15个领域、每领域2个事项;有对应公开内容且在目录所列时限内=1,有内容但超时限=0.5,无内容=0;得分=满分×合计÷抽查数',
      evidenceWanted: '抽样清单、栏目URL、截图、采集时间',
      naCondition: null,
      clauses: [14],
      quote: '集中公开本级政府及部门、乡镇（街道）信息',
      legalBasis: '条例第26条',
    }),
  ],
);
