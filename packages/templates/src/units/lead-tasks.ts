import type { LeadTask } from '../types.ts';
import { namedTasks } from './tasks.ts';

/** One row for each clause and body it names, in the notice's order: what leaf D4-1 is scored by. */
export const leadTasks2020: readonly LeadTask[] = namedTasks.flatMap(({ clause, role, task, units }) =>
  units.map((unitCode) => ({ clause, unitCode, role, task })),
);
