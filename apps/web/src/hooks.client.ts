import type { HandleClientError } from '@sveltejs/kit/hooks';
import { errorSentence } from '#lib/frame/error-sentence.ts';
import { defineCustomClientStrategy } from '#lib/paraglide/runtime.js';

defineCustomClientStrategy('custom-request', {
  getLocale: () => document.documentElement.lang,
  // The language is changed by a form that sets the cookie and loads the page anew.
  setLocale: () => undefined,
});

export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return {};
  const offline = !navigator.onLine || (error instanceof TypeError && /fetch/i.test(error.message));
  const status = offline ? 503 : kind === 'framework' ? error.status : 500;
  return { status, message: errorSentence(status) };
};
