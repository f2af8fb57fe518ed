import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  organiser: m.frame_role_organiser,
  evaluator: m.frame_role_evaluator,
  reviewer: m.frame_role_reviewer,
  liaison: m.frame_role_liaison,
  leader: m.frame_role_leader,
};

/** The name of a role in the person's language; a role that is not known is shown as it is. */
export function roleWord(role: string): string {
  return words[role]?.() ?? role;
}
