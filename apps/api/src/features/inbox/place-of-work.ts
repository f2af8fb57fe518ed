import { isOpen, type Role } from '@gongping/contracts';
import type { AssessmentRow } from '../assessments/assessment-frame.ts';

/** Somebody with a role in a round; of a liaison, the units that they speak for. */
export interface Worker {
  readonly role: Role;
  readonly units: readonly string[];
}

/** Where in the site somebody sees to what the present phase of a round asks of them. */
export function placeOfWork(
  { slug, phase, procedure }: Pick<AssessmentRow, 'slug' | 'phase' | 'procedure'>,
  { role, units }: Worker,
): string {
  const round = `/work/assessments/${slug}`;
  // Whoever speaks for several units chooses first.
  const own = units.length === 1 ? `/${units[0]}` : '';
  if (role === 'liaison') {
    if (phase === 'self_assessment') return `${round}/self-assessment${own}`;
    return procedure.feedback && isOpen('problems.read', phase) ? `${round}/feedback${own}` : '/work';
  }
  if (role === 'reviewer' && phase === 'arbitration') return `${round}/scoring/arbitration`;
  if (role === 'reviewer' && phase === 'appeal') return `${round}/feedback/appeals`;
  if (role === 'evaluator' && phase === 'scoring') return `${round}/scoring`;
  if (role === 'leader' && phase === 'final') return `${round}/results`;
  return '/work';
}
