import { leadTask } from '@gongping/contracts';
import { z } from 'zod';

/** The tasks of the notice as a system keeps them: with the code of the unit that answers for each. */
export const storedLeadTasks = z.array(leadTask.extend({ unitCode: z.string() }));
export type StoredLeadTask = z.infer<typeof storedLeadTasks>[number];
