/** What the shell is told: done; the check found something; bad input, nothing written; internal error. */
export const exitCode = { done: 0, found: 1, badInput: 2, internal: 3 } as const;

/** What was given cannot be used; `message` is a sentence that says what and what to do. */
export class InputError extends Error {
  override name = 'InputError';
}
