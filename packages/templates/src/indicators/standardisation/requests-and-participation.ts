import { text } from '../../text.ts';
import { checklist, graded, level, point, ratio } from '../rules.ts';
import { group, leaf } from '../tree.ts';

export const requestsAndParticipation = group(
  'A4',
  text('工作流程与公众参与', 'Workflow and public participation'),
  [
    leaf({
      code: 'A4-1',
      name: text('依申请公开制度', 'Request-handling rules in place'),
      marks: { county: 1, department: 2 },
      rule: graded([
        level(
          'complete',
          1,
          text(
            '公布制度且覆盖登记、审核、办理、答复、归档',
            'Published; covers registering, checking, handling, replying and filing',
          ),
        ),
        level('incomplete', 0.5, text('公布但缺环节', 'Published, but steps are missing')),
        level('none', 0, text('未公布', 'Not published')),
      ]),
      ruleText: '公布制度且覆盖登记、审核、办理、答复、归档=1;公布但缺环节=0.5;未公布=0',
      evidenceWanted: '制度文件URL、截图',
      naCondition: '未承担依申请公开职责',
      clauses: [17],
      quote: '建立政府信息依申请公开制度',
      legalBasis: '条例第45条',
    }),
    leaf({
      code: 'A4-2',
      name: text('依申请公开渠道畅通(模拟申请)', 'Request channels work (mystery request)'),
      marks: { county: 2, department: 4 },
      rule: graded([
        level('both', 1, text('网上、信函两渠道均受理', 'Both online and by letter accepted')),
        level('one', 0.5, text('一渠道受理', 'One of the two accepted')),
        level('none', 0, text('均未受理', 'Neither accepted')),
      ]),
      ruleText: '网上、信函渠道各提交1件模拟申请;两渠道均受理=1,一渠道受理=0.5,均未受理=0',
      evidenceWanted: '申请提交凭证、回执、时间戳',
      naCondition: '未承担依申请公开职责',
      clauses: [14, 17],
      quote: '信息公开申请',
      legalBasis: '条例第28、29条',
    }),
    leaf({
      code: 'A4-3',
      name: text('依申请公开答复时效与规范(模拟申请)', 'Timeliness and form of reply (mystery request)'),
      marks: { county: 2, department: 4 },
      rule: checklist(
        [
          point('in-time', 0.6, text('法定期限内答复', 'Reply within the statutory term')),
          point('content', 0.1, text('答复书载明答复内容与依据', 'The reply states its content and basis')),
          point('reasons', 0.1, text('不予公开的说明理由', 'A refusal gives its reasons')),
          point('remedies', 0.1, text('载明救济途径', 'Remedies are stated')),
          point('seal', 0.1, text('机关落款盖章', "Signed with the body's name and seal")),
        ],
        text('逾期未答复', 'No reply within the term'),
      ),
      ruleText:
        '法定期限内答复60%;答复书载明答复内容与依据、不予公开说明理由、救济途径、机关落款盖章共40%(各10%);逾期未答复计0',
      evidenceWanted: '答复书扫描件、收件日期、期限计算表',
      naCondition: '未承担依申请公开职责',
      clauses: [17],
      quote: '政府信息公开申请办理答复规范',
      legalBasis: '条例第33、36、37条',
    }),
    leaf({
      code: 'A4-4',
      name: text('基层行政决策公众参与', 'Public participation in local decisions'),
      marks: { county: 2, department: null },
      rule: graded([
        level(
          'full',
          1,
          text(
            '公布公众参与事项范围和方式，且抽查3件重大决策均公开征集及采纳反馈',
            'Scope and means published; all 3 sampled decisions show the call for views and what was adopted',
          ),
        ),
        level('no-feedback', 0.6, text('有征集缺反馈', 'Views called for, no feedback')),
        level('scope-only', 0.3, text('仅公布范围', 'Only the scope published')),
        level('none', 0, text('无', 'Nothing')),
      ]),
      ruleText:
        '公布公众参与事项范围和方式,且抽查3件重大决策均公开征集及采纳反馈=1;有征集缺反馈=0.6;仅公布范围=0.3;无=0',
      evidenceWanted: '公告、征集与反馈页URL、截图',
      naCondition: null,
      clauses: [14],
      quote: '完善基层行政决策公众参与机制',
      legalBasis: '国办发〔2019〕54号',
    }),
    leaf({
      code: 'A4-5',
      name: text('办事服务公开标准化', 'Standardised service-item disclosure'),
      marks: { county: 1, department: 2 },
      rule: ratio({
        numerator: text('齐备要素数', 'Elements present'),
        denominator: text('应有要素数（5个办事事项×8要素）', 'Elements due (5 service items × 8 elements)'),
        denominatorRule: { kind: 'fixed', value: 40 },
      }),
      ruleText:
        '抽查5个办事事项,核对依据、条件、材料、流程、时限、收费、结果、咨询投诉8要素;得分=满分×齐备要素÷40',
      evidenceWanted: '事项指南URL、截图',
      naCondition: '无对外办事事项',
      clauses: [6, 14],
      quote: '推进办事服务公开标准化',
      legalBasis: '条例第20条第(五)项',
    }),
    leaf({
      code: 'A4-6',
      name: text('指导村、社区政务公开', 'Guidance for villages and communities'),
      marks: { county: 1, department: null },
      rule: graded([
        level(
          'full',
          1,
          text(
            '有村（社区）公开目录或指导文件且抽查2个村（社区）均有公开',
            'Catalogue or guidance exists and both sampled villages or communities publish',
          ),
        ),
        level('partial', 0.5, text('部分', 'In part')),
        level('none', 0, text('无', 'Nothing')),
      ]),
      ruleText: '有村(社区)公开目录或指导文件且抽查2个村(社区)均有公开=1;部分=0.5;无=0',
      evidenceWanted: '文件、公开栏照片',
      naCondition: null,
      clauses: [14],
      quote: '组织指导村、社区做好政务公开',
      legalBasis: '国办发〔2019〕54号',
    }),
  ],
);
