import type { DemonstrationAccount } from './types.ts';

/** Invented people. 周启明 belongs to a unit that is assessed, to show how a conflict of interest is handled. */
export const people = [
  { username: 'organiser', displayName: '组织员 刘敏华', role: 'organiser' },
  { username: 'evaluator1', displayName: '评估员 陈一帆', role: 'evaluator' },
  { username: 'evaluator2', displayName: '评估员 李思源', role: 'evaluator' },
  { username: 'evaluator3', displayName: '评估员 王若宁', role: 'evaluator' },
  { username: 'evaluator4', displayName: '评估员 周启明', role: 'evaluator', unitCode: 'D01' },
  { username: 'reviewer', displayName: '复核员 谭静文', role: 'reviewer' },
  { username: 'liaison1', displayName: '联络员 黄建平', role: 'liaison', unitCode: 'C04' },
  { username: 'liaison2', displayName: '联络员 罗晓琳', role: 'liaison', unitCode: 'D02' },
  { username: 'leader', displayName: '领导 张弘毅', role: 'leader' },
] as const satisfies readonly DemonstrationAccount[];
