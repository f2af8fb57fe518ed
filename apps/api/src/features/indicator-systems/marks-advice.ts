import type { UnitKind } from '@gongping/contracts';
import { roundHalfUp, type LocalText } from '@gongping/scoring';
import type { FoundCheck } from './check-system.ts';
import type { NodeContent } from './system-content.ts';

const WHOLE = 100;
/** As many as the database keeps of marks. */
const DECIMALS = 4;

const names: Readonly<Record<UnitKind, LocalText>> = {
  county: { zh: '县市区', en: 'counties' },
  department: { zh: '市直部门', en: 'departments' },
};

/** What the marks inside the 100 add up to for a kind of unit; exact to the fourth decimal. */
export function marksTotal(nodes: readonly NodeContent[], kind: UnitKind): number {
  const sum = nodes
    .filter(({ role, rule, unitKinds }) => role === 'score' && rule !== null && unitKinds.includes(kind))
    .map(({ countyMarks, departmentMarks }) => Number(kind === 'county' ? countyMarks : departmentMarks))
    .reduce((total, marks) => total + marks, 0);
  return roundHalfUp(sum, DECIMALS);
}

/** Advice where the marks of a kind of unit do not add up to 100: scores are shares of the sum then. */
export function marksAdvice(nodes: readonly NodeContent[]): FoundCheck[] {
  const kinds = (['county', 'department'] as const).filter((kind) =>
    nodes.some(({ rule, unitKinds }) => rule !== null && unitKinds.includes(kind)),
  );
  return kinds
    .map((kind) => ({ kind, total: marksTotal(nodes, kind) }))
    .filter(({ total }) => total !== WHOLE)
    .map(({ kind, total }) => ({
      severity: 'advice',
      indicator: null,
      field: null,
      sentence: {
        zh: `${names[kind].zh}的分值合计为 ${total} 分，不是 ${WHOLE} 分；请核对，确需如此也可以发布，得分按比例折算。`,
        en: `The marks of ${names[kind].en} add up to ${total}, not ${WHOLE}. Check them; if it is meant so, scores are scaled.`,
      },
    }));
}
