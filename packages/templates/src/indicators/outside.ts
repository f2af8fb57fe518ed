import { text } from '../text.ts';
import { leaf, outside } from './tree.ts';

/** Clause 18 asks for innovation; up to 5 marks on top of the 100 are a proposal, not the notice's figure. */
export const bonus = outside('X', text('加分项', 'Bonus'), {
  role: 'bonus',
  leaves: [
    leaf({
      code: 'X-1',
      name: text('创新实践', 'Innovation'),
      marks: { county: 5, department: 5 },
      rule: { method: 'bonus' },
      ruleText: '创新做法、典型案例经总结并宣传推介的，酌情加分，最多加5分',
      evidenceWanted: '创新做法或典型案例材料、宣传推介或推广文件、URL、截图',
      naCondition: null,
      clauses: [18],
      quote: '不断创新实践，及时总结创新做法、典型案例，并加大宣传推介力度',
      legalBasis: null,
    }),
  ],
});

const noMarks = { county: 0, department: 0 } as const;

/** Proposals of the platform: no veto is in force until the organiser switches it on. */
export const vetoes = outside('V', text('一票否决', 'Vetoes'), {
  role: 'veto',
  leaves: [
    leaf({
      code: 'V-1',
      name: text('未发布政府信息公开工作年度报告', 'No annual report published'),
      marks: noMarks,
      rule: { method: 'veto' },
      ruleText: '评估结束时仍未发布评估年度的政府信息公开工作年度报告',
      evidenceWanted: '专栏年报板块截图、检索记录、采集时间',
      naCondition: '不属于条例第49条规定的编报主体',
      clauses: [17],
      quote: '及时准确编制发布政府信息公开工作年度报告',
      legalBasis: '条例第49条',
    }),
    leaf({
      code: 'V-2',
      name: text('公开国家秘密或个人信息', 'State secrets or personal data disclosed'),
      marks: noMarks,
      rule: { method: 'veto' },
      ruleText: '因公开政府信息泄露国家秘密或违规公开个人信息',
      evidenceWanted: '有关机关的认定文件、页面截图、采集时间',
      naCondition: null,
      clauses: [],
      quote: '',
      legalBasis: null,
    }),
    leaf({
      code: 'V-3',
      name: text('佐证材料弄虚作假', 'Falsified evidence'),
      marks: noMarks,
      rule: { method: 'veto' },
      ruleText: '在自评或评估中提供虚假佐证材料',
      evidenceWanted: '原材料与核查记录',
      naCondition: null,
      clauses: [19],
      quote: '开展政务公开工作第三方评估和社会评议',
      legalBasis: null,
    }),
    leaf({
      code: 'V-4',
      name: text('模拟申请均未答复', 'No reply to any mystery request'),
      marks: noMarks,
      rule: { method: 'veto' },
      ruleText: '对评估中提交的全部模拟申请均未答复',
      evidenceWanted: '申请提交凭证、回执、期限计算表',
      naCondition: '未承担依申请公开职责',
      clauses: [17],
      quote: '政府信息公开申请办理答复规范',
      legalBasis: '条例第33条',
    }),
  ],
});
