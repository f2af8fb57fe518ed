/** A practice for which a unit was granted a bonus, and the first year it was. */
export interface Innovation {
  readonly since: number;
  readonly marks: number;
  readonly reason: string;
  readonly evidence: string;
}

/** Bonus grants by unit; most units have none. */
export const innovations: Readonly<Record<string, Innovation>> = {
  C02: {
    since: 2020,
    marks: 0.5,
    reason: '在服装市场群设立政务公开驿站，向个体工商户提供政策查询，经验材料被市级简报采用，加0.5分。',
    evidence: '政务公开驿站建设情况简报',
  },
  C04: {
    since: 2019,
    marks: 2,
    reason: '政务公开专区与街道便民服务中心“一窗通办”融合，作为典型案例在全市现场会推介，加2分。',
    evidence: '政务公开专区典型案例推介材料',
  },
  C09: {
    since: 2020,
    marks: 1.5,
    reason: '按陶瓷、花炮产业编制涉企政策“一本通”并定向推送，经验做法被省级媒体报道，加1.5分。',
    evidence: '涉企政策“一本通”及报道页面',
  },
  D06: {
    since: 2019,
    marks: 2,
    reason: '编印“办事一本通”并同步上线查询小程序，做法在全市推广，加2分。',
    evidence: '“办事一本通”推广文件',
  },
  D12: {
    since: 2020,
    marks: 1,
    reason: '食品抽检结果按街道、门店可视化公开，形成典型案例并宣传推介，加1分。',
    evidence: '食品抽检结果可视化公开案例',
  },
  D20: {
    since: 2020,
    marks: 1,
    reason: '疫情信息按日发布并配发图解，发布规范被市级推介，加1分。',
    evidence: '疫情信息发布规范推介材料',
  },
};
