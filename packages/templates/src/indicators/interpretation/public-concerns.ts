import { text } from '../../text.ts';
import { checklist, credit, graded, level, point, ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const publicConcerns = group('C2', text('回应关切', 'Responding to concerns'), [
  leaf({
    code: 'C2-1',
    name: text('重要舆情与突发事件回应时效', 'Response time to major public concern'),
    marks: { county: 2, department: 3 },
    rule: graded([
      level(
        'all',
        1,
        text(
          '均达标（特别重大、重大突发事件24小时内举行新闻发布会，其他政务舆情48小时内回应）',
          'All in time (press conference within 24 hours for major emergencies, other concerns answered within 48)',
        ),
      ),
      level(
        'some',
        { minimum: 0, maximum: 1 },
        text('部分达标，按达标比例', 'Some in time: the share in time'),
      ),
      level('none', 0, text('均未达标', 'None in time')),
    ]),
    ruleText:
      '特别重大、重大突发事件24小时内举行新闻发布会,其他政务舆情48小时内回应,均达标=1;部分达标按比例;均未达标=0',
    evidenceWanted: '舆情台账、回应发布URL与时间',
    naCondition: '评估期内无此类事件',
    clauses: [13],
    quote: '及时回应关切，主动引导预期',
    legalBasis: '国办发〔2016〕61号',
  }),
  leaf({
    code: 'C2-2',
    name: text('突发事件信息发布完整', 'Completeness of emergency information'),
    marks: { county: 2, department: 2 },
    rule: checklist([
      point('monitoring', 0.25, text('监测预警', 'Monitoring and warning')),
      point('measures', 0.25, text('防控措施', 'Prevention and control')),
      point('course', 0.25, text('事态进展', 'Course of events')),
      point('outcome', 0.25, text('处置结果', 'Outcome')),
    ]),
    ruleText: '监测预警、防控措施、事态进展、处置结果四类信息各占25%',
    evidenceWanted: '发布URL、截图',
    naCondition: '评估期内无突发事件',
    clauses: [13],
    quote: '监测预警、防控措施、事态进展、处置结果等信息',
    legalBasis: '条例第20条第(十二)项',
  }),
  leaf({
    code: 'C2-3',
    name: text('主管部门主要负责人权威发布', 'Head of the competent body speaks'),
    marks: { county: 1, department: 1 },
    rule: graded([
      level(
        'head',
        1,
        text(
          '主要负责人出席发布会、访谈或署名解读1次及以上',
          'The head appeared at a press conference or interview, or signed an interpretation, at least once',
        ),
      ),
      level('deputy', 0.5, text('分管负责人', 'A deputy did')),
      level('none', 0, text('无', 'Nobody did')),
    ]),
    ruleText: '主要负责人出席发布会、访谈或署名解读1次及以上=1;分管负责人=0.5;无=0',
    evidenceWanted: '发布会或访谈URL',
    naCondition: '评估期内无突发事件且无重大政策',
    clauses: [13],
    quote: '主管部门主要负责人要履行好信息发布、权威定调、内容把关等职责',
    legalBasis: '国办发〔2016〕61号',
  }),
  leaf({
    code: 'C2-4',
    name: text('互动留言答复时效与质量', 'Replies to messages: time and quality'),
    marks: { county: 3, department: 4 },
    rule: ratio({
      numerator: text('得分合计', 'Sum of credits'),
      denominator: text(
        '样本数（20条公开留言、不足全查，另加1条模拟咨询）',
        'Sample (20 public messages, or all where fewer, and 1 test enquiry)',
      ),
      denominatorRule: { kind: 'upTo', value: 21 },
      credits: [
        credit(
          'in-time',
          1,
          text(
            '时限内实质答复（默认5个工作日）',
            'Answered in substance in time (by default 5 working days)',
          ),
        ),
        credit('late', 0.5, text('超时实质答复', 'Answered in substance, late')),
        credit('none', 0, text('未答复或答非所问', 'Not answered, or beside the point')),
      ],
    }),
    ruleText:
      '抽查20条公开留言(不足全查)并提交1条模拟咨询;时限内实质答复=1,超时实质答复=0.5,未答复或答非所问=0;得分=满分×合计÷样本数;时限可配置,默认5个工作日',
    evidenceWanted: '留言清单、答复截图、模拟咨询记录',
    naCondition: '未开设互动渠道的按0分,不作不适用',
    clauses: [14],
    quote: '开设统一互动交流入口',
    legalBasis: null,
  }),
]);
