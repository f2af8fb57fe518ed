import type { LeafStory } from './story.ts';

/** Findings of family C 解读回应. */
export const interpretation: Readonly<Record<string, LeafStory>> = {
  'C1-1': {
    difficulty: 0.8,
    evidence: ['政策解读规则文件页面'],
    found: {
      method: 'graded',
      levels: [
        [],
        [
          '已公布政策解读规则，但未明确解读时限',
          '解读规则未列明解读范围，缺“形式”要求',
          '解读规则未明确解读责任主体',
        ],
        ['未公布政策解读规则'],
      ],
    },
  },
  'C1-2': {
    difficulty: 1.2,
    evidence: ['规范性文件与解读材料对应表', '政策解读栏目截图'],
    found: {
      method: 'ratio',
      subject: '评估期内发布规范性文件 {d} 件',
      none: [
        '《{document}》等 {missed} 件未见解读材料',
        '{missed} 件无解读，其中《{document}》涉及群众切身利益',
      ],
      partial: [],
      items: [],
    },
  },
  'C1-3': {
    difficulty: 1.3,
    evidence: ['文件与解读发布日期对照表'],
    found: {
      method: 'ratio',
      subject: '核对解读材料 {d} 件',
      none: [
        '《{document}》等 {missed} 件解读晚于文件公开后 3 个工作日发布',
        '{missed} 件解读超过规定时限，最长的为《{document}》，相隔 17 个工作日',
      ],
      partial: [],
      items: [],
    },
  },
  'C1-4': {
    difficulty: 1,
    evidence: ['图解、视频等解读形式示例页面'],
    found: {
      method: 'graded',
      levels: [
        [],
        ['解读形式仅有文字和图解两种', '有文字解读和负责人访谈两种形式，无图解、视频'],
        ['解读仅有文字一种形式', '全部解读均为文字材料，《{document}》未配图解'],
        ['未见任何形式的政策解读'],
      ],
    },
  },
  'C1-5': {
    difficulty: 1.4,
    evidence: ['解读材料要素核对表', '抽样解读材料全文'],
    found: {
      method: 'ratio',
      subject: '抽取 3 篇解读共 {d} 个要素',
      none: [
        '《{document}》解读等缺“执行标准”“注意事项”，共 {missed} 个要素',
        '《{document}》解读未说明适用范围，合计缺 {missed} 个要素',
        '《{document}》解读照搬文件小标题，缺背景依据等 {missed} 个要素',
      ],
      partial: [],
      items: [],
    },
  },
  'C1-6': {
    difficulty: 1.1,
    evidence: ['文件与解读相互链接核对表'],
    found: {
      method: 'ratio',
      subject: '有解读的文件 {d} 件',
      none: ['《{document}》等 {missed} 件文件与解读互无链接'],
      partial: ['《{document}》等 {missed} 件仅在解读页链接文件，文件页未链接解读'],
      items: [],
    },
  },
  'C1-7': {
    difficulty: 1.3,
    evidence: ['政府常务会议专栏截图', '常务会议解读核对表'],
    found: {
      method: 'ratio',
      subject: '抽查政府常务会议 {d} 次',
      none: ['第 {items} 次会议未公开议定事项，共 {missed} 次'],
      partial: ['{missed} 次会议（第 {items} 次）公开了议定事项但无解读'],
      items: ['58', '61', '63', '66', '70', '72'],
    },
  },
  'C2-1': {
    difficulty: 1,
    evidence: ['政务舆情回应台账', '舆情回应发布页面'],
    found: {
      method: 'graded',
      levels: [
        [],
        [
          '关于“{concern}”的舆情在 72 小时后回应，其余按时回应',
          '“{concern}”舆情回应超过 48 小时，按达标比例计分',
        ],
        ['评估期内政务舆情均未在规定时限内回应'],
      ],
    },
  },
  'C2-2': {
    difficulty: 1,
    evidence: ['突发事件信息发布页面', '突发事件信息分类核对表'],
    found: {
      method: 'checklist',
      points: [
        ['未见监测预警信息'],
        ['防控措施只转发上级通知，未公布本单位措施'],
        ['事态进展发布中断，最后一次更新距处置结束 11 日'],
        ['未公布突发事件处置结果', '处置结果仅在工作群内通报，未向社会公布'],
      ],
    },
  },
  'C2-3': {
    difficulty: 1,
    evidence: ['新闻发布会或访谈页面'],
    found: {
      method: 'graded',
      levels: [
        [],
        ['{year} 年度仅由分管负责人出席新闻发布会', '分管负责人参加在线访谈 1 次，主要负责人未出席'],
        ['{year} 年度未见负责人出席发布会、访谈或署名解读'],
      ],
    },
  },
  'C2-4': {
    difficulty: 1.3,
    evidence: ['公开留言抽查清单', '模拟咨询答复记录'],
    found: {
      method: 'ratio',
      subject: '抽查公开留言并提交模拟咨询共 {d} 件',
      none: [
        '关于“{concern}”等 {missed} 件未答复或答非所问',
        '{missed} 件仅答复“已转有关部门”，未作实质答复，如“{concern}”',
      ],
      partial: ['关于“{concern}”等 {missed} 件超过 5 个工作日答复', '{missed} 件答复超时，最长 14 个工作日'],
      items: [],
    },
  },
};
