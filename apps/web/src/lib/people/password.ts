import { m } from '#lib/paraglide/messages.js';

/** What the API asks of a new password: length is what counts (NIST SP 800-63B). */
export const shortestPassword = 10;

/** Sentences for the fields `password` and `repeat`; none where both are fine. */
export function passwordFaults(password: string, repeat: string): Record<string, string> {
  return {
    ...(password.length < shortestPassword ? { password: m.setup_password_short() } : {}),
    ...(password !== repeat ? { repeat: m.setup_repeat_wrong() } : {}),
  };
}
