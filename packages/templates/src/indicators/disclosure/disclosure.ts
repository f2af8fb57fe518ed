import { text } from '../../text.ts';
import { family } from '../tree.ts';
import { businessAndEnforcement } from './business-and-enforcement.ts';
import { decisionsAndLists } from './decisions-and-lists.ts';
import { keyFields } from './key-fields.ts';
import { leadTasks } from './lead-tasks.ts';

export const disclosure = family('D', text('主动公开与重点领域', 'Proactive disclosure and key fields'), [
  decisionsAndLists,
  businessAndEnforcement,
  keyFields,
  leadTasks,
]);
