import { text } from '../../text.ts';
import { credit, graded, level, ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const policyInterpretation = group('C1', text('政策解读', 'Policy interpretation'), [
  leaf({
    code: 'C1-1',
    name: text('政策解读规则', 'Interpretation rules issued'),
    marks: { county: 2, department: 2 },
    rule: graded([
      level(
        'complete',
        1,
        text(
          '公布解读规则且明确解读主体、范围、时限、形式',
          'Published; says who interprets what, when and how',
        ),
      ),
      level('incomplete', 0.5, text('缺项', 'Something is missing')),
      level('none', 0, text('无', 'None')),
    ]),
    ruleText: '公布解读规则且明确解读主体、范围、时限、形式=1;缺项=0.5;无=0',
    evidenceWanted: '制度文件URL',
    naCondition: null,
    clauses: [14, 17],
    quote: '制定政策解读规则',
    legalBasis: '国办发〔2019〕54号',
  }),
  leaf({
    code: 'C1-2',
    name: text('规范性文件解读率', 'Share of normative documents interpreted'),
    marks: { county: 4, department: 6 },
    rule: ratio({
      numerator: text('有解读材料的规范性文件数', 'Normative documents with an interpretation'),
      denominator: text('评估期内发布的规范性文件数', 'Normative documents issued in the period'),
      denominatorRule: { kind: 'counted' },
    }),
    ruleText: '得分=满分×有解读材料的规范性文件数÷评估期内发布的规范性文件数',
    evidenceWanted: '文件清单、解读URL对应表',
    naCondition: '评估期内未制发规范性文件',
    clauses: [2, 14, 17],
    quote: '健全解读回应工作机制',
    legalBasis: '国办发〔2016〕80号',
  }),
  leaf({
    code: 'C1-3',
    name: text('解读时效', 'Timeliness of interpretation'),
    marks: { county: 2, department: 4 },
    rule: ratio({
      numerator: text(
        '在规定时限内发布的解读数（默认文件公开之日起3个工作日）',
        'Interpretations published in time (by default 3 working days from the document)',
      ),
      denominator: text('解读总数', 'All interpretations'),
      denominatorRule: { kind: 'counted' },
    }),
    ruleText: '得分=满分×在规定时限内发布的解读数÷解读总数;时限为可配置参数,默认文件公开之日起3个工作日',
    evidenceWanted: '文件与解读发布日期对照表',
    naCondition: '评估期内无解读对象',
    clauses: [14, 17],
    quote: '指导基层提升政策解读水平',
    legalBasis: '可配置时限',
  }),
  leaf({
    code: 'C1-4',
    name: text('解读形式多样', 'Variety of formats'),
    marks: { county: 1, department: 2 },
    rule: graded([
      level(
        'three',
        1,
        text(
          '图解、视频、发布会、访谈、专家解读等形式3种及以上',
          'Three forms or more (graphics, video, press conference, interview, expert …)',
        ),
      ),
      level('two', 0.6, text('2种', 'Two forms')),
      level('text', 0.3, text('仅文字', 'Text only')),
      level('none', 0, text('无', 'None')),
    ]),
    ruleText: '图解、视频、发布会、访谈、专家解读等形式3种及以上=1;2种=0.6;仅文字=0.3;无=0',
    evidenceWanted: '各形式示例URL',
    naCondition: '评估期内无解读对象',
    clauses: [17],
    quote: '指导基层提升政策解读水平',
    legalBasis: null,
  }),
  leaf({
    code: 'C1-5',
    name: text('解读质量(要素)', 'Quality of interpretation (elements)'),
    marks: { county: 2, department: 4 },
    rule: ratio({
      numerator: text(
        '齐备要素数（照抄原文的该篇计0）',
        'Elements present (0 for a piece that copies the document)',
      ),
      denominator: text(
        '应有要素数（抽3篇、不足全查，每篇6要素）',
        'Elements due (3 pieces, or all where fewer, × 6 elements)',
      ),
      denominatorRule: { kind: 'counted' },
    }),
    ruleText:
      '随机抽3篇(不足全查),核对背景依据、目标任务、主要内容、适用范围、执行标准、关键词或注意事项6要素;得分=满分×齐备要素÷应有要素;照抄原文该篇计0',
    evidenceWanted: '抽样清单、解读全文',
    naCondition: '评估期内无解读对象',
    clauses: [17],
    quote: '指导基层提升政策解读水平',
    legalBasis: null,
  }),
  leaf({
    code: 'C1-6',
    name: text('文件与解读相互关联', 'Two-way links between document and interpretation'),
    marks: { county: 1, department: 2 },
    rule: ratio({
      numerator: text('关联得分合计', 'Sum of credits'),
      denominator: text('有解读的文件数', 'Documents with an interpretation'),
      denominatorRule: { kind: 'counted' },
      credits: [
        credit('both-ways', 1, text('双向关联', 'Linked both ways')),
        credit('one-way', 0.5, text('单向关联', 'Linked one way')),
        credit('none', 0, text('未关联', 'Not linked')),
      ],
    }),
    ruleText: '得分=满分×双向关联的文件数÷有解读的文件数;单向关联计0.5',
    evidenceWanted: 'URL对应表',
    naCondition: '评估期内无解读对象',
    clauses: [2, 17],
    quote: '规范公开管理',
    legalBasis: null,
  }),
  leaf({
    code: 'C1-7',
    name: text('政府常务会议解读', 'Executive-meeting interpretation'),
    marks: { county: 2, department: null },
    rule: ratio({
      numerator: text('得分合计', 'Sum of credits'),
      denominator: text('抽查会议数（10次，不足全查）', 'Meetings sampled (10, or all where fewer)'),
      denominatorRule: { kind: 'upTo', value: 10 },
      credits: [
        credit('interpreted', 1, text('公开议定事项且有解读', 'Decisions published and interpreted')),
        credit('published', 0.5, text('仅公开议定事项', 'Decisions published only')),
        credit('none', 0, text('未公开', 'Not published')),
      ],
    }),
    ruleText: '抽查10次常务会议(不足全查);公开议定事项且有解读=1,仅公开=0.5,未公开=0;得分=满分×合计÷抽查数',
    evidenceWanted: '会议专栏URL、截图',
    naCondition: null,
    clauses: [1],
    quote: '第一时间公开解读会议精神',
    legalBasis: null,
  }),
]);
