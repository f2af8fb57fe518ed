import { m } from '#lib/paraglide/messages.js';

/** What to tell people who meet an error with this HTTP status: what happened and what to do next. */
export function errorSentence(status: number): string {
  if (status === 401) return m.errors_sign_in_sentence();
  if (status === 403) return m.errors_forbidden_sentence();
  if (status === 404) return m.errors_not_found_sentence();
  if (status === 503) return m.errors_offline_sentence();
  return m.errors_internal_sentence();
}

/** The short title that goes with `errorSentence`. */
export function errorTitle(status: number): string {
  if (status === 401) return m.errors_sign_in_title();
  if (status === 403) return m.errors_forbidden_title();
  if (status === 404) return m.errors_not_found_title();
  if (status === 503) return m.errors_offline_title();
  return m.errors_internal_title();
}
